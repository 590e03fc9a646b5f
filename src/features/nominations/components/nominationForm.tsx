import type { Nomination } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { DocumentButton } from '@/components/documentButton'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import type { TypedPart } from '../draft/typed'
import { useDraft } from '../draft/useDraft'
import { usePhotos } from '../photos/usePhotos'
import { useSubmitting } from '../useSubmitting'
import { ConflictNotice } from './conflictNotice'
import { FormFields } from './formFields'
import { NominationHead } from './nominationHead'
import { PhotosCard } from './photosCard'
import { Problems, problemsByPart } from './problems'
import { openReturn, ReturnNotice, reasonsByPart } from './reviewNotes'
import { SaveLine } from './saveLine'
import { Withdraw } from './withdraw'

interface NominationFormProps {
  nomination: Nomination
  campaign: Campaign
  onChanged: () => Promise<void>
}

const useForm = ({ nomination, campaign, onChanged }: NominationFormProps) => {
  const draft = useDraft(nomination)
  const photos = usePhotos(nomination)
  const submitting = useSubmitting({ nomination, campaign, draft, photos, onChanged })
  const { mend } = submitting
  const isStale = draft.view.state === 'stale'
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when it is found to be stale
  useEffect(() => {
    if (isStale) void onChanged()
  }, [isStale])
  const photoCount = photos.inForm.length + photos.onTheWay.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: another photo, or one less, is being mended
  useEffect(() => mend('photos'), [photoCount])
  const type = (part: TypedPart, text: string) => {
    mend(part)
    draft.type(part, text)
  }
  return { draft, photos, submitting, type }
}

const goToTop = () => Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** Notices above the form: what stands in the way, and what was said of it. */
const Above = ({ form, ...props }: NominationFormProps & { form: ReturnType<typeof useForm> }) => {
  const { nomination, campaign } = props
  const { draft, submitting } = form
  const note = openReturn(nomination)
  return (
    <>
      {submitting.trouble ? (
        <Notice kind="error" title="还没有提交">
          {submitting.trouble}
        </Notice>
      ) : null}
      <Problems problems={submitting.problems} />
      <ConflictNotice campaign={campaign} view={draft.view} onChoose={draft.choose} />
      {draft.view.hasMerged ? (
        <Notice kind="information" title="已经合上另一台设备上的修改">
          两边改的不是同一项，都留下了。
        </Notice>
      ) : null}
      <NominationHead nomination={nomination} campaign={campaign} />
      {note ? <ReturnNotice note={note} campaign={campaign} /> : null}
    </>
  )
}

/** 推荐表: typed, kept, illustrated and handed in. */
export const NominationForm = (props: NominationFormProps) => {
  const { nomination, campaign, onChanged } = props
  const form = useForm(props)
  const { draft, photos, submitting, type } = form
  const { nominationId, mayWithdraw } = nomination
  const reasons = reasonsByPart(openReturn(nomination))
  const problems = problemsByPart(submitting.problems)
  const print = async (requestId: string) => {
    await draft.flush()
    return call('nominations', 'printMyNomination', { nominationId }, { requestId })
  }
  return (
    <Page
      title="推荐表"
      footer={
        <View className="nominationForm__footer">
          <SaveLine view={draft.view} />
          {draft.view.conflict ? (
            <Button onPress={goToTop}>去选择留下哪一边的</Button>
          ) : (
            <Button onPress={submitting.submit}>提交推荐表</Button>
          )}
        </View>
      }
    >
      <Above {...props} form={form} />
      <FormFields
        campaign={campaign}
        form={draft.view.form}
        problems={problems}
        reasons={reasons}
        onType={type}
      />
      {campaign.nomination ? (
        <PhotosCard
          rule={campaign.nomination.photos}
          photos={photos}
          problem={problems.photos}
          reason={reasons.photos}
        />
      ) : null}
      <DocumentButton words="下载推荐表（Word）" make={print} />
      {mayWithdraw ? <Withdraw nomination={nomination} onDone={onChanged} /> : null}
    </Page>
  )
}
