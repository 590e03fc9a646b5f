import { REASON_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

interface ReasonSheetProps {
  title: string
  /** What follows from it. */
  explanation: string
  /** What is done, as a verb. */
  button: string
  kind?: 'primary' | 'danger'
  /** Where the reason will stand. */
  help?: string
  onClose: () => void
  /** Answers what went wrong, in words, or null. */
  onSend: (reason: string, requestId: string) => Promise<string | null>
}

/** Asks why, and by that once more whether it is meant. The same reason sent again is the same request. */
export const ReasonSheet = (props: ReasonSheetProps) => {
  const { title, explanation, button, kind, help = '会写进工作记录', onClose, onSend } = props
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const change = (next: string) => {
    setReason(next)
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  const send = async () => {
    if (reason.trim().length < REASON_LENGTH.min)
      return setTrouble(`请写原因，至少 ${REASON_LENGTH.min} 个字`)
    setTrouble((await onSend(reason, requestId)) ?? undefined)
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
      <Field
        label="原因"
        value={reason}
        maxLength={REASON_LENGTH.max}
        help={help}
        error={trouble}
        onChange={change}
      />
    </Sheet>
  )
}
