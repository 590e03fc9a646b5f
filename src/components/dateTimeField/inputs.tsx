import { Picker, View } from '@tarojs/components'
import type { ChangeEvent } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'

interface InputProps {
  kind: 'month' | 'date' | 'time'
  /** The field's name and its part: 投票开始 日期. */
  label: string
  /** `2026-11`, `2026-11-15`, `18:00`, or nothing yet. */
  value: string
  /** First and last day or month, in the form of the value. */
  from?: string
  until?: string
  onChange: (value: string) => void
}

/** WeChat's wheels. */
const WechatInput = ({ kind, label, value, from, until, onChange }: InputProps) => {
  const shown = (
    <View
      className="dateTimeField__control"
      {...accessible({ role: 'button', label: `${label}，${value || '请选择'}` })}
    >
      <View>{value || '请选择'}</View>
      <Icon name={kind === 'time' ? 'clock' : 'calendar'} size="small" />
    </View>
  )
  return kind === 'time' ? (
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(detail.value)}>
      {shown}
    </Picker>
  ) : (
    <Picker
      mode="date"
      fields={kind === 'month' ? 'month' : 'day'}
      value={value}
      start={from}
      end={until}
      onChange={({ detail }) => onChange(detail.value)}
    >
      {shown}
    </Picker>
  )
}

/**
 * The browser's own: it can be typed into, and screen readers know it. Taro's wheels are neither. Where a browser
 * knows no months, it is a line of text.
 */
const WebInput = ({ kind, label, value, from, until, onChange }: InputProps) => (
  <input
    className="dateTimeField__control"
    type={kind}
    placeholder={kind === 'month' ? '例如 2019-05' : undefined}
    aria-label={label}
    value={value}
    min={from}
    max={until}
    onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
  />
)

export const MomentInput = process.env.TARO_ENV === 'weapp' ? WechatInput : WebInput
