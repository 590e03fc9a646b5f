import { Input, Textarea, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import './index.scss'

/** A browser takes an input's name from the label around it; WeChat takes it from the input itself. */
const Labelled = process.env.TARO_ENV === 'weapp' ? View : 'label'

interface FieldProps {
  label: string
  value: string
  maxLength: number
  help?: string
  /** What is wrong and what to do; shown at the field instead of the help. */
  error?: string
  placeholder?: string
  isLong?: boolean
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
          <Input className="field__input" {...shared} />
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
        {isLong ? (
          <View>
            {value.length}/{maxLength} 字
          </View>
        ) : null}
      </View>
    </View>
  )
}
