import { BACKFILLED_PHOTOS, REASON_LENGTH } from '@contract/limits'
import { ACTIVITY_UPLOADS } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PhotoPicker, type PickedPhoto } from '@/components/photoPicker'
import { showToast } from '@/components/toast'
import { dayOf } from '@/words/activities'
import { clockWords } from '@/words/moments'
import { type ClaimProblems, claimableDays, minutesOf, problemsOf } from '../../claims/rules'
import { type ClaimDraft, useClaimDraft } from '../../claims/useClaimDraft'
import { useOrganisations } from '../../hours/useOrganisations'

interface FieldsProps {
  owner: string
  draft: ClaimDraft
  problems: ClaimProblems
  onChange: (part: Partial<ClaimDraft>) => void
}

const Fields = ({ owner, draft, problems, onChange }: FieldsProps) => {
  const organisations = useOrganisations(owner)
  return (
    <>
      <ChoiceField
        label="为哪个单位服务"
        choices={organisations.map(({ organisationId, name }) => ({ value: organisationId, text: name }))}
        value={draft.organisationId}
        error={problems.organisationId}
        help={
          organisations.length === 0
            ? '这里列出你加入的服务队和服务过的单位。先加入服务队，再来补录。'
            : '由这个单位的负责人答复'
        }
        onChange={(organisationId) => onChange({ organisationId })}
      />
      <DateTimeField
        label="服务日期"
        value={draft.day}
        {...claimableDays(Date.now())}
        error={problems.day}
        help="最近 90 天里已经过去的日子"
        onChange={(day) => onChange({ day })}
      />
      <Field
        label="服务了几小时"
        value={draft.hours}
        maxLength={5}
        keyboard="number"
        error={problems.hours}
        help="可以写 1.5"
        onChange={(hours) => onChange({ hours })}
      />
      <Field
        label="做了什么"
        value={draft.what}
        maxLength={REASON_LENGTH.max}
        isLong
        error={problems.what}
        onChange={(what) => onChange({ what })}
      />
    </>
  )
}

interface ClaimFormProps {
  owner: string
  organisationId: string | null
  onSent: () => Promise<void>
}

/** Hours that no check-in has recorded, with proof. */
export const ClaimForm = ({ owner, organisationId, onSent }: ClaimFormProps) => {
  const { draft, revise, clear } = useClaimDraft(organisationId)
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const [isBusy, setBusy] = useState(false)
  const [wasSent, setSent] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const problems = wasSent ? problemsOf({ ...draft, photos: photos.length }) : {}
  const send = async () => {
    setSent(true)
    const { day, what, requestId } = draft
    const minutes = minutesOf(draft.hours)
    const isComplete = Object.keys(problemsOf({ ...draft, photos: photos.length })).length === 0
    if (!isComplete || draft.organisationId === null || day === null || minutes === null)
      return setTrouble('还有没填好的地方，请看标红的几项。')
    const files = photos.map(({ fileId }) => fileId)
    const claim = { organisationId: draft.organisationId, day: dayOf(day), minutes, what, photos: files }
    const answer = await call('volunteerHours', 'claimHours', claim, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    clear()
    setPhotos([])
    setSent(false)
    setTrouble(undefined)
    showToast('已提交，负责人答复后会通知你')
    await onSent()
  }
  return (
    <Card title="补录时长">
      <View>
        忘了签到，或者当时没有签到码，可以事后补录。负责人看过照片同意以后，记在“补录时长”里，不算星级，也不写进服务证明。
      </View>
      <Fields
        owner={owner}
        draft={draft}
        problems={problems}
        onChange={(part) => {
          revise(part)
          setTrouble(undefined)
        }}
      />
      <PhotoPicker
        label="证明照片"
        value={photos}
        limit={BACKFILLED_PHOTOS}
        folder={ACTIVITY_UPLOADS}
        help="现场照片、签到表都可以，只给负责人看"
        error={problems.photos}
        onChange={(next) => {
          setPhotos(next)
          revise({})
        }}
        onBusyChange={setBusy}
      />
      {trouble ? (
        <Notice kind="error" title="没有提交">
          {trouble}
        </Notice>
      ) : null}
      {draft.savedAt > 0 ? <View>已保存草稿 {clockWords(draft.savedAt)}，照片要在提交前选好。</View> : null}
      <Button icon="send" disabled={isBusy} onPress={send}>
        {isBusy ? '照片正在上传' : '提交补录'}
      </Button>
    </Card>
  )
}
