import type { SeriesPlan } from '@contract/volunteering/activities'
import { type HoursRule, USUAL_HOURS_RULE } from '@contract/volunteering/hours'
import type { TeamKind } from '@contract/volunteering/people'
import type { OnHoliday, Ordinal, Recurrence, Weekday } from '@contract/volunteering/recurrence'
import { dayAfter } from '@/words/activities'
import {
  type DetailsDraft,
  detailsOf,
  detailsProblems,
  draftOfDetails,
  emptyDetails,
  type Problems,
} from './detailsDraft'

/** A series while it is being planned. Pure. */

export interface RepetitionDraft {
  repeats: Recurrence['kind']
  /** The day, or the first one: `2026-11-28`. */
  from: string
  until: string | null
  every: number
  weekdays: Weekday[]
  days: number[]
  inShortMonths: 'skip' | 'lastDay'
  ordinals: Ordinal[]
  weekday: Weekday
  onHoliday: OnHoliday
  startMinute: number
}

export interface SeriesDraft extends DetailsDraft, RepetitionDraft {
  kind: TeamKind | null
  placeCode: string | null
  isForMembersOnly: boolean
  hoursRule: HoursRule
  /** From which day on a plan that is there is changed. */
  changesFrom: string
}

const NINE = 9 * 60
const DAYS_IN_WEEK = 7

/** ISO 8601: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): Weekday =>
  (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % DAYS_IN_WEEK) + 1) as Weekday

/** Begins a week from today: who is to come must see it first. */
export function newSeriesDraft(today: string, placeCode: string | null): SeriesDraft {
  const from = dayAfter(today, DAYS_IN_WEEK)
  return {
    ...emptyDetails(),
    ...repetitionFrom(from),
    kind: null,
    placeCode,
    isForMembersOnly: false,
    hoursRule: USUAL_HOURS_RULE,
    changesFrom: from,
  }
}

const repetitionFrom = (from: string): RepetitionDraft => ({
  repeats: 'weekly',
  from,
  until: null,
  every: 1,
  weekdays: [weekdayOf(from)],
  days: [Number(from.slice(8))],
  inShortMonths: 'skip',
  ordinals: [1],
  weekday: weekdayOf(from),
  onHoliday: 'keep',
  startMinute: NINE,
})

export function draftOfPlan(plan: SeriesPlan, today: string): SeriesDraft {
  const { recurrence } = plan
  const from = recurrence.kind === 'once' ? recurrence.day : recurrence.from
  return {
    ...draftOfDetails(plan),
    ...repetitionFrom(from),
    ...(recurrence.kind === 'once' ? {} : { ...recurrence }),
    repeats: recurrence.kind,
    onHoliday: plan.onHoliday,
    startMinute: plan.startMinute,
    kind: plan.kind,
    placeCode: plan.placeCode,
    isForMembersOnly: plan.isForMembersOnly,
    hoursRule: plan.hoursRule,
    changesFrom: dayAfter(today, 1),
  }
}

/** 文明单位尽责日: on the 5th, 15th and 25th of each month; made up for after a holiday. */
export const CIVILISED_UNIT_DAYS: Partial<SeriesDraft> = {
  repeats: 'monthly',
  days: [5, 15, 25],
  inShortMonths: 'skip',
  onHoliday: 'nextWorkday',
}

export function recurrenceOf(draft: RepetitionDraft): Recurrence {
  const { from, until } = draft
  switch (draft.repeats) {
    case 'once':
      return { kind: 'once', day: from }
    case 'weekly':
      return { kind: 'weekly', from, until, every: draft.every, weekdays: draft.weekdays }
    case 'monthly':
      return { kind: 'monthly', from, until, days: draft.days, inShortMonths: draft.inShortMonths }
    case 'monthlyWeekday':
      return { kind: 'monthlyWeekday', from, until, ordinals: draft.ordinals, weekday: draft.weekday }
  }
}

export const repeatsProblem = (draft: RepetitionDraft): string | null => {
  if (draft.repeats === 'weekly' && draft.weekdays.length === 0) return '请至少选一个星期几'
  if (draft.repeats === 'monthly' && draft.days.length === 0) return '请至少选一个日期'
  if (draft.repeats === 'monthlyWeekday' && draft.ordinals.length === 0) return '请至少选一个'
  return null
}

export function seriesProblems(draft: SeriesDraft, today: string, isNew: boolean): Problems {
  const repeats = repeatsProblem(draft)
  return {
    ...detailsProblems(draft),
    ...(draft.kind === null ? { kind: '请选择活动类别' } : {}),
    ...(draft.placeCode === null ? { placeCode: '请选择所在的街道或镇' } : {}),
    ...(repeats ? { repeats } : {}),
    ...(draft.from === '' ? { from: '请选择日期' } : {}),
    ...(isNew && draft.repeats === 'once' && draft.from !== '' && draft.from < today
      ? { from: '这一天已经过去' }
      : {}),
    ...(draft.until !== null && draft.until < draft.from ? { until: '最后一天不能早于第一天' } : {}),
    ...(!isNew && draft.changesFrom < today ? { changesFrom: '只能从今天或者以后改起' } : {}),
  }
}

/** Of a draft without problems. */
export function planOf(draft: SeriesDraft): SeriesPlan {
  if (draft.kind === null || draft.placeCode === null) throw new Error('a draft with problems is no plan')
  return {
    ...detailsOf(draft),
    kind: draft.kind,
    placeCode: draft.placeCode,
    isForMembersOnly: draft.isForMembersOnly,
    hoursRule: draft.hoursRule,
    recurrence: recurrenceOf(draft),
    onHoliday: draft.onHoliday,
    startMinute: draft.startMinute,
  }
}

/** `到场满 60% 按全程计，按 15 分钟取整，到点没签退的自动签退`. */
export const hoursRuleWords = ({ roundTo, fullFrom, closesAtEnd }: HoursRule): string =>
  [
    `到场满 ${fullFrom}% 按全程计`,
    roundTo === 1 ? '按分钟计' : `不足的按 ${roundTo} 分钟取整`,
    closesAtEnd ? '到点没签退的自动签退' : '没签退的等你确认',
  ].join('，')

const PARTS: Record<string, string> = { 'plan.': '', 'recurrence.': '' }

/** Problems that the cloud finds, by the fields of the form. */
export const problemsOfFields = (fields: readonly { path: string; message: string }[]): Problems =>
  Object.fromEntries(
    fields.map(({ path, message }) => {
      const short = Object.entries(PARTS).reduce((text, [part, by]) => text.replace(part, by), path)
      return [/^roles\.\d+/.exec(short)?.[0] ?? short, message]
    }),
  )
