import type { UnitRow, UnitWeek, UnitWeekState } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { PlaceName } from '@/components/placeName'
import { type Column, Table } from '@/components/table'
import { usePlaceNames } from '../../usePlaceNames'
import {
  WEEK_STATES,
  weekColumnWords,
  weekFactsWords,
  weekFileWords,
  weekSpanWords,
  weekStateWords,
} from '../../weekWords'

const Week = ({ week }: { week: UnitWeek }) => (
  <View>
    <Badge {...weekStateWords[week.state]} />
    {weekFactsWords(week) ? <View className="weekFacts words-break">{weekFactsWords(week)}</View> : null}
  </View>
)

const weekColumn = (week: string): Column<UnitRow> => {
  const of = ({ weeks }: UnitRow) => weeks.find((each) => each.week === week)
  return {
    key: week,
    title: `${weekColumnWords(week)} 起`,
    show: (unit) => {
      const found = of(unit)
      return found ? <Week week={found} /> : null
    },
    sortBy: (unit) => WEEK_STATES.indexOf(of(unit)?.state ?? 'notExpected'),
    inFile: (unit) => {
      const found = of(unit)
      return found ? weekFileWords(found) : ''
    },
  }
}

interface UnitWeeksTableProps {
  units: UnitRow[]
  until: string
  onOpen: (unit: UnitRow) => void
}

/** A row for each unit, a column for each week; a row opens what can be done. */
export const UnitWeeksTable = ({ units, until, onOpen }: UnitWeeksTableProps) => {
  const nameOf = usePlaceNames(units.map(({ placeCode }) => placeCode))
  const columns: [Column<UnitRow>, ...Column<UnitRow>[]] = [
    { key: 'name', title: '单位', show: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'place',
      title: '地区',
      show: ({ placeCode }) => <PlaceName code={placeCode} />,
      sortBy: ({ placeCode }) => placeCode,
      inFile: ({ placeCode }) => nameOf(placeCode),
    },
    ...(units[0]?.weeks ?? []).map(({ week }) => weekColumn(week)),
  ]
  return (
    <Table
      label="单位每周活动"
      columns={columns}
      rows={units}
      keyOf={({ organisationId }) => organisationId}
      fileName={`单位每周活动（截至${weekSpanWords(until)}）`}
      onPress={onOpen}
    />
  )
}

/** How many unit weeks are in each state, of those that were looked through. */
export const WeekCounts = ({ counts }: { counts: Record<UnitWeekState, number> }) => (
  <View className="weekCounts">
    {WEEK_STATES.filter((state) => counts[state] > 0).map((state) => {
      const { text, ...look } = weekStateWords[state]
      return <Badge key={state} {...look} text={`${text} ${counts[state]}`} />
    })}
  </View>
)
