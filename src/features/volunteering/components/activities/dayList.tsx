import type { ActivitySummary } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { ActivityRow } from '@/components/activityRow'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { dayHeading, weekHeading } from '@/words/activities'
import { byDay } from '../../activities/calendar'
import './dayList.scss'

interface Empty {
  reason: string
  way?: { text: string; onPress: () => unknown }
}

interface DayListProps {
  activities: ActivitySummary[]
  empty: Empty
}

/** Activities under their days, the days under 本周 and 下周. */
export const DayList = ({ activities, empty }: DayListProps) => {
  if (activities.length === 0) return <EmptyState icon="calendar" {...empty} />
  const now = Date.now()
  let week: string | null = null
  return byDay(activities).map(({ day, activities: held }) => {
    const name = weekHeading(day, now)
    const isFirst = name !== null && name !== week
    week = name
    return (
      <View key={day} className="dayList">
        {isFirst ? <View className="dayList__week">{name}</View> : null}
        <Card title={dayHeading(day, now)}>
          <View>
            {held.map((activity) => (
              <ActivityRow key={activity.activityId} activity={activity} />
            ))}
          </View>
        </Card>
      </View>
    )
  })
}
