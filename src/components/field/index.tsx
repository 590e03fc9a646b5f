import { Input, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import './index.scss'

/** A browser takes an input's name from the label around it; WeChat takes it from the input itself. */
const Labelled = process.env.TARO_ENV === 'weapp' ? View : 'label'

export type Keyboard = 'text' | 'number' | 'telephone'

/** WeChat has no keys with a hyphen for telephones, so those are typed like text. A browser is told what to offer. */
const keysInWechat = (keyboard: Keyboard): object => (keyboard === 'number' ? { type: 'digit' } : {})
const inputModes = { text: undefined, number: 'decimal', telephone: 'tel' } as const
const keysOnWeb = (keyboard: Keyboard): object =>
  keyboard === 'text' ? {} : { nativeProps: { inputMode: inputModes[keyboard] } }

const keysOf = process.env.TARO_ENV === 'weapp' ? keysInWechat : keysOnWeb

interface FieldProps {
  label: string
  value: string
  maxLength: number
  help?: string
  /** What is wrong and what to do; shown at the field instead of the help. */
  error?: string
  placeholder?: string
  isLong?: boolean
  /** Of a single line: which keys the phone offers. */
  keyboard?: Keyboard
  /** How much has been written, in place of the characters of a long text. */
  counter?: ReactNode
  onChange: (value: string) => void
}

/** A single-line input or, for long texts, an area that grows with what is typed. */
export const Field = ({
  label,
  value,
  maxLength,
  help,
  error,
  placeholder,
  isLong = false,
  keyboard = 'text',
  counter = isLong ? `${value.length}/${maxLength} 字` : null,
  onChange,
}: FieldProps) => {
  const shared = {
    value,
    placeholder,
    placeholderClass: 'field__placeholder',
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    ...accessible({ label: error ? `${label}，${error}` : label }),
  }
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <Labelled className="field__control">
        <View className="field__label">{label}</View>
        {isLong ? (
          <Textarea className="field__input field__input--long" {...shared} />
        ) : (
          <Input className="field__input" {...shared} {...keysOf(keyboard)} />
        )}
      </Labelled>
      {error ? (
        <View className="field__error" {...accessible({ role: 'alert' })}>
          <Icon name="failure" size="small" />
          <View>{error}</View>
        </View>
      ) : null}
      <View className="field__below">
        <View>{error ? '' : help}</View>
        {counter === null ? null : <View>{counter}</View>}
      </View>
    </View>
  )
}
