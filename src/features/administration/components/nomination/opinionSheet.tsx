import { OPINION_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

export interface OpinionAsked {
  title: string
  /** What follows from it. */
  explanation: string
  /** What the opinion is called: 推荐意见. */
  label: string
  /** Ready to be chosen. */
  ready: string[]
  /** What is done, as a verb. */
  button: string
  kind: 'primary' | 'danger'
}

interface OpinionSheetProps {
  asked: OpinionAsked
  onClose: () => void
  /** Answers what went wrong, in words, or null. */
  onSend: (opinion: string, requestId: string) => Promise<string | null>
}

/** Asks for the opinion, and by that once more whether it is meant. The same opinion sent again is the same request. */
export const OpinionSheet = ({ asked, onClose, onSend }: OpinionSheetProps) => {
  const { title, explanation, label, ready, button, kind } = asked
  const [opinion, setOpinion] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const change = (next: string) => {
    setOpinion(next)
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  const send = async () => {
    if (opinion.trim().length < OPINION_LENGTH.min)
      return setTrouble(`请写${label}，至少 ${OPINION_LENGTH.min} 个字`)
    setTrouble((await onSend(opinion, requestId)) ?? undefined)
  }
  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button kind={kind} onPress={send}>
          {button}
        </Button>
      }
    >
      <View>{explanation}</View>
      <View className="opinionSheet__ready">
        {ready.map((words) => (
          <Chip key={words} text={words} isChosen={opinion === words} onPress={() => change(words)} />
        ))}
      </View>
      <Field
        label={label}
        value={opinion}
        maxLength={OPINION_LENGTH.max}
        isLong
        help="申报人会看到"
        error={trouble}
        onChange={change}
      />
    </Sheet>
  )
}
