import type { Result } from '@contract/result'
import type { ActivityPhoto, ActivitySummary } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import type { CloudError } from '@/cloud/services'
import { useAnswer } from '@/cloud/useAnswer'
import { ActivityRow } from '@/components/activityRow'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { Thumbnails } from '@/components/thumbnails'
import { dayAfter, dayHeading, dayOf, startOfDay } from '@/words/activities'
import { byDay } from '../../activities/calendar'
import './team.scss'

const SHOWN = 5
const DAYS_AHEAD = 28
const DAYS_BACK = 28
/** Of the last ones: what a visitor wants to see is how it was lately. */
const PICTURED = 3

interface Recent {
  coming: ActivitySummary[]
  photos: ActivityPhoto[]
}

const photosOf = async ({ activityId }: ActivitySummary): Promise<ActivityPhoto[]> => {
  const answer = await call('activities', 'getAftermath', { activityId })
  return answer.ok ? answer.value.photos : []
}

/** Photos that cannot be read are left out; what is coming is said all the same. */
async function askRecent(organisationId: string): Promise<Result<Recent, CloudError>> {
  const today = dayOf(Date.now())
  const now = startOfDay(today)
  const list = (from: number, until: number) =>
    call('activities', 'listActivities', { organisationId, from, until })
  const [ahead, back] = await Promise.all([
    list(now, startOfDay(dayAfter(today, DAYS_AHEAD))),
    list(startOfDay(dayAfter(today, -DAYS_BACK)), now),
  ])
  if (!ahead.ok) return ahead
  const over = back.ok ? back.value.activities.filter(({ state }) => state === 'over') : []
  const photos = await Promise.all(over.slice(-PICTURED).reverse().map(photosOf))
  const coming = ahead.value.activities.filter(({ state }) => state === 'coming' || state === 'running')
  return { ok: true, value: { coming: coming.slice(0, SHOWN), photos: photos.flat() } }
}

const Coming = ({ activities }: { activities: ActivitySummary[] }) =>
  byDay(activities).map(({ day, activities: held }) => (
    <View key={day}>
      <View className="team__day">{dayHeading(day, Date.now())}</View>
      {held.map((activity) => (
        <ActivityRow key={activity.activityId} activity={activity} />
      ))}
    </View>
  ))

/** What a team does next, and how it was lately. */
export const TeamActivities = ({ organisationId }: { organisationId: string }) => {
  const answer = useAnswer(organisationId, () => askRecent(organisationId))
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="row" count={2} />}>
      {({ coming, photos }) => (
        <>
          <Card title="接下来的活动">
            {coming.length > 0 ? (
              <Coming activities={coming} />
            ) : (
              <ListRow icon="calendar" title="近四周还没有安排" />
            )}
          </Card>
          {photos.length > 0 ? (
            <Card title="活动掠影">
              <Thumbnails urls={photos.map(({ pageUrl }) => pageUrl)} name="活动" />
            </Card>
          ) : null}
        </>
      )}
    </Answered>
  )
}
