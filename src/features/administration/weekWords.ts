import { weekStart } from '@contract/volunteering/weeks'
import type { UnitWeek, UnitWeekState } from '@contract/volunteerStatistics'
import type { IconName } from '@/components/icon/names'
import { dayOf } from '@/words/activities'
import { dateWords } from '@/words/caseCounts'
import { numberWords } from '@/words/numbers'

/** Units and weeks in words. Pure. */

const DAY = 86_400_000

interface StateWords {
  text: string
  tone: 'done' | 'information' | 'waiting' | 'wrong' | 'plain'
  icon: IconName
}

/** Each state has a word and a shape of its own. */
export const weekStateWords: Record<UnitWeekState, StateWords> = {
  held: { text: '已开展', tone: 'done', icon: 'success' },
  planned: { text: '已安排', tone: 'information', icon: 'calendar' },
  due: { text: '待开展', tone: 'waiting', icon: 'clock' },
  missed: { text: '没开展', tone: 'wrong', icon: 'failure' },
  excused: { text: '免做', tone: 'plain', icon: 'subtract' },
  notExpected: { text: '未要求', tone: 'plain', icon: 'empty' },
}

/** In the order in which they are told. */
export const WEEK_STATES: readonly UnitWeekState[] = [
  'held',
  'planned',
  'due',
  'missed',
  'excused',
  'notExpected',
]

/** `11月16日至11月22日` */
export const weekSpanWords = (week: string): string =>
  `${dateWords(dayOf(weekStart(week)))}至${dateWords(dayOf(weekStart(week) + 6 * DAY))}`

/** `11.16`: what a column of a week is called; the Monday tells it. */
export const weekColumnWords = (week: string): string =>
  dayOf(weekStart(week)).slice(5).replace('-', '.').replace(/^0/, '')

/** What there was, or why not. */
export function weekFactsWords({ state, activities, participations, reason }: UnitWeek): string {
  if (state === 'held') return `${activities} 场，${numberWords(participations)} 人次`
  if (state === 'planned') return `${activities} 场`
  return reason ?? ''
}

/** In a file: the state, and what there was. */
export const weekFileWords = (week: UnitWeek): string =>
  [weekStateWords[week.state].text, weekFactsWords(week)].filter(Boolean).join('：')
