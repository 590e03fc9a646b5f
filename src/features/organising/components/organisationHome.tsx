import type { SeriesSummary } from '@contract/volunteering/activities'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { dayOf, startOfDay } from '@/words/activities'
import { momentWords } from '@/words/moments'
import { minutesWords, recurrenceWords } from '@/words/volunteering'
import { ComingActivity } from './comingActivity'
import { minuteWords } from './parts'

const DAY = 86_400_000
/** This week and the next: what there is to prepare. */
const DAYS_SHOWN = 14

const Coming = ({ organisationId, now }: { organisationId: string; now: number }) => {
  const from = startOfDay(dayOf(now))
  const book = usePages(`coming/${organisationId}/${from}`, {
    ask: (after: string | undefined) =>
      call('activities', 'listActivities', { organisationId, from, until: from + DAYS_SHOWN * DAY, after }),
    read: ({ activities, next }) => ({ items: activities, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={<Skeleton shape="card" count={2} />}>
      {() =>
        book.items.length === 0 ? (
          <EmptyState icon="calendar" reason="两周里没有活动" />
        ) : (
          book.items.map((activity) => (
            <ComingActivity key={activity.activityId} activity={activity} now={now} />
          ))
        )
      }
    </Answered>
  )
}

export const scheduleWords = ({
  recurrence,
  startMinute,
  minutes,
}: Pick<SeriesSummary, 'recurrence' | 'startMinute' | 'minutes'>): string =>
  `${recurrenceWords(recurrence)} ${minuteWords(startMinute)}，${minutesWords(minutes)}`

const SeriesRow = ({ series }: { series: SeriesSummary }) => (
  <ListRow
    icon="calendar"
    title={series.theme}
    line={scheduleWords(series)}
    below={
      series.nextAt === null ? (
        <Badge tone="plain" text="已结束" />
      ) : (
        <Badge tone="information" text={`下一次 ${momentWords(series.nextAt)}`} />
      )
    }
    onPress={() => open(routes.occurrences(series.seriesId))}
  />
)

const AllSeries = ({ organisationId }: { organisationId: string }) => {
  const book = usePages(`series/${organisationId}`, {
    ask: (after: string | undefined) => call('activities', 'listSeries', { organisationId, after }),
    read: ({ series, next }) => ({ items: series, next }),
  })
  return (
    <Card title="全部活动安排">
      <Answered answer={book} skeleton={<Skeleton shape="row" count={2} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="volunteering" reason="还没有发布过活动" />
          ) : (
            book.items.map((series) => <SeriesRow key={series.seriesId} series={series} />)
          )
        }
      </Answered>
    </Card>
  )
}

const People = ({ organisationId }: { organisationId: string }) => {
  const team = useAnswer(`team/${organisationId}`, () => call('volunteers', 'getTeam', { organisationId }))
  const isTeam = team.state.status === 'ready'
  return (
    <Card title="人和时长">
      {isTeam ? (
        <ListRow
          icon="people"
          title="队员"
          line="入队申请、进网格、队员名单"
          onPress={() => open(routes.members(organisationId))}
        />
      ) : null}
      <ListRow
        icon="clock"
        title="补录的时长"
        line="志愿者事后补录的，等你审核"
        onPress={() => open(routes.hourClaims(organisationId))}
      />
    </Card>
  )
}

/** What a leader has to do with an organisation: what is next, then what is planned, then its people. */
export const OrganisationHome = ({ organisationId }: { organisationId: string }) => (
  <>
    <Button icon="add" onPress={() => open(routes.editSeries({ organisationId }))}>
      发布活动
    </Button>
    <Coming organisationId={organisationId} now={Date.now()} />
    <AllSeries organisationId={organisationId} />
    <People organisationId={organisationId} />
  </>
)
