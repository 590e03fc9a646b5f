import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import './index.scss'

export interface Bar {
  key: string
  /** Under the bar, where there is room, and before its number: 14:20. */
  label: string
  value: number
  isMarked: boolean
}

interface BarChartProps {
  /** What is drawn: 每 10 分钟的票数. */
  title: string
  bars: Bar[]
  /** A line across, with its words. */
  baseline: { value: number; text: string }
  /** What a marked bar is: 不寻常. */
  markText: string
  valueText: (value: number) => string
  /** What is counted upwards, and along: 上报件数, 日期. Said at the ends of the axes. */
  axes?: { upwards: string; along: string }
}

const percent = (part: number, whole: number): string => `${Math.min(100, (part / whole) * 100)}%`

/** Said to who cannot see the bars: from when to when, what is usual, and the highest. */
const summaryOf = ({ title, bars, baseline, valueText }: BarChartProps): string => {
  const highest = bars.reduce<Bar | null>((best, bar) => (best && best.value >= bar.value ? best : bar), null)
  const span = `${bars[0]?.label ?? ''} 至 ${bars.at(-1)?.label ?? ''}`
  return `${title}，${span}，${baseline.text}，最高 ${highest ? valueText(highest.value) : '没有'}（${highest?.label ?? ''}）`
}

/** The first, the last, and the first that is marked, unless its words would run into theirs: phones have no more room. */
const isNamed = (bars: Bar[], index: number): boolean => {
  const last = bars.length - 1
  if (index === 0 || index === last) return true
  return (
    index === bars.findIndex(({ isMarked }) => isMarked) && Math.min(index, last - index) >= bars.length / 4
  )
}

const Bars = (props: BarChartProps) => {
  const { bars, baseline, axes, valueText } = props
  const highest = Math.max(0, ...bars.map(({ value }) => value))
  const top = Math.max(1, baseline.value, ...bars.map(({ value }) => value)) * 1.08
  return (
    <View className="barChart__drawing" {...accessible({ role: 'img', label: summaryOf(props) })}>
      {axes ? (
        <View className="barChart__axis">
          {axes.upwards}，最高 {valueText(highest)}
        </View>
      ) : null}
      <View className="barChart__bars">
        {bars.map(({ key, value, isMarked }) => (
          <View key={key} className="barChart__place">
            {isMarked && value > 0 ? <View className="barChart__mark" /> : null}
            <View
              className={`barChart__bar ${isMarked ? 'barChart__bar--marked' : ''}`}
              style={{ height: percent(value, top) }}
            />
          </View>
        ))}
        <View className="barChart__baseline" style={{ bottom: percent(baseline.value, top) }} />
      </View>
      <View className="barChart__labels">
        {bars.map(({ key, label }, index) => (
          <View key={key} className="barChart__place">
            {isNamed(bars, index) ? <View className="barChart__label">{label}</View> : null}
          </View>
        ))}
      </View>
      {axes ? <View className="barChart__axis barChart__axis--along">{axes.along}</View> : null}
    </View>
  )
}

/** Values over time as bars, drawn of plain boxes so that it is the same in WeChat, and the numbers themselves. */
export const BarChart = (props: BarChartProps) => {
  const { title, bars, baseline, markText, valueText } = props
  const [hasNumbers, setHasNumbers] = useState(false)
  return (
    <View className="barChart">
      <View className="barChart__title">{title}</View>
      <Bars {...props} />
      <View className="barChart__legend">
        <View className="barChart__key">
          <View className="barChart__sample barChart__sample--marked" />
          <View>{markText}</View>
        </View>
        <View className="barChart__key">
          <View className="barChart__sample barChart__sample--line" />
          <View>{baseline.text}</View>
        </View>
      </View>
      {hasNumbers ? (
        <KeyValue
          rows={bars.map(({ label, value, isMarked }) => ({
            key: label,
            value: `${valueText(value)}${isMarked ? `（${markText}）` : ''}`,
          }))}
        />
      ) : null}
      <Button kind="quiet" onPress={() => setHasNumbers(!hasNumbers)}>
        {hasNumbers ? '收起数字' : '看每一段的数字'}
      </Button>
    </View>
  )
}
