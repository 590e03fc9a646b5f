import type { caseRules } from '../../contract/caseRules'
import { fail, ok } from '../../contract/result'
import { calendarYear, workingHours } from '../platform/cases/workingCalendar'
import { topPlaces } from '../platform/places'
import type { Methods } from '../platform/serve'
import { daysOfYear, hasDone } from './rules'
import * as store from './store'

type CaseRulesMethods = Methods<typeof caseRules>

export const getCalendar: CaseRulesMethods['getCalendar'] = async ({ input: { placeCode, year } }) =>
  ok({
    calendar: calendarYear(year, await store.findYear(year)),
    hours: { spans: workingHours() },
    isKeptHere: topPlaces().includes(placeCode),
  })

export const saveCalendar: CaseRulesMethods['saveCalendar'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const { year, basedOn } = input
  if (!topPlaces().includes(input.placeCode)) return fail({ code: 'not_top_place' })
  const holidays = daysOfYear(input.holidays, year)
  const workdays = daysOfYear(input.workdays, year)
  if (!holidays || !workdays) return fail({ code: 'day_not_in_year' })
  const before = await store.findYear(year)
  if (before && hasDone(before.history, requestId)) return ok({ calendar: calendarYear(year, before) })
  if ((before?.version ?? 0) !== basedOn) return fail({ code: 'changed_meanwhile' })
  const entry = { requestId, accountId: caller.accountId, at: now, version: basedOn + 1 }
  // A day cannot be both; who enters it as a holiday means that nobody works.
  const days = { holidays, workdays: workdays.filter((day) => !holidays.includes(day)) }
  const isSaved = await store.saveYear({ year, ...days }, entry)
  const after = await store.findYear(year)
  if (!isSaved && !(after && hasDone(after.history, requestId))) return fail({ code: 'changed_meanwhile' })
  const { holidays: holidaysBefore, workdays: workdaysBefore } = calendarYear(year, before)
  if (isSaved)
    note({
      subject: `calendar/${year}`,
      before: { holidays: holidaysBefore, workdays: workdaysBefore },
      after: days,
    })
  return ok({ calendar: calendarYear(year, after) })
}
