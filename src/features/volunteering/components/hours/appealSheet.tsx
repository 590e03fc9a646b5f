import { REASON_LENGTH } from '@contract/limits'
import type { HourEntry } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface AppealSheetProps {
  entry: HourEntry
  onClose: () => void
  onDone: () => Promise<void>
}

/** Once, in the person's own words. */
export const AppealSheet = ({ entry, onClose, onDone }: AppealSheetProps) => {
  const [words, setWords] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const send = async () => {
    if (words.trim().length < REASON_LENGTH.min) return setTrouble('请写申诉理由，至少 2 个字')
    const annulmentId = entry.annulment?.annulmentId ?? ''
    const answer = await call('volunteerHours', 'appealAnnulment', { annulmentId, words }, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    showToast('申诉已提交，有结果会通知你')
    onClose()
    await onDone()
  }
  return (
    <Sheet title="申诉" isOpen onClose={onClose} actions={<Button onPress={send}>提交申诉</Button>}>
      <View>
        “{entry.title}”的时长因为“{entry.reason}”被撤销。请写明实际情况，只能申诉一次。
      </View>
      <Field
        label="申诉理由"
        value={words}
        maxLength={REASON_LENGTH.max}
        isLong
        help="例如：谁和你一起，做了什么，有什么可以证明"
        error={trouble}
        onChange={(typed) => {
          setWords(typed)
          setRequestId(newRequestId())
          setTrouble(undefined)
        }}
      />
    </Sheet>
  )
}
