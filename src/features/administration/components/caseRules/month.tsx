import { View } from '@tarojs/components'
import { Pressable } from '@/components/pressable'
import { cellsOf, type Days, isWorked, markOf } from '../../calendarDays'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const DAY_AT = 'yyyy-mm-'.length

/** Drawn beside the number: the label says it in words. */
const marks = {
  休: 'month__day--marked month__day--holiday',
  班: 'month__day--marked month__day--worked',
} as const

interface MonthProps {
  year: number
  month: number
  days: Days
  /** Null: only looked at. */
  onToggle: ((day: string) => void) | null
}

const Day = ({ day, days, onToggle }: Pick<MonthProps, 'days' | 'onToggle'> & { day: string }) => {
  const number = Number(day.slice(DAY_AT))
  const isOff = !isWorked(day, days)
  const mark = markOf(day, days)
  const className = `month__day ${isOff ? 'month__day--off' : ''} ${mark ? marks[mark] : ''}`
  const content = <View>{number}</View>
  if (!onToggle) return <View className={className}>{content}</View>
  return (
    <Pressable
      className={className}
      mayRepeat
      label={`${Number(day.slice(5, 7))}月${number}日，${isOff ? '休息' : '上班'}`}
      onPress={() => onToggle(day)}
    >
      {content}
    </Pressable>
  )
}

/** A month in weeks from Monday on; what differs from the usual week is marked 休 or 班. */
export const Month = ({ year, month, days, onToggle }: MonthProps) => (
  <View className="month">
    <View className="month__name">{month} 月</View>
    <View className="month__grid">
      {WEEKDAYS.map((weekday) => (
        <View key={weekday} className="month__weekday">
          {weekday}
        </View>
      ))}
      {cellsOf(year, month).map((day, index) =>
        day === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty cells have nothing else
          <View key={index} />
        ) : (
          <Day key={day} day={day} days={days} onToggle={onToggle} />
        ),
      )}
    </View>
  </View>
)
