import { REASON_LENGTH } from '@contract/limits'
import type { Series } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { dayOf } from '@/words/activities'
import { DayField } from './repetitionCard'

interface EndSheetProps {
  series: Series
  onClose: () => void
  onEnded: () => unknown
}

/** Asks for the last day and the reason, which everyone who has signed up for a later day is told. */
export const EndSheet = ({ series: { seriesId, version }, onClose, onEnded }: EndSheetProps) => {
  const [asked, setAsked] = useState({ lastDay: dayOf(Date.now()), reason: '', requestId: newRequestId() })
  const [trouble, setTrouble] = useState<string>()
  const change = (part: { lastDay?: string; reason?: string }) => {
    setAsked({ ...asked, ...part, requestId: newRequestId() })
    setTrouble(undefined)
  }
  const send = async () => {
    const { lastDay, reason, requestId } = asked
    if (reason.trim().length < REASON_LENGTH.min)
      return setTrouble(`请写原因，至少 ${REASON_LENGTH.min} 个字`)
    const input = { seriesId, basedOn: version, lastDay, reason }
    const answer = await call('activities', 'endSeries', input, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    showToast('已经结束')
    onClose()
    return onEnded()
  }
  return (
    <Sheet
      title="结束这个系列"
      isOpen
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={send}>
          结束，取消以后各次
        </Button>
      }
    >
      <View>最后一天以后的各次都会取消，已报名的人会收到通知。以前的记录都保留。</View>
      <DayField
        label="最后一天"
        value={asked.lastDay}
        mayClear={false}
        onChange={(lastDay) => lastDay && change({ lastDay })}
      />
      <Field
        label="原因"
        value={asked.reason}
        maxLength={REASON_LENGTH.max}
        help="会告诉已报名的人"
        error={trouble}
        onChange={(reason) => change({ reason })}
      />
    </Sheet>
  )
}
