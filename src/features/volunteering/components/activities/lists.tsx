import type { Position } from '@contract/cases/cases'
import type { ActivitySummary } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { aboutPlace } from '@/components/map'
import { Skeleton } from '@/components/skeleton'
import { dayOf, hasSeats } from '@/words/activities'
import { countsByDay, daysInSight, spanOf } from '../../activities/calendar'
import { emptyOf, type Shown } from '../../activities/empty'
import { asked, type Filters, kindOptions, seatOptions } from '../../activities/filters'
import { useHeld } from '../../activities/useHeld'
import { ActivitiesMap } from './activitiesMap'
import { Calendar } from './calendar'
import { DayList } from './dayList'
import './lists.scss'

const AROUND = 13

const FilterLines = ({ filters, onFilter }: Pick<Shown, 'filters' | 'onFilter'>) => (
  <View className="activityLists__filters">
    <FilterChips
      options={seatOptions}
      chosen={filters.seats}
      onChoose={(seats) => onFilter({ ...filters, seats })}
    />
    <FilterChips
      options={kindOptions}
      chosen={filters.kind}
      onChoose={(kind) => onFilter({ ...filters, kind })}
    />
  </View>
)

const MapPart = (props: {
  centre: Position
  zoom: number
  own: Position | null
  activities: ActivitySummary[]
}) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon="map" onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起地图' : '在地图上看'}
      </Button>
      {isOpen ? <ActivitiesMap {...props} /> : null}
    </>
  )
}

interface FrameProps {
  shown: Shown
  counted: ActivitySummary[]
  children: ReactNode
}

/** Calendar and filters stand above every list. */
const Frame = ({ shown, counted, children }: FrameProps) => (
  <View className="activityLists">
    <Calendar view={shown.view} counts={countsByDay(counted)} onChange={shown.onView} />
    <FilterLines filters={shown.filters} onFilter={shown.onFilter} />
    {children}
  </View>
)

const spansOf = ({ view }: Shown) => {
  const today = dayOf(Date.now())
  const inSight = spanOf(daysInSight(view.anchor, view.scale), today)
  return { inSight, listed: view.chosen === null ? inSight : spanOf([view.chosen], today) }
}

const waiting = <Skeleton shape="row" count={4} />

/** At a place and below, by when they begin, page by page. */
export const AtPlace = ({ placeCode, shown }: { placeCode: string; shown: Shown }) => {
  const { inSight, listed } = spansOf(shown)
  const wishes = { placeCode, ...asked(shown.filters) }
  const counted = useHeld({ ...wishes, ...inSight })
  const question = { ...wishes, ...listed }
  const book = usePages(JSON.stringify(question), {
    ask: (after: string | undefined) => call('activities', 'listActivities', { ...question, after }),
    read: ({ activities, next }) => ({ items: activities, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Frame shown={shown} counted={counted}>
      <MapPart {...aboutPlace(placeCode)} own={null} activities={book.items} />
      <Answered answer={book} skeleton={waiting}>
        {() => <DayList activities={book.items} empty={emptyOf(shown)} />}
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </Frame>
  )
}

const fits =
  ({ seats }: Filters, chosen: string | null) =>
  (activity: ActivitySummary): boolean =>
    (seats === 'all' || hasSeats(activity)) && (chosen === null || dayOf(activity.startsAt) === chosen)

/** Around somebody: one answer, on each day the nearest first. */
export const Around = ({ position, shown }: { position: Position; shown: Shown }) => {
  const { kind } = asked(shown.filters)
  const question = { position, ...spansOf(shown).inSight, kind }
  const answer = useAnswer(JSON.stringify(question), () =>
    call('activities', 'listNearbyActivities', question),
  )
  useRefreshOnPull(answer.refresh)
  const all = answer.state.status === 'ready' ? answer.state.value.activities : []
  const listed = all.filter(fits(shown.filters, shown.view.chosen))
  return (
    <Frame shown={shown} counted={all.filter(fits(shown.filters, null))}>
      <MapPart centre={position} zoom={AROUND} own={position} activities={listed} />
      <Answered answer={answer} skeleton={waiting}>
        {() => <DayList activities={listed} empty={emptyOf(shown)} />}
      </Answered>
    </Frame>
  )
}
