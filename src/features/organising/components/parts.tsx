import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Chip } from '@/components/chip'
import { MomentInput } from '@/components/dateTimeField/inputs'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { clockWords } from '@/words/moments'
import type { Problems } from '../detailsDraft'
import './parts.scss'

/** Parts of the forms of leaders. */

export const ProblemLine = ({ message }: { message: string | undefined }) =>
  message ? (
    <View className="organisingProblem" {...accessible({ role: 'alert' })}>
      <Icon name="failure" size="small" />
      <View>{message}</View>
    </View>
  ) : null

/** Summed up on top of the form; each is told at its place as well. */
export const ProblemsNotice = ({ problems }: { problems: Problems }) => {
  const sentences = [...new Set(Object.values(problems))]
  if (sentences.length === 0) return null
  return (
    <Notice kind="error" title={`还差 ${sentences.length} 处`}>
      {sentences.map((sentence) => (
        <View key={sentence}>{sentence}</View>
      ))}
    </Notice>
  )
}

interface ChoicesProps<Value extends string | number> {
  label: string
  options: readonly { value: Value; text: string }[]
  chosen: readonly Value[]
  error?: string | undefined
  onChange: (chosen: Value[]) => void
}

/** Several of a set, all in sight. */
export const Choices = <Value extends string | number>(props: ChoicesProps<Value>) => {
  const { label, options, chosen, error, onChange } = props
  const toggle = (value: Value) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
  return (
    <View className="organisingChoices">
      <View className="organisingChoices__label">{label}</View>
      <View className="organisingChoices__options">
        {options.map(({ value, text }) => (
          <Chip
            key={value}
            text={text}
            isChosen={chosen.includes(value)}
            onPress={() => onChange(toggle(value))}
          />
        ))}
      </View>
      <ProblemLine message={error} />
    </View>
  )
}

const DIGITS = 4

interface NumberFieldProps {
  label: string
  /** As it is typed. */
  value: string
  help?: string
  error?: string | undefined
  onChange: (value: string) => void
}

/** A whole number; what is no digit is not taken. */
export const NumberField = ({ onChange, ...shown }: NumberFieldProps) => (
  <Field
    {...shown}
    maxLength={DIGITS}
    keyboard="number"
    onChange={(typed) => onChange(typed.replace(/\D/g, ''))}
  />
)

const MINUTE = 60_000
const SHANGHAI_OFFSET = 8 * 3_600_000

/** `09:00` of minutes since midnight. */
export const minuteWords = (minute: number): string => clockWords(minute * MINUTE - SHANGHAI_OFFSET)

interface ClockFieldProps {
  label: string
  /** Minutes since midnight. */
  value: number
  onChange: (minute: number) => void
}

export const ClockField = ({ label, value, onChange }: ClockFieldProps) => (
  <View className="organisingClock">
    <View className="organisingClock__label">{label}</View>
    <MomentInput
      kind="time"
      label={label}
      value={minuteWords(value)}
      onChange={(clock) => {
        const [hours, minutes] = clock.split(':').map(Number)
        if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes)
      }}
    />
  </View>
)
