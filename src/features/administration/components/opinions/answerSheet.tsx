import { ANSWER_LENGTH } from '@contract/limits'
import type { Opinion } from '@contract/moderation'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface AnswerSheetProps {
  opinion: Opinion
  onClose: () => void
  onDone: () => Promise<void>
}

/** Writes the organiser's answer. The same words sent again are the same request. */
export const AnswerSheet = ({ opinion, onClose, onDone }: AnswerSheetProps) => {
  const [text, setText] = useState(opinion.answer?.text ?? '')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const change = (next: string) => {
    setText(next)
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  const send = async () => {
    if (text.trim().length < ANSWER_LENGTH.min)
      return setTrouble(`请写下答复，至少 ${ANSWER_LENGTH.min} 个字`)
    const input = { contentId: opinion.contentId, text, basedOn: opinion.version }
    const answer = await call('moderation', 'answerContent', input, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    showToast('答复已公开')
    await onDone()
  }
  return (
    <Sheet title="答复意见" isOpen onClose={onClose} actions={<Button onPress={send}>公开答复</Button>}>
      <View className="words-break">{opinion.text}</View>
      <Field
        label="答复"
        value={text}
        maxLength={ANSWER_LENGTH.max}
        isLong
        help="以主办单位的名义公开，不显示你的姓名。写意见的人会收到通知。"
        error={trouble}
        onChange={change}
      />
    </Sheet>
  )
}
