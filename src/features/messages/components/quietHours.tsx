import type { QuietHours } from '@contract/messages'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { MomentInput } from '@/components/dateTimeField/inputs'
import '@/components/dateTimeField/index.scss'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { clockOf, minuteOf, quietHoursWords } from '../clock'
import './quietHours.scss'

/** What the cloud begins with: a night and one hour more. */
const USUAL: QuietHours = { from: 22 * 60, until: 7 * 60 }

interface ClockProps {
  label: string
  minute: number
  onChange: (minute: number) => void
}

const Clock = ({ label, minute, onChange }: ClockProps) => (
  <View className="quietHours__clock">
    <View>{label}</View>
    <MomentInput
      kind="time"
      label={`免打扰${label}时间`}
      value={clockOf(minute)}
      onChange={(clock) => onChange(minuteOf(clock) ?? minute)}
    />
  </View>
)

interface HoursProps {
  kept: QuietHours
  onSave: (quietHours: QuietHours) => Promise<void>
}

/** Typed first, kept when the button is pressed: a time half typed must not count. */
const Hours = ({ kept, onSave }: HoursProps) => {
  const [hours, setHours] = useState(kept)
  const isChanged = hours.from !== kept.from || hours.until !== kept.until
  const isEmpty = hours.from === hours.until
  return (
    <>
      <View className="quietHours__clocks">
        <Clock label="开始" minute={hours.from} onChange={(from) => setHours({ ...hours, from })} />
        <Clock label="结束" minute={hours.until} onChange={(until) => setHours({ ...hours, until })} />
      </View>
      {isEmpty ? <Notice kind="error">开始和结束是同一个时间。请改其中一个。</Notice> : null}
      {isChanged && !isEmpty ? <Button onPress={() => onSave(hours)}>保存免打扰时间</Button> : null}
    </>
  )
}

interface QuietHoursCardProps {
  quietHours: QuietHours | null
  onChanged: () => Promise<void>
}

/** 免打扰时间. */
export const QuietHoursCard = ({ quietHours, onChanged }: QuietHoursCardProps) => {
  const save = async (next: QuietHours | null) => {
    const answer = await call(
      'messages',
      'setQuietHours',
      { quietHours: next },
      { requestId: newRequestId() },
    )
    if (!answer.ok) return showToast(errorText(answer.error))
    await onChanged()
    showToast(next ? '免打扰时间已保存' : '免打扰已关闭')
  }
  return (
    <Card title="免打扰时间">
      <ListRow
        icon="clock"
        title={quietHours ? quietHoursWords(quietHours) : '任何时间都可以发'}
        line={quietHours ? '这段时间不发，过后再发' : '夜里也可能收到微信通知'}
        trailing={quietHours ? <Badge tone="done" text="已打开" /> : <Badge tone="plain" text="没有打开" />}
      />
      {quietHours ? (
        <Hours key={`${quietHours.from}-${quietHours.until}`} kept={quietHours} onSave={save} />
      ) : null}
      <Button kind="secondary" onPress={() => save(quietHours ? null : USUAL)}>
        {quietHours ? '关闭免打扰' : '打开免打扰'}
      </Button>
    </Card>
  )
}
