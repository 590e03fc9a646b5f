import { LISTED_DAYS_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { ActivityRow } from '@/components/activityRow'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { Thumbnails } from '@/components/thumbnails'
import { dayWords } from '@/words/moments'
import './team.scss'

const SPAN = (LISTED_DAYS_MAX - 1) * 24 * 3_600_000
const SHOWN = 5

const useActivities = (organisationId: string, from: number, until: number) =>
  useAnswer(`activities/${organisationId}/${from}`, () =>
    call('activities', 'listActivities', { organisationId, from, until }),
  )

type Activity = Parameters<typeof ActivityRow>[0]['activity']

const DatedRow = ({ activity }: { activity: Activity }) => (
  <>
    <View className="team__day">{dayWords(activity.startsAt)}</View>
    <ActivityRow activity={activity} />
  </>
)

/** What the team does next, and pictures of what it has done. */
export const TeamActivities = ({ organisationId }: { organisationId: string }) => {
  const [now] = useState(Date.now)
  const coming = useActivities(organisationId, now, now + SPAN)
  const past = useActivities(organisationId, now - SPAN, now)
  const done = past.state.status === 'ready' ? past.state.value.activities : []
  const photos = done.flatMap(({ coverUrl }) => coverUrl ?? [])
  return (
    <>
      <Card title="接下来的活动">
        <Answered answer={coming} skeleton={<Skeleton shape="row" count={2} />}>
          {({ activities }) =>
            activities.length === 0 ? (
              <EmptyState icon="calendar" reason="近六周还没有安排活动。" />
            ) : (
              activities
                .slice(0, SHOWN)
                .map((activity) => <DatedRow key={activity.activityId} activity={activity} />)
            )
          }
        </Answered>
      </Card>
      {photos.length > 0 ? (
        <Card title="最近的活动照片">
          <Thumbnails urls={photos.slice(0, SHOWN)} name="活动" />
        </Card>
      ) : null}
    </>
  )
}
