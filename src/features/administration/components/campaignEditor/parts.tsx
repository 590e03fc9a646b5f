import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from '@/components/accessible'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Pressable } from '@/components/pressable'
import { UNFILLED } from '../../campaignDraft'
import { spotOf } from '../../campaignProblems'
import { toggled } from '../../planEdits'
import './parts.scss'
import './partsDesk.scss'

/** Where a problem of this path is put right: the review leads here. */
export const Spot = ({ path, children }: PropsWithChildren<{ path: string }>) => (
  <View id={spotOf(path)} className="editorSpot">
    {children}
  </View>
)

export const ProblemLine = ({ message }: { message: string | undefined }) =>
  message ? (
    <View className="editorProblem" {...accessible({ role: 'alert' })}>
      <Icon name="failure" size="small" />
      <View>{message}</View>
    </View>
  ) : null

const DIGITS = 8

interface NumberFieldProps {
  label: string
  /** UNFILLED: nothing is typed. */
  value: number
  help?: string
  error?: string | undefined
  onChange: (value: number) => void
}

/** A whole number; what is no digit is not taken. */
export const NumberField = ({ value, onChange, ...words }: NumberFieldProps) => (
  <Field
    {...words}
    value={value === UNFILLED ? '' : String(value)}
    maxLength={DIGITS}
    onChange={(typed) => {
      const digits = typed.replace(/\D/g, '')
      onChange(digits === '' ? UNFILLED : Number(digits))
    }}
  />
)

interface ChipsProps<Value extends string> {
  label: string
  options: { value: Value; text: string }[]
  chosen: Value[]
  help?: string
  error?: string | undefined
  /** Whether the order of choosing matters: each then says its place. */
  isOrdered?: boolean
  onChange: (chosen: Value[]) => void
}

/** Several of a set, all in sight. */
export const Chips = <Value extends string>(props: ChipsProps<Value>) => {
  const { label, options, chosen, help, error, isOrdered = false, onChange } = props
  const textOf = ({ value, text }: { value: Value; text: string }) =>
    isOrdered && chosen.includes(value) ? `${chosen.indexOf(value) + 1}. ${text}` : text
  return (
    <View className="editorChips">
      <View className="editorChips__label">{label}</View>
      <View className="editorChips__options">
        {options.map((option) => (
          <Chip
            key={option.value}
            text={textOf(option)}
            isChosen={chosen.includes(option.value)}
            onPress={() => onChange(toggled(chosen, option.value))}
          />
        ))}
      </View>
      <ProblemLine message={error} />
      {help && !error ? <View className="editorChips__help">{help}</View> : null}
    </View>
  )
}

interface ActProps {
  icon: IconName
  words: string
  /** What it is done to. */
  label: string
  onPress: () => void
}

export const Act = ({ icon, words, label, onPress }: ActProps) => (
  <Pressable className="editorAct" label={`${words}：${label}`} onPress={onPress}>
    <Icon name={icon} size="small" />
    <View>{words}</View>
  </Pressable>
)

/** One of several things that are alike: what it is, and what can be done with it. */
export const Item = ({ acts, children }: PropsWithChildren<{ acts: ReactNode }>) => (
  <View className="editorItem">
    <View className="editorItem__fields">{children}</View>
    <View className="editorItem__acts">{acts}</View>
  </View>
)

/** Short fields beside one another where there is room. */
export const Fields = ({ children }: PropsWithChildren) => <View className="editorFields">{children}</View>
