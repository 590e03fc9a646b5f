import type { CalendarYear, WorkingHours } from '@contract/caseRules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { routes } from '@/routes'
import { type Days, daysChanged, toggledDay } from '../../calendarDays'
import { minuteWords } from '../../caseRuleWords'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { Month } from './month'
import { RulesTabs } from './rulesTabs'
import { useSending } from './useSending'
import '../listPage.scss'
import './calendar.scss'
import './calendarDesk.scss'
import './caseRules.scss'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** Before, for cases that still run; after, for deadlines that reach there. */
const YEARS_BEFORE = 1
const YEARS_AFTER = 1

const sourceWords = ({
  year,
  source,
}: CalendarYear): { kind: 'information' | 'warning'; title: string; line: string } => {
  if (source === 'built-in')
    return {
      kind: 'information',
      title: `${year} 年的放假安排是系统自带的`,
      line: '来自国务院办公厅的通知。',
    }
  if (source === 'entered')
    return { kind: 'information', title: `${year} 年的放假安排由管理员录入`, line: '' }
  return {
    kind: 'warning',
    title: `${year} 年的放假安排还没有录入`,
    line: '现在只按周末休息计算时限。国务院办公厅的通知发布以后，请在这里录入。',
  }
}

const hoursLine = ({ spans }: WorkingHours): string =>
  `上班时间 ${spans.map(({ from, until }) => `${minuteWords(from)}–${minuteWords(until)}`).join('、')}，由部署设置决定。`

interface YearProps {
  placeCode: string
  calendar: CalendarYear
  hours: WorkingHours
  mayEdit: boolean
  onLookAnew: () => Promise<void>
}

const useYear = ({ placeCode, calendar, onLookAnew }: YearProps) => {
  const [draft, setDraft] = useState<Days | null>(null)
  const { anew, send, trouble } = useSending()
  const days: Days = draft ?? calendar
  const toggle = (day: string) => {
    setDraft(toggledDay(day, days))
    anew()
  }
  const drop = () => {
    setDraft(null)
    anew()
  }
  const save = async () => {
    const { year, version: basedOn } = calendar
    const { holidays, workdays } = days
    const input = { placeCode, year, basedOn, holidays, workdays }
    const saved = await send((requestId) => call('caseRules', 'saveCalendar', input, { requestId }))
    await onLookAnew()
    if (!saved) return
    setDraft(null)
    showToast('已保存')
  }
  return {
    days,
    isChanged: draft !== null,
    changed: daysChanged(calendar, days),
    trouble,
    toggle,
    drop,
    save,
  }
}

const Year = (props: YearProps) => {
  const { calendar, hours, mayEdit } = props
  const { days, isChanged, changed, trouble, toggle, drop, save } = useYear(props)
  const { kind, title, line } = sourceWords(calendar)
  const saveBar = isChanged ? (
    <View className="listActs">
      <Button onPress={save}>保存日历（改了 {changed} 天）</Button>
      <Button kind="quiet" onPress={drop}>
        不改了
      </Button>
    </View>
  ) : null
  return (
    <>
      <Notice kind={kind} title={title}>
        {line}
        {hoursLine(hours)}
        {mayEdit ? '点一天，在上班和休息之间切换；已经承诺的时限不变。' : ''}
      </Notice>
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {trouble}
        </Notice>
      ) : null}
      {saveBar}
      <View className="months">
        {MONTHS.map((month) => (
          <Month
            key={month}
            year={calendar.year}
            month={month}
            days={days}
            onToggle={mayEdit ? toggle : null}
          />
        ))}
      </View>
      {saveBar}
    </>
  )
}

/** From when on the next year's holidays should be known: the notice comes in the first half of November. */
const KNOWN_FROM_MONTH = 10

/** Asked at the end of a year, so that deadlines that reach into the next one are right. */
const NextYearMissing = ({ placeCode, onOpen }: { placeCode: string; onOpen: (year: number) => void }) => {
  const today = new Date()
  const year = today.getFullYear() + 1
  const isTime = today.getMonth() >= KNOWN_FROM_MONTH
  const answer = useAnswer(isTime ? `calendar/${placeCode}/${year}` : null, () =>
    call('caseRules', 'getCalendar', { placeCode, year }),
  )
  if (answer.state.status !== 'ready' || answer.state.value.calendar.source !== 'none') return null
  return (
    <Notice kind="warning" title={`${year} 年的放假安排还没有录入`}>
      <View>跨年的时限现在只按周末休息计算。</View>
      <Button kind="quiet" onPress={() => onOpen(year)}>
        去录入
      </Button>
    </Notice>
  )
}

/** The days of a year on which time limits run. */
export const CalendarPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const [{ year: asked }, change] = useFilters(['year'], (filters) =>
    routes.workingCalendar(placeCode, filters),
  )
  const thisYear = new Date().getFullYear()
  const year = Number(asked) || thisYear
  const years = Array.from(
    { length: YEARS_BEFORE + 1 + YEARS_AFTER },
    (_, index) => thisYear - YEARS_BEFORE + index,
  )
  const answer = useAnswer(`calendar/${placeCode}/${year}`, () =>
    call('caseRules', 'getCalendar', { placeCode, year }),
  )
  useRefreshOnPull(answer.refresh)
  return (
    <View className="caseRules">
      <RulesTabs current="calendar" placeCode={placeCode} />
      <FilterChips
        options={years.map((each) => ({ value: String(each), text: `${each} 年` }))}
        chosen={String(year)}
        onChoose={(chosen) => change({ year: chosen })}
      />
      {year === thisYear ? (
        <NextYearMissing placeCode={placeCode} onOpen={(next) => change({ year: String(next) })} />
      ) : null}
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={5} />}>
        {({ calendar, hours, isKeptHere }) => (
          <Year
            key={calendar.year}
            placeCode={placeCode}
            calendar={calendar}
            hours={hours}
            mayEdit={isKeptHere && roles.includes('administrator')}
            onLookAnew={answer.refresh}
          />
        )}
      </Answered>
    </View>
  )
}
