import type { Series } from '@contract/volunteering/activities'
import type { Occurrence } from '@contract/volunteering/recurrence'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { activityTimeWords, dateWords, dayAfter, dayOf, startOfDay } from '@/words/activities'
import { onHolidayWords } from '@/words/volunteering'
import { EndSheet } from '../../components/endSheet'
import { scheduleWords } from '../../components/organisationHome'
import { hoursRuleWords } from '../../seriesDraft'
import '../../components/parts.scss'

const PlanCard = ({ series, onEnd }: { series: Series; onEnd: () => void }) => {
  const { plan, isEnded, seriesId } = series
  const isRepeating = plan.recurrence.kind !== 'once'
  return (
    <Card title={plan.theme}>
      <KeyValue
        rows={[
          { key: '时间', value: scheduleWords(series) },
          ...(isRepeating ? [{ key: '节假日', value: onHolidayWords[plan.onHoliday] }] : []),
          { key: '地点', value: plan.address },
          { key: '岗位', value: plan.roles.map(({ name, capacity }) => `${name} ×${capacity}`).join('、') },
          { key: '时长', value: hoursRuleWords(plan.hoursRule) },
        ]}
      />
      {isRepeating && !isEnded ? (
        <View className="organisingActs">
          <Button kind="secondary" icon="edit" onPress={() => open(routes.editSeries({ seriesId }))}>
            改以后各次
          </Button>
          <Button kind="quiet" onPress={onEnd}>
            结束这个系列
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

const stateOf = ({ state, isChanged, activityId }: Occurrence) => {
  if (state === 'cancelled') return <Badge tone="wrong" text="已取消" />
  if (state === 'over') return <Badge tone="plain" text="已开始或结束" />
  if (isChanged) return <Badge tone="waiting" text="单独改过" />
  return activityId === null ? <Badge tone="plain" text="还没开放报名" /> : undefined
}

const movedWords = ({ day, startsAt }: Occurrence): string | undefined =>
  dayOf(startsAt) === day ? undefined : `原定 ${dateWords(startOfDay(day))}`

const OccurrenceRow = ({ seriesId, occurrence }: { seriesId: string; occurrence: Occurrence }) => {
  const { state, day, activityId } = occurrence
  const page =
    state === 'coming' ? routes.editActivity(seriesId, day) : activityId && routes.roster(activityId)
  return (
    <ListRow
      icon="calendar"
      title={activityTimeWords(occurrence)}
      line={movedWords(occurrence)}
      below={stateOf(occurrence)}
      onPress={page ? () => open(page) : undefined}
    />
  )
}

/** From today on; a page further on, from the day after the last one that is shown. */
const Days = ({ seriesId, from }: { seriesId: string; from: string }) => {
  const [isMore, setMore] = useState(false)
  const answer = useAnswer(`days/${seriesId}/${from}`, () =>
    call('activities', 'listOccurrences', { seriesId, from }),
  )
  useRefreshOnPull(answer.refresh)
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="row" count={5} />}>
      {({ occurrences }) => {
        const last = occurrences.at(-1)
        const next = last && dayAfter(dayOf(last.startsAt), 1)
        if (!next) return <EmptyState icon="calendar" reason="后面没有了" />
        return (
          <>
            {occurrences.map((occurrence) => (
              <OccurrenceRow key={occurrence.day} seriesId={seriesId} occurrence={occurrence} />
            ))}
            {isMore ? (
              <Days seriesId={seriesId} from={next} />
            ) : (
              <Button kind="quiet" onPress={() => setMore(true)}>
                再看后面的
              </Button>
            )}
          </>
        )
      }}
    </Answered>
  )
}

const Occurrences = ({ seriesId }: { seriesId: string }) => {
  const series = useAnswer(`series/${seriesId}`, () => call('activities', 'getSeries', { seriesId }))
  const [isEnding, setEnding] = useState(false)
  return (
    <Answered answer={series} skeleton={<Skeleton shape="card" count={2} />}>
      {(value) => (
        <>
          <PlanCard series={value} onEnd={() => setEnding(true)} />
          <Card title="各次">
            <View className="organisingLine">点一次，可以只改或者取消这一次。</View>
            <Days key={value.version} seriesId={seriesId} from={dayOf(Date.now())} />
          </Card>
          {isEnding ? (
            <EndSheet series={value} onClose={() => setEnding(false)} onEnded={series.refresh} />
          ) : null}
        </>
      )}
    </Answered>
  )
}

/** The days of a series, years ahead. */
export default function OccurrencesPage() {
  const { seriesId = '' } = useRouter().params
  return (
    <Page title="各次活动">
      <Occurrences seriesId={seriesId} />
    </Page>
  )
}
