import { PREVIEWED_DAYS } from '@contract/limits'
import type { OnHoliday, Ordinal, Weekday } from '@contract/volunteering/recurrence'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Icon } from '@/components/icon'
import { useSettled } from '@/components/searchField/useSettled'
import { Skeleton } from '@/components/skeleton'
import { dateWords, dayOf, startOfDay } from '@/words/activities'
import { clockWords } from '@/words/moments'
import { onHolidayWords, weekdayWords } from '@/words/volunteering'
import type { Problems } from '../detailsDraft'
import {
  CIVILISED_UNIT_DAYS,
  type RepetitionDraft,
  recurrenceOf,
  repeatsProblem,
  type SeriesDraft,
} from '../seriesDraft'
import { Choices, ClockField, NumberField } from './parts'

/** When it is held: the repetition in plain choices, and the days that it gives. */

const repeatChoices: { value: RepetitionDraft['repeats']; text: string }[] = [
  { value: 'once', text: '只有一次' },
  { value: 'weekly', text: '每周' },
  { value: 'monthly', text: '每月几日' },
  { value: 'monthlyWeekday', text: '每月第几个周几' },
]

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const weekdayOptions = WEEKDAYS.map((value) => ({ value, text: weekdayWords(value) }))
const dayOptions = Array.from({ length: 31 }, (_, index) => ({ value: index + 1, text: `${index + 1} 日` }))
const ordinalOptions: { value: Ordinal; text: string }[] = [
  { value: 1, text: '第 1 个' },
  { value: 2, text: '第 2 个' },
  { value: 3, text: '第 3 个' },
  { value: 4, text: '第 4 个' },
  { value: -1, text: '最后一个' },
]
const everyChoices = [
  { value: '1', text: '每周' },
  { value: '2', text: '每 2 周' },
  { value: '3', text: '每 3 周' },
  { value: '4', text: '每 4 周' },
]
const shortMonthChoices: { value: 'skip' | 'lastDay'; text: string }[] = [
  { value: 'skip', text: '那个月不举行' },
  { value: 'lastDay', text: '改在那个月的最后一天' },
]
const holidayChoices = Object.entries(onHolidayWords).map(([value, text]) => ({
  value: value as OnHoliday,
  text,
}))

/** Every month has it. */
const LAST_COMMON_DAY = 28

interface CardProps {
  draft: SeriesDraft
  problems: Problems
  onChange: (part: Partial<SeriesDraft>) => void
}

const Weekly = ({ draft, problems, onChange }: CardProps) => (
  <>
    <ChoiceField
      label="隔多久"
      choices={everyChoices}
      value={String(draft.every)}
      onChange={(every) => onChange({ every: Number(every) })}
    />
    <Choices
      label="星期几"
      options={weekdayOptions}
      chosen={draft.weekdays}
      error={problems.repeats}
      onChange={(weekdays) => onChange({ weekdays })}
    />
  </>
)

const Monthly = ({ draft, problems, onChange }: CardProps) => (
  <>
    <Choices
      label="几日"
      options={dayOptions}
      chosen={draft.days}
      error={problems.repeats}
      onChange={(days) => onChange({ days })}
    />
    {draft.days.some((day) => day > LAST_COMMON_DAY) ? (
      <ChoiceField
        label="没有这一天的月份"
        choices={shortMonthChoices}
        value={draft.inShortMonths}
        onChange={(inShortMonths) => onChange({ inShortMonths })}
      />
    ) : null}
  </>
)

const weekdayChoices = WEEKDAYS.map((weekday) => ({ value: String(weekday), text: weekdayWords(weekday) }))

const MonthlyWeekday = ({ draft, problems, onChange }: CardProps) => (
  <>
    <Choices
      label="第几个"
      options={ordinalOptions}
      chosen={draft.ordinals}
      error={problems.repeats}
      onChange={(ordinals) => onChange({ ordinals })}
    />
    <ChoiceField
      label="周几"
      choices={weekdayChoices}
      value={String(draft.weekday)}
      onChange={(weekday) => onChange({ weekday: WEEKDAYS.find((each) => String(each) === weekday) ?? 6 })}
    />
  </>
)

const parts = { once: null, weekly: Weekly, monthly: Monthly, monthlyWeekday: MonthlyWeekday }

interface DayFieldProps {
  label: string
  value: string | null
  mayClear: boolean
  help?: string
  error?: string | undefined
  onChange: (day: string | null) => void
}

export const DayField = ({ value, onChange, ...field }: DayFieldProps) => (
  <DateTimeField
    {...field}
    value={value ? startOfDay(value) : null}
    onChange={(moment) => onChange(moment === null ? null : dayOf(moment))}
  />
)

const Preview = ({ draft, from }: { draft: SeriesDraft; from: string }) => {
  const { onHoliday, startMinute } = draft
  const question = { recurrence: recurrenceOf(draft), onHoliday, startMinute, from }
  const days = useAnswer(useSettled(JSON.stringify(question)), () =>
    call('activities', 'previewDays', question),
  )
  return (
    <View className="organisingDays">
      <View className="organisingChoices__label">接下来的日子</View>
      <Answered answer={days} skeleton={<Skeleton shape="text" count={2} />}>
        {({ days: shown }) =>
          shown.length === 0 ? (
            <View className="organisingLine">按这个规则，一天也不会举行。</View>
          ) : (
            shown.slice(0, PREVIEWED_DAYS / 2).map(({ day, startsAt, isMoved }) => (
              <View key={day} className="organisingDays__day">
                <Icon name="calendar" size="small" />
                <View>
                  {dateWords(startsAt)} {clockWords(startsAt)}
                  {isMoved ? `（${dateWords(startOfDay(day))} 遇到节假日）` : ''}
                </View>
              </View>
            ))
          )
        }
      </Answered>
    </View>
  )
}

export const RepetitionCard = (props: CardProps & { today: string; isNew: boolean }) => {
  const { draft, problems, today, isNew, onChange } = props
  const isRepeating = draft.repeats !== 'once'
  const Part = parts[draft.repeats]
  const begins = isNew ? draft.from : draft.changesFrom
  const isKnown = draft.from !== '' && repeatsProblem(draft) === null
  return (
    <Card title="时间">
      <ChoiceField
        label="多久一次"
        choices={repeatChoices}
        value={draft.repeats}
        onChange={(repeats) => onChange({ repeats })}
      />
      <Button kind="secondary" icon="calendar" onPress={() => onChange(CIVILISED_UNIT_DAYS)}>
        文明单位尽责日：每月 5、15、25 日
      </Button>
      {Part ? <Part {...props} /> : null}
      <DayField
        label={isRepeating ? '从哪天开始' : '日期'}
        value={draft.from}
        mayClear={false}
        error={problems.from ?? problems.day}
        onChange={(from) => onChange({ from: from ?? '' })}
      />
      {isRepeating ? (
        <DayField
          label="到哪天为止（选填）"
          value={draft.until}
          mayClear
          help="不填就一直办下去，随时可以结束"
          error={problems.until}
          onChange={(until) => onChange({ until })}
        />
      ) : null}
      <ClockField
        label="几点开始"
        value={draft.startMinute}
        onChange={(startMinute) => onChange({ startMinute })}
      />
      <NumberField
        label="时长（分钟）"
        value={draft.minutes}
        error={problems.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
      <ChoiceField
        label="遇到法定节假日"
        choices={holidayChoices}
        value={draft.onHoliday}
        onChange={(onHoliday) => onChange({ onHoliday })}
      />
      {isKnown ? <Preview draft={draft} from={begins > today ? begins : today} /> : null}
    </Card>
  )
}
