import type { MonthCount } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { MonthField } from '@/components/monthField'
import { PlaceName } from '@/components/placeName'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { routes } from '@/routes'
import { monthOf, monthWords } from '@/words/caseCounts'
import { numberWords } from '@/words/numbers'
import { minutesWords } from '@/words/volunteering'
import { useFilters } from '../../useFilters'
import { usePlaceNames } from '../../usePlaceNames'
import type { Staff } from '../../useStaff'
import { MoreButton } from '../moreButton'
import { PrintButton } from '../printButton'
import { OnlyForVolunteering } from './onlyFor'
import '../cases/caseCounts.scss'
import '../listPage.scss'
import '../listPageDesk.scss'
import './volunteering.scss'

const isMonth = (text: string | undefined): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

type Counted = Pick<MonthCount, 'activities' | 'participations' | 'people' | 'minutes'>

const Numbers = ({ title, counts }: { title: string; counts: Counted }) => (
  <Card title={title}>
    <View className="caseCounts">
      <View className="caseCounts__tile">
        <BigNumber value={numberWords(counts.activities)} unit="次" caption="开展志愿服务活动" />
      </View>
      <View className="caseCounts__tile">
        <BigNumber value={numberWords(counts.people)} unit="人" caption="参加的人，每人算一次" />
      </View>
      <View className="caseCounts__tile">
        <BigNumber value={numberWords(counts.participations)} unit="人次" caption="参加的人次" />
      </View>
    </View>
    <View className="volunteeringNote">服务时长共 {minutesWords(counts.minutes)}</View>
  </Card>
)

const number = (key: 'activities' | 'participations' | 'people', title: string): Column<MonthCount> => ({
  key,
  title,
  show: (unit) => numberWords(unit[key]),
  sortBy: (unit) => unit[key],
  inFile: (unit) => unit[key],
  align: 'end',
})

const Units = ({ units, month }: { units: MonthCount[]; month: string }) => {
  const nameOf = usePlaceNames(units.map(({ placeCode }) => placeCode))
  if (units.length === 0) return <EmptyState icon="calendar" reason="这个月还没有单位开展过活动" />
  const columns: [Column<MonthCount>, ...Column<MonthCount>[]] = [
    { key: 'name', title: '单位', show: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'place',
      title: '地区',
      show: ({ placeCode }) => <PlaceName code={placeCode} />,
      sortBy: ({ placeCode }) => placeCode,
      inFile: ({ placeCode }) => nameOf(placeCode),
    },
    number('activities', '活动次数'),
    number('people', '参加人数'),
    number('participations', '参加人次'),
    {
      key: 'minutes',
      title: '服务时长',
      show: ({ minutes }) => minutesWords(minutes),
      sortBy: ({ minutes }) => minutes,
      align: 'end',
    },
  ]
  return (
    <Table
      label={`${monthWords(month)}各单位志愿服务`}
      columns={columns}
      rows={units}
      keyOf={({ organisationId }) => organisationId}
      fileName={`志愿服务月报 ${monthWords(month)}`}
    />
  )
}

const MonthAt = ({ placeCode }: { placeCode: string }) => {
  const [filters, change] = useFilters(['month'], (next) =>
    next.month ? `${routes.volunteerMonth(placeCode)}&month=${next.month}` : routes.volunteerMonth(placeCode),
  )
  const month = isMonth(filters.month) ? filters.month : monthOf(Date.now())
  const book = usePages(`${placeCode}/${month}`, {
    ask: (after: string | undefined) =>
      call('volunteerStatistics', 'getMonthCounts', { placeCode, month, after }),
    read: ({ units, next }) => ({ items: units, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <>
      <View className="listFilters listFilters--row">
        <MonthField
          label="月份"
          value={month}
          until={Date.now()}
          onChange={(chosen) => isMonth(chosen) && change({ month: chosen })}
        />
      </View>
      <View className="listActs">
        <PrintButton />
      </View>
      <Answered answer={book} skeleton={<Skeleton shape="text" count={5} />}>
        {({ total, cumulative }) => (
          <>
            <Numbers title={monthWords(month)} counts={total} />
            <Numbers
              title={`${month.slice(0, 4)}年1月到${Number(month.slice(5))}月累计`}
              counts={cumulative}
            />
            <View className="volunteeringNote">
              对应月度情况统计表第 15 项（次）和第 16 项（人）。有人得到时长的活动才算一次；补录的不算。
            </View>
            <Units units={book.items} month={month} />
          </>
        )}
      </Answered>
      <MoreButton book={book} />
    </>
  )
}

/** Activities and people of a month and of the year so far, ready for the monthly form. */
export const MonthPageContent = ({ staff }: { staff: Staff }) => (
  <OnlyForVolunteering staff={staff} what="志愿服务月报">
    <MonthAt placeCode={staff.placeCode} />
  </OnlyForVolunteering>
)
