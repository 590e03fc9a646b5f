import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { dayOf } from '@/words/activities'
import { levelOf, type MonthOfService, monthsOf } from '../../hours/year'
import './yearCalendar.scss'

const FIRST_YEAR = 2020

/** A square for each day; to a screen reader, a sentence. */
const Month = ({ month }: { month: MonthOfService }) => (
  <View className="yearCalendar__month" {...accessible({ role: 'img', label: month.label })}>
    <View className="yearCalendar__words" {...accessible({ hidden: true })}>
      <View className="yearCalendar__name">{month.month}月</View>
      <View>{month.sum}</View>
    </View>
    <View className="yearCalendar__days" {...accessible({ hidden: true })}>
      {month.minutes.map((minutes, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day of the month is its place
        <View key={index} className={`yearCalendar__day yearCalendar__day--${levelOf(minutes)}`} />
      ))}
    </View>
  </View>
)

interface YearCalendarProps {
  year: number
  days: { day: string; minutes: number }[]
  onYear: (year: number) => void
}

/** Each day of a year with hours of either ledger. */
export const YearCalendar = ({ year, days, onYear }: YearCalendarProps) => {
  const today = dayOf(Date.now())
  const thisYear = Number(today.slice(0, 4))
  return (
    <Card title={`${year}年`}>
      <View className="yearCalendar">
        {monthsOf(year, days, today).map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </View>
      <View className="yearCalendar__hint">一格是一天，颜色越深，服务越久。</View>
      <View className="yearCalendar__years">
        {year > FIRST_YEAR ? (
          <Button kind="quiet" onPress={() => onYear(year - 1)}>
            看 {year - 1} 年
          </Button>
        ) : null}
        {year < thisYear ? (
          <Button kind="quiet" onPress={() => onYear(year + 1)}>
            看 {year + 1} 年
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
