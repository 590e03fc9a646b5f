import { placeName } from '@contract/places/names'
import type { ActivitySummary } from '@contract/volunteering/activities'
import { startOfWeek } from '@contract/volunteering/weeks'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { ActivityRow } from '@/components/activityRow'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { dayHeading, dayOf, startOfDay } from '@/words/activities'
import { forTheTab } from './foremost'

const TWO_WEEKS = 14 * 86_400_000

/** Today's until the end of next week, so that a Sunday is not empty. */
export const useWeek = (placeCode: string | null) => {
  const today = dayOf(Date.now())
  const from = startOfDay(today)
  return useAnswer(placeCode && `${placeCode}/${today}`, () =>
    call('activities', 'listActivities', {
      placeCode: placeCode ?? undefined,
      from,
      until: startOfWeek(from) + TWO_WEEKS,
    }),
  )
}

const Days = ({ activities }: { activities: ActivitySummary[] }) => {
  const days = [...new Set(activities.map(({ startsAt }) => dayOf(startsAt)))]
  return days.map((day) => (
    <View key={day}>
      <View className="volunteering__day">{dayHeading(day, Date.now())}</View>
      {activities
        .filter(({ startsAt }) => dayOf(startsAt) === day)
        .map((activity) => (
          <ActivityRow key={activity.activityId} activity={activity} />
        ))}
    </View>
  ))
}

interface WeekProps {
  placeCode: string | null
  answer: ReturnType<typeof useWeek>
  street: string | null
}

/** 近期活动. */
export const Week = ({ placeCode, answer, street }: WeekProps) => (
  <Card title={`${placeCode === null ? '' : placeName(placeCode)}近期活动`}>
    <Answered answer={answer} skeleton={<Skeleton shape="row" count={3} />}>
      {({ activities }) => {
        const shown = forTheTab(activities, street)
        if (shown.length > 0) return <Days activities={shown} />
        return <EmptyState icon="calendar" reason="这两周还没有可以报名的活动。" />
      }}
    </Answered>
    <Button
      kind="secondary"
      icon="calendar"
      onPress={() => open(routes.activities(placeCode ? { placeCode } : {}))}
    >
      全部活动
    </Button>
  </Card>
)
