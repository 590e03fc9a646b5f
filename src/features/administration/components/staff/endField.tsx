import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { DateTimeField } from '@/components/dateTimeField'
import { dayAfterMonths } from '../../appointment'
import '../listPage.scss'

const ready = [
  { text: '半年', months: 6 },
  { text: '一年', months: 12 },
]

interface EndFieldProps {
  /** The first moment of the last day, or null without an end. */
  value: number | null
  error: string | undefined
  onChange: (value: number | null) => void
}

/** Until when a role is held: one of the usual times, or any day. */
export const EndField = ({ value, error, onChange }: EndFieldProps) => {
  const now = Date.now()
  return (
    <>
      <DateTimeField
        label="最后一天"
        value={value}
        from={now}
        help={value === null ? '不选就一直有效，直到管理员结束' : undefined}
        error={error}
        onChange={onChange}
      />
      <View className="listActs">
        {ready.map(({ text, months }) => (
          <Chip
            key={text}
            text={text}
            isChosen={value === dayAfterMonths(now, months)}
            onPress={() => onChange(dayAfterMonths(now, months))}
          />
        ))}
        <Chip text="不限" isChosen={value === null} onPress={() => onChange(null)} />
      </View>
    </>
  )
}
