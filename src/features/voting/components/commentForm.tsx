import { COMMENT_LENGTH, COMMENT_PICTURES } from '@contract/limits'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import type { CloudAnswer } from '@/cloud/services'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photoPicker'
import { clockWords } from '@/words/moments'
import { useCommentDraft } from '../commentDraft'

export type SentComment = Extract<CloudAnswer<'voting', 'writeComment'>, { ok: true }>['value']

const useSending = ({ campaignId, candidateId, onSent }: Omit<CommentFormProps, 'onLeave'>) => {
  const { draft, revise, requestId, clear } = useCommentDraft(candidateId ?? campaignId)
  const [trouble, setTrouble] = useState<string | undefined>()
  const [isUploading, setUploading] = useState(false)
  const send = async () => {
    if (isUploading) return setTrouble('照片还在上传。请等一会儿再提交。')
    if (draft.text.trim().length < COMMENT_LENGTH.min)
      return setTrouble(`请写下你的意见，至少 ${COMMENT_LENGTH.min} 个字`)
    const pictures = draft.photos.map(({ fileId }) => fileId)
    const input = { campaignId, candidateId, text: draft.text, pictures }
    const answer = await call('voting', 'writeComment', input, { requestId: requestId() })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    clear()
    onSent(answer.value)
  }
  const change = (part: Parameters<typeof revise>[0]) => {
    setTrouble(undefined)
    revise(part)
  }
  return { draft, change, trouble, setUploading, send }
}

interface CommentFormProps {
  campaignId: string
  /** Undefined: it is about the campaign. */
  candidateId: string | undefined
  onSent: (sent: SentComment) => void
  onLeave: () => void
}

/** 写意见. */
export const CommentForm = ({ onLeave, ...about }: CommentFormProps) => {
  const { draft, change, trouble, setUploading, send } = useSending(about)
  return (
    <Card title="写意见">
      <Field
        label="你的意见"
        value={draft.text}
        maxLength={COMMENT_LENGTH.max}
        isLong
        help={draft.text ? `已保存草稿 ${clockWords(draft.savedAt)}` : '不显示你的姓名和头像'}
        error={trouble}
        onChange={(text) => change({ text })}
      />
      <PhotoPicker
        label="照片"
        value={draft.photos}
        limit={COMMENT_PICTURES}
        help="可以不加照片。照片检查通过后，别人才能看到。"
        onChange={(photos) => change({ photos })}
        onBusyChange={setUploading}
      />
      <Button onPress={send}>提交意见</Button>
      <Button kind="quiet" onPress={onLeave}>
        先不写了
      </Button>
    </Card>
  )
}
