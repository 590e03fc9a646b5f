import type { ActivitySummary } from '@contract/volunteering/activities'
import { CHECK_IN_BEFORE, CHECK_OUT_AFTER } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { open, routes } from '@/routes'
import { activityTimeWords, dayHeading, dayOf } from '@/words/activities'

/** Whether people check in or out about now, so that the code is what comes first. */
const isOnSite = ({ startsAt, endsAt }: ActivitySummary, now: number): boolean =>
  now >= startsAt - CHECK_IN_BEFORE && now <= endsAt + CHECK_OUT_AFTER

const countWords = ({ taken, capacity, waiting }: ActivitySummary): string =>
  `报名 ${taken}/${capacity} 人${waiting > 0 ? `，候补 ${waiting} 人` : ''}`

/** An activity as its leader needs it: how many come, and what to do next. */
export const ComingActivity = ({ activity, now }: { activity: ActivitySummary; now: number }) => {
  const { activityId, seriesId, day, theme, startsAt, address, waiting, taken, capacity } = activity
  const onSite = isOnSite(activity, now)
  const label = `${dayHeading(dayOf(startsAt), now)}的“${theme}”`
  return (
    <Card title={theme}>
      <View>{activityTimeWords(activity)}</View>
      <View className="organisingLine">{address}</View>
      <Badge
        tone={waiting > 0 || taken >= capacity ? 'waiting' : 'information'}
        icon="people"
        text={countWords(activity)}
      />
      <View className="organisingActs">
        {onSite ? (
          <Button
            icon="qrCode"
            label={`签到码：${label}`}
            onPress={() => open(routes.checkInCode(activityId))}
          >
            签到码
          </Button>
        ) : null}
        <Button
          kind="secondary"
          icon="list"
          label={`名单：${label}`}
          onPress={() => open(routes.roster(activityId))}
        >
          名单
        </Button>
        {startsAt > now ? (
          <Button
            kind="secondary"
            icon="edit"
            label={`改这一次：${label}`}
            onPress={() => open(routes.editActivity(seriesId, day))}
          >
            改这一次
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
