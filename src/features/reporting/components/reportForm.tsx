import type { Catalogue } from '@contract/cases/categories'
import { CASE_DESCRIPTION_MAX, CASE_PHOTOS } from '@contract/limits'
import { useEffect } from 'react'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { categoryIn, type ReportProblems } from '../draft/reportDraft'
import type { ReportDraftActions } from '../draft/useReportDraft'
import type { DraftPhoto } from '../photos/bringIn'
import { useLocating } from '../useLocating'
import { CategoryChooser } from './categoryChooser'
import { ContactCard } from './contactCard'
import { FoundAt } from './foundAt'
import { PhotoStrip, usePicking } from './photoStrip'
import { ProblemsNotice } from './problemsNotice'
import { Questions } from './questions'
import { WhereCard } from './whereCard'

interface ReportFormProps {
  draft: ReportDraftActions
  catalogue: Catalogue
  problems: ReportProblems
  /** Opens the camera at once. */
  opensCamera: boolean
}

/** The first photo says where it was taken, or else the phone where it is now. */
const useArriving =
  (draft: ReportDraftActions, locating: ReturnType<typeof useLocating>) => (photo: DraftPhoto) => {
    draft.addPhoto(photo)
    const { position, positionFrom } = draft.read().form
    if (photo.position && (position === null || positionFrom === 'phone'))
      draft.revise({ position: photo.position, positionFrom: 'photo' })
    else void locating.askOnce()
  }

/** The photo first, then what, where, and a sentence: everything else has its place, and is not needed. */
export const ReportForm = ({ draft, catalogue, problems, opensCamera }: ReportFormProps) => {
  const { form, photos, refusal } = draft.draft
  const category = categoryIn(catalogue, form.categoryId)
  const locating = useLocating(draft)
  const arrive = useArriving(draft, locating)
  const { preparing, pick } = usePicking({ room: CASE_PHOTOS - photos.length, onAdd: arrive })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    if (opensCamera && photos.length === 0) void pick()
  }, [])
  return (
    <>
      <ProblemsNotice problems={problems} />
      {refusal ? (
        <Notice kind="warning" title="上次没有发出去">
          {refusal}
        </Notice>
      ) : null}
      {form.activityId ? (
        <FoundAt activityId={form.activityId} onForget={() => draft.revise({ activityId: null })} />
      ) : null}
      <Card title="拍照">
        <PhotoStrip
          photos={photos}
          limit={CASE_PHOTOS}
          preparing={preparing}
          invitation="拍照或选照片"
          error={problems.photos}
          onPick={pick}
          onDrop={draft.removePhoto}
        />
      </Card>
      <CategoryChooser
        categories={catalogue.categories}
        chosen={category}
        error={problems.category}
        onChange={(chosen) => {
          draft.revise({ categoryId: chosen?.categoryId ?? null })
          draft.change({ title: chosen?.name ?? '没写完的上报' })
        }}
      />
      <WhereCard draft={draft} locating={locating} problems={problems} />
      <Card title="说明">
        <Questions
          questions={category?.questions ?? []}
          answers={form.answers}
          problems={problems}
          onChange={(answers) => draft.revise({ answers })}
        />
        <Field
          label={photos.length > 0 ? '写一句话（选填）' : '写一句话'}
          value={form.description}
          maxLength={CASE_DESCRIPTION_MAX}
          isLong
          placeholder="例如 垃圾堆在人行道上，已经两天了"
          error={problems.description}
          onChange={(description) => draft.revise({ description })}
        />
      </Card>
      <ContactCard form={form} problem={problems.phone} onChange={draft.revise} />
    </>
  )
}
