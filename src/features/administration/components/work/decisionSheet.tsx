import { REASON_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { type Decision, readyReasons } from '../../contentWords'

interface DecisionSheetProps {
  decision: Decision
  onClose: () => void
  /** Answers what went wrong, in words, or null. */
  onDecide: (reason: string) => Promise<string | null>
}

const words: Record<Decision, { title: string; button: string; explanation: string }> = {
  release: { title: '公开这段内容', button: '公开', explanation: '公开后所有人都能看到。' },
  hide: {
    title: '不公开这段内容',
    button: '不公开',
    explanation: '别人看不到这段内容。作者会收到通知，看到你写的原因。',
  },
}

interface ReasonProps {
  decision: Decision
  reason: string
  error: string | undefined
  onChange: (reason: string) => void
}

/** One of the ready-made reasons, or the person's own words. */
const Reason = ({ decision, reason, error, onChange }: ReasonProps) => (
  <>
    <View className="decisionSheet__reasons">
      {readyReasons[decision].map((ready) => (
        <Chip key={ready} text={ready} isChosen={reason === ready} onPress={() => onChange(ready)} />
      ))}
    </View>
    <Field
      label="原因"
      value={reason}
      maxLength={REASON_LENGTH.max}
      help="选上面的一条，或者自己写"
      error={error}
      onChange={onChange}
    />
  </>
)

/** Asks for the reason, and once more whether it is meant. */
export const DecisionSheet = ({ decision, onClose, onDecide }: DecisionSheetProps) => {
  const { title, button, explanation } = words[decision]
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const change = (next: string) => {
    setReason(next)
    setTrouble(undefined)
  }
  const decide = async () => {
    if (reason.trim().length < REASON_LENGTH.min) return setTrouble('请选一条原因，或者自己写')
    setTrouble((await onDecide(reason)) ?? undefined)
  }
  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button kind={decision === 'hide' ? 'danger' : 'primary'} onPress={decide}>
          {button}
        </Button>
      }
    >
      <View>{explanation}</View>
      <Reason decision={decision} reason={reason} error={trouble} onChange={change} />
    </Sheet>
  )
}
