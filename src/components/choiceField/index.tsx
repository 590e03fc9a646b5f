import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import './index.scss'

/** More would push what follows out of sight. */
const MOST_INLINE = 5

export interface Choice<Value extends string> {
  value: Value
  text: string
  /** What choosing it means. */
  line?: string
}

interface ChoicesProps<Value extends string> {
  label: string
  choices: Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

const Choices = <Value extends string>({ label, choices, value, onChange }: ChoicesProps<Value>) => (
  <View className="choiceField__choices" {...accessible({ role: 'radiogroup', label })}>
    {choices.map((choice) => (
      <Pressable
        key={choice.value}
        className={`choiceField__choice ${choice.value === value ? 'choiceField__choice--chosen' : ''}`}
        role="radio"
        checked={choice.value === value}
        label={choice.line ? `${choice.text}，${choice.line}` : choice.text}
        onPress={() => onChange(choice.value)}
      >
        <Icon name={choice.value === value ? 'dot' : 'empty'} />
        <View className="choiceField__words">
          <View>{choice.text}</View>
          {choice.line ? <View className="choiceField__line">{choice.line}</View> : null}
        </View>
      </Pressable>
    ))}
  </View>
)

/** Shows what is chosen and opens the choices over the page. */
const ChoiceSheet = <Value extends string>({ label, choices, value, onChange }: ChoicesProps<Value>) => {
  const [isOpen, setOpen] = useState(false)
  const chosen = choices.find((choice) => choice.value === value)?.text
  const choose = (next: Value) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <>
      <Pressable
        className="choiceField__control"
        label={`${label}，${chosen ?? '请选择'}`}
        onPress={() => setOpen(true)}
      >
        <View className={chosen ? '' : 'choiceField__line'}>{chosen ?? '请选择'}</View>
        <Icon name="forward" size="small" />
      </Pressable>
      <Sheet title={label} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Choices label={label} choices={choices} value={value} onChange={choose} />
      </Sheet>
    </>
  )
}

interface ChoiceFieldProps<Value extends string> extends ChoicesProps<Value> {
  help?: string
  /** What is wrong and what to do; shown instead of the help. */
  error?: string
}

/** One of several: all in sight when they are few, over the page when they are many. */
export const ChoiceField = <Value extends string>({ help, error, ...choosing }: ChoiceFieldProps<Value>) => (
  <View className={`choiceField ${error ? 'choiceField--wrong' : ''}`}>
    <View className="choiceField__label">{choosing.label}</View>
    {choosing.choices.length > MOST_INLINE ? <ChoiceSheet {...choosing} /> : <Choices {...choosing} />}
    {error ? (
      <View className="choiceField__error" {...accessible({ role: 'alert' })}>
        <Icon name="failure" size="small" />
        <View>{error}</View>
      </View>
    ) : null}
    {help && !error ? <View className="choiceField__help">{help}</View> : null}
  </View>
)
