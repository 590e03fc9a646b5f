import { ACTIVITY_PHOTOS, ACTIVITY_TEXTS } from '@contract/limits'
import { ACTIVITY_UPLOADS } from '@contract/volunteering/activities'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PhotoPicker, type PickedPhoto } from '@/components/photoPicker'

interface PhotosCardProps {
  activityId: string
  onChanged: () => Promise<void>
}

const EMPTY: { photos: PickedPhoto[]; words: string } = { photos: [], words: '' }

const useAdding = ({ activityId, onChanged }: PhotosCardProps) => {
  const [draft, setDraft] = useState(EMPTY)
  const [requestId, setRequestId] = useState(newRequestId)
  const [outcome, setOutcome] = useState<{ trouble: string } | { isShown: boolean } | null>(null)
  const revise = (part: Partial<typeof EMPTY>) => {
    setDraft((before) => ({ ...before, ...part }))
    setRequestId(newRequestId())
    setOutcome(null)
  }
  const send = async () => {
    if (draft.photos.length === 0) return setOutcome({ trouble: '请先选照片' })
    const photos = draft.photos.map(({ fileId }) => fileId)
    const input = { activityId, photos, words: draft.words.trim() }
    const answer = await call('activities', 'addPhotos', input, { requestId })
    if (!answer.ok) return setOutcome({ trouble: errorText(answer.error) })
    revise(EMPTY)
    setOutcome({ isShown: answer.value.isShown })
    await onChanged()
  }
  return { draft, revise, send, outcome }
}

type Outcome = ReturnType<typeof useAdding>['outcome']

const Told = ({ outcome }: { outcome: Outcome }) => {
  if (outcome === null) return null
  if ('trouble' in outcome) return <Notice kind="error" title={outcome.trouble} />
  return (
    <Notice kind="success" title="照片收到了">
      {outcome.isShown ? '大家已经能看到。' : '检查通过以后，大家就能看到。'}
    </Notice>
  )
}

const Form = (props: PhotosCardProps) => {
  const { draft, revise, send, outcome } = useAdding(props)
  const [isBusy, setBusy] = useState(false)
  return (
    <>
      <PhotoPicker
        label="活动照片"
        value={draft.photos}
        limit={ACTIVITY_PHOTOS}
        folder={ACTIVITY_UPLOADS}
        help="拍到别人的脸，请先问过对方。照片里的拍摄地点和手机型号会去掉"
        onChange={(photos) => revise({ photos })}
        onBusyChange={setBusy}
      />
      {draft.photos.length > 0 ? (
        <>
          <Field
            label="说一句（选填）"
            value={draft.words}
            maxLength={ACTIVITY_TEXTS.words.max}
            onChange={(words) => revise({ words })}
          />
          <Button icon="send" isLoading={isBusy} onPress={send}>
            提交照片
          </Button>
        </>
      ) : null}
      <Told outcome={outcome} />
    </>
  )
}

/** Photos by who was there. The storage takes files from phones only. */
export const PhotosCard = (props: PhotosCardProps) => {
  const isAtDesk = useSession()?.kind === 'desk'
  return (
    <Card title="分享照片">
      {isAtDesk ? <Notice kind="information" title="照片请在手机上分享" /> : <Form {...props} />}
    </Card>
  )
}
