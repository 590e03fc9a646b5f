import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { fullDayWords, momentWords } from '@/words/moments'
import { cityTimeOf, momentOf } from './cityTime'
import { MomentInput } from './inputs'
import './index.scss'

/** When offices open: what stands there once a day is chosen, until another hour is. */
const FIRST_CLOCK = '09:00'
const MIDNIGHT = '00:00'

interface DateTimeFieldProps {
  label: string
  /** Milliseconds since 1970, or null while nothing is chosen. A day alone is its first moment in the city. */
  value: number | null
  /** Whether an hour belongs to it. */
  hasTime?: boolean
  /** The first and the last day that can be chosen, by any moment of theirs. */
  from?: number
  until?: number
  /** False where there must always be a moment. */
  mayClear?: boolean
  help?: string
  /** What is wrong and what to do; shown instead of the help. */
  error?: string
  onChange: (value: number | null) => void
}

const dayOf = (time: number | undefined) => (time === undefined ? undefined : cityTimeOf(time).date)

const yearOf = (time: number) => fullDayWords(time).slice(0, '2026年'.length)

/** In the words that the moment will have everywhere else; with its year where it is not this one. */
const inWords = (value: number, hasTime: boolean): string => {
  if (!hasTime) return fullDayWords(value)
  const year = yearOf(value)
  return year === yearOf(Date.now()) ? momentWords(value) : year + momentWords(value)
}

const Inputs = ({ label, value, hasTime = false, from, until, onChange }: DateTimeFieldProps) => {
  const shown = value === null ? null : cityTimeOf(value)
  const clock = shown?.clock ?? (hasTime ? FIRST_CLOCK : MIDNIGHT)
  return (
    <View className="dateTimeField__inputs">
      <MomentInput
        kind="date"
        label={hasTime ? `${label} 日期` : label}
        value={shown?.date ?? ''}
        from={dayOf(from)}
        until={dayOf(until)}
        onChange={(date) => onChange(momentOf({ date, clock: hasTime ? clock : MIDNIGHT }))}
      />
      {hasTime && shown ? (
        <MomentInput
          kind="time"
          label={`${label} 时间`}
          value={shown.clock}
          onChange={(next) => onChange(momentOf({ date: shown.date, clock: next }) ?? value)}
        />
      ) : null}
    </View>
  )
}

/** The moment in words, and the way back to none. */
const Chosen = ({
  label,
  value,
  hasTime = false,
  mayClear = true,
  onChange,
}: DateTimeFieldProps & { value: number }) => (
  <View className="dateTimeField__chosen">
    <View>{inWords(value, hasTime)}</View>
    {mayClear ? (
      <Pressable className="dateTimeField__clear" label={`清除${label}`} onPress={() => onChange(null)}>
        <Icon name="close" size="small" />
        <View>清除</View>
      </Pressable>
    ) : null}
  </View>
)

/** A day, with or without its hour, by the city's clock. */
export const DateTimeField = (props: DateTimeFieldProps) => {
  const { label, value, help, error } = props
  return (
    <View className={`dateTimeField ${error ? 'dateTimeField--wrong' : ''}`}>
      <View className="dateTimeField__label">{label}</View>
      <Inputs {...props} />
      {error ? (
        <View className="dateTimeField__error" {...accessible({ role: 'alert' })}>
          <Icon name="failure" size="small" />
          <View>{error}</View>
        </View>
      ) : null}
      {value === null ? null : <Chosen {...props} value={value} />}
      {help && !error ? <View className="dateTimeField__help">{help}</View> : null}
    </View>
  )
}
