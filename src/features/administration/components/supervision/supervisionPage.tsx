import type { Supervision } from '@contract/caseStatistics'
import { isWithin } from '@contract/places/within'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CaseTotals, CaseTrend, Satisfaction } from '@/components/caseNumbers'
import { MonthField } from '@/components/monthField'
import { PlaceName } from '@/components/placeName'
import { Skeleton } from '@/components/skeleton'
import { routes } from '@/routes'
import { monthOf, monthWords } from '@/words/caseCounts'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { PrintButton } from '../printButton'
import { OnlyForSupervision } from './onlyFor'
import { Standing } from './standing'
import { Departments, Groups, Places } from './tables'
import '../listPage.scss'
import '../listPageDesk.scss'
import './supervision.scss'

const FILTERS = ['month', 'at'] as const

const isMonth = (text: string | undefined): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

const useView = (workplace: string) => {
  const [filters, change] = useFilters(FILTERS, (next) => routes.supervision(workplace, next))
  const month = isMonth(filters.month) ? filters.month : monthOf(Date.now())
  const at = filters.at && isWithin(filters.at, workplace) ? filters.at : workplace
  return { month, placeCode: at, change }
}

const Month = ({ supervision, view }: { supervision: Supervision; view: ReturnType<typeof useView> }) => (
  <>
    <Standing placeCode={view.placeCode} now={supervision.now} />
    <Card title={`${monthWords(view.month)}上报的案件`}>
      <CaseTotals counts={supervision.total} />
    </Card>
    <Card title="市民满意吗">
      <Satisfaction counts={supervision.total} />
    </Card>
    <Card>
      <CaseTrend trend={supervision.trend} />
    </Card>
    <Departments placeCode={view.placeCode} month={view.month} departments={supervision.departments} />
    <Places month={view.month} places={supervision.places} onChoose={(at) => view.change({ at })} />
    <Groups month={view.month} groups={supervision.groups} />
  </>
)

const SupervisionOf = ({ workplace }: { workplace: string }) => {
  const view = useView(workplace)
  const { month, placeCode, change } = view
  const answer = useAnswer(`${placeCode}/${month}`, () =>
    call('caseStatistics', 'getSupervision', { placeCode, month }),
  )
  useRefreshOnPull(answer.refresh)
  return (
    <>
      <View className="listActs">
        {placeCode === workplace ? null : (
          <Button kind="secondary" icon="back" onPress={() => change({ at: undefined })}>
            回到整个地区
          </Button>
        )}
        <PrintButton />
      </View>
      <View className="supervisionPlace">
        <PlaceName code={placeCode} />
      </View>
      <View className="listFilters listFilters--row">
        <MonthField
          label="月份"
          value={month}
          until={Date.now()}
          onChange={(chosen) => isMonth(chosen) && change({ month: chosen })}
        />
      </View>
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={6} />}>
        {(supervision) => <Month supervision={supervision} view={view} />}
      </Answered>
    </>
  )
}

/** How cases go at this place, in a month: how things stand, how satisfied people are, and where. */
export const SupervisionPageContent = ({ staff }: { staff: Staff }) => (
  <OnlyForSupervision staff={staff} what="案件统计">
    <SupervisionOf workplace={staff.placeCode} />
  </OnlyForSupervision>
)
