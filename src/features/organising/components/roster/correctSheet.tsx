import { REASON_LENGTH } from '@contract/limits'
import type { Activity } from '@contract/volunteering/activities'
import type { RosterRow } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { minutesWords } from '@/words/volunteering'
import type { RosterActs } from '../../presence/useRoster'

const MINUTE = 60_000

interface CorrectSheetProps {
  row: RosterRow & { presence: NonNullable<RosterRow['presence']> }
  activity: Activity
  onSend: RosterActs['correct']
  onClose: () => void
}

/** 更正时长: never above the plan, with a reason; what was credited before stays in the person's ledger. */
export const CorrectSheet = ({ row, activity, onSend, onClose }: CorrectSheetProps) => {
  const { attendanceId, minutes: before } = row.presence
  const planned = Math.floor((activity.endsAt - activity.startsAt) / MINUTE)
  const [minutes, setMinutes] = useState(`${before}`)
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<{ minutes?: string; reason?: string }>({})
  const change = (set: (text: string) => void) => (text: string) => {
    set(text)
    setRequestId(newRequestId())
    setTrouble({})
  }
  const send = async () => {
    const number = Number(minutes)
    if (!/^\d+$/.test(minutes) || number > planned)
      return setTrouble({ minutes: `请填 0 到 ${planned} 之间的整数` })
    if (reason.trim().length < REASON_LENGTH.min)
      return setTrouble({ reason: `请写原因，至少 ${REASON_LENGTH.min} 个字` })
    const sentence = await onSend(attendanceId, number, reason, requestId)
    if (sentence === null) onClose()
    else setTrouble({ reason: sentence })
  }
  return (
    <Sheet
      title={`更正时长：${row.name}`}
      isOpen
      onClose={onClose}
      actions={<Button onPress={send}>更正</Button>}
    >
      <View>现在记的是 {minutesWords(before)}。更正以后会通知本人，原来的记录留着。</View>
      <Field
        label="应当是多少分钟"
        value={minutes}
        maxLength={4}
        keyboard="number"
        help={`最多是计划的 ${planned} 分钟`}
        error={trouble.minutes}
        onChange={change(setMinutes)}
      />
      <Field
        label="原因"
        value={reason}
        maxLength={REASON_LENGTH.max}
        help="会写进工作记录，本人也看得到"
        error={trouble.reason}
        onChange={change(setReason)}
      />
    </Sheet>
  )
}
