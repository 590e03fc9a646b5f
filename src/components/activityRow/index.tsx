import type { ActivitySummary } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { open, routes } from '@/routes'
import { activityBadge, dayOf } from '@/words/activities'
import { distanceWords } from '@/words/cases'
import { clockWords } from '@/words/moments'
import './index.scss'

const whereWords = ({ address, distance }: ActivitySummary): string =>
  [distance === null ? '' : distanceWords(distance), address].filter(Boolean).join(' · ')

/** An activity under its day: when it begins stands first, as in a timetable. */
export const ActivityRow = ({ activity }: { activity: ActivitySummary }) => {
  const { activityId, theme, organisationName, startsAt, endsAt, coverUrl } = activity
  const badge = activityBadge(activity)
  const where = whereWords(activity)
  const until = dayOf(startsAt) === dayOf(endsAt - 1) ? `至 ${clockWords(endsAt)}` : '到次日'
  return (
    <Pressable
      className="activityRow"
      label={[clockWords(startsAt), until, theme, where, organisationName, badge.text].join(' ')}
      onPress={() => open(routes.activity(activityId))}
    >
      <View className="activityRow__time">
        <View className="activityRow__start">{clockWords(startsAt)}</View>
        <View className="activityRow__line">{until}</View>
      </View>
      <View className="activityRow__words">
        <View className="activityRow__theme">{theme}</View>
        <View className="activityRow__line">{where}</View>
        <View className="activityRow__line">{organisationName}</View>
        <View className="activityRow__state">
          <Badge {...badge} />
        </View>
      </View>
      {coverUrl ? (
        <View className="activityRow__photo">
          <Photo url={coverUrl} description={`${theme}的照片`} ratio="square" />
        </View>
      ) : null}
    </Pressable>
  )
}
