import { weekAfter, weekOf } from '@contract/volunteering/weeks'
import type { UnitRow } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { useIsDesk } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { routes } from '@/routes'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { weekSpanWords } from '../../weekWords'
import { MoreButton } from '../moreButton'
import { PrintButton } from '../printButton'
import { AddUnit } from './addUnit'
import { OnlyForVolunteering } from './onlyFor'
import { UnitSheet } from './unitSheet'
import { UnitWeeksTable, WeekCounts } from './unitWeeksTable'
import '../listPage.scss'
import '../listPageDesk.scss'
import './volunteering.scss'

/** Weeks beside one another: what fits on a desk, and what a card on a phone can carry. */
const [ON_DESK, ON_PHONE] = [8, 4]

const isWeek = (text: string | undefined): text is string => /^20\d\d-W[0-5]\d$/.test(text ?? '')

const useView = (placeCode: string) => {
  const [filters, change] = useFilters(['until', 'missed'], (next) => {
    const query = Object.entries(next).flatMap(([key, value]) => (value ? [`&${key}=${value}`] : []))
    return `${routes.unitWeeks(placeCode)}${query.join('')}`
  })
  const until = isWeek(filters.until) ? filters.until : weekOf(Date.now())
  return { until, onlyMissed: filters.missed === 'only', change }
}

const Filters = ({ view, weeks }: { view: ReturnType<typeof useView>; weeks: number }) => {
  const { until, onlyMissed, change } = view
  const thisWeek = weekOf(Date.now())
  return (
    <View className="listActs">
      <Chip
        text="只看没开展的"
        isChosen={onlyMissed}
        onPress={() => change({ missed: onlyMissed ? undefined : 'only' })}
      />
      <Button kind="quiet" onPress={() => change({ until: weekAfter(until, -weeks) })}>
        前 {weeks} 周
      </Button>
      {until < thisWeek ? (
        <Button kind="quiet" onPress={() => change({ until: weekAfter(until, weeks) })}>
          后 {weeks} 周
        </Button>
      ) : null}
      <PrintButton />
    </View>
  )
}

const useUnits = (placeCode: string, view: ReturnType<typeof useView>, weeks: number) => {
  const { until, onlyMissed } = view
  return usePages(`${placeCode}/${until}/${weeks}/${onlyMissed}`, {
    ask: (after: string | undefined) =>
      call('volunteerStatistics', 'listUnitWeeks', { placeCode, until, weeks, onlyMissed, after }),
    read: ({ units, next }) => ({ items: units, next }),
  })
}

const NONE = '还没有要求单位每周开展活动。选一个单位，从本周开始要求。'
const NONE_MISSED = '看过的单位里，这几周没有该开展而没开展的。'

const UnitsAt = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const weeks = useIsDesk() ? ON_DESK : ON_PHONE
  const view = useView(placeCode)
  const book = useUnits(placeCode, view, weeks)
  const [openId, setOpenId] = useState<string | null>(null)
  useRefreshOnPull(book.refresh)
  const mayEdit = roles.includes('administrator')
  const opened: UnitRow | undefined = book.items.find(({ organisationId }) => organisationId === openId)
  return (
    <>
      <Filters view={view} weeks={weeks} />
      <View className="volunteeringNote">
        {weekSpanWords(view.until)}及之前共 {weeks} 周。有人得到时长才算开展；周四 10
        点提醒没有安排的负责人，下周一 10 点告诉上级管理员。
      </View>
      <Answered answer={book} skeleton={<Skeleton shape="row" count={5} />}>
        {({ counts }) => (
          <>
            <WeekCounts counts={counts} />
            {book.items.length === 0 ? (
              <EmptyState icon="calendar" reason={view.onlyMissed ? NONE_MISSED : NONE} />
            ) : (
              <UnitWeeksTable
                units={book.items}
                until={view.until}
                onOpen={({ organisationId }) => setOpenId(organisationId)}
              />
            )}
          </>
        )}
      </Answered>
      <MoreButton book={book} />
      {mayEdit ? <AddUnit placeCode={placeCode} onAdded={book.refresh} /> : null}
      {opened ? (
        <UnitSheet unit={opened} mayEdit={mayEdit} onClose={() => setOpenId(null)} onChanged={book.refresh} />
      ) : null}
    </>
  )
}

/** Units × weeks: who has held an activity, who has not, and who did not need to. */
export const UnitWeeksPageContent = ({ staff }: { staff: Staff }) => (
  <OnlyForVolunteering staff={staff} what="各单位每周活动">
    <UnitsAt staff={staff} />
  </OnlyForVolunteering>
)
