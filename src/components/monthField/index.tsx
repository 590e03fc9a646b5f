import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { cityTimeOf } from '@/components/dateTimeField/cityTime'
import { MomentInput } from '@/components/dateTimeField/inputs'
import { Icon } from '@/components/icon'
import '@/components/dateTimeField/index.scss'

interface MonthFieldProps {
  label: string
  /** `2019-05`, or empty. What somebody typed otherwise stays as it is. */
  value: string
  /** The last month that can be chosen, by any moment of it. */
  until?: number
  help?: string
  /** What is wrong and what to do; shown instead of the help. */
  error?: string
  onChange: (value: string) => void
}

const MONTH = 'yyyy-mm'.length

const monthOf = (time: number): string => cityTimeOf(time).date.slice(0, MONTH)

/** A year and a month. */
export const MonthField = ({ label, value, until, help, error, onChange }: MonthFieldProps) => (
  <View className={`dateTimeField ${error ? 'dateTimeField--wrong' : ''}`}>
    <View className="dateTimeField__label">{label}</View>
    <MomentInput
      kind="month"
      label={error ? `${label}，${error}` : label}
      value={value}
      until={until === undefined ? undefined : monthOf(until)}
      onChange={onChange}
    />
    {error ? (
      <View className="dateTimeField__error" {...accessible({ role: 'alert' })}>
        <Icon name="failure" size="small" />
        <View>{error}</View>
      </View>
    ) : null}
    {help && !error ? <View className="dateTimeField__help">{help}</View> : null}
  </View>
)
