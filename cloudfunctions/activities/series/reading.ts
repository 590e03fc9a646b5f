import type { activities } from '../../../contract/activities'
import { OCCURRENCES_SHOWN, PAGE_SIZE, PREVIEWED_DAYS } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import { loadCalendar } from '../../platform/cases/loadRules'
import type { Methods } from '../../platform/serve'
import type { SeriesRow } from '../../platform/volunteering/rows'
import { nextStart, occurrencesFrom } from './coming'
import { presentSeriesSummary } from './presented'
import { presentChanged } from './records'
import { dayAfter, daysOfPlan, END_OF_TIME, firstDays, startOn } from './rules'
import * as store from './store'

type ActivityMethods = Methods<typeof activities>

const BEGINNING_OF_TIME = '2000-01-01'

/** What a rule gives: for whoever is writing it. */
export const previewDays: ActivityMethods['previewDays'] = async ({ input }) => {
  const holidays = await loadCalendar()
  const days = firstDays(
    (span) => daysOfPlan(input, span, [BEGINNING_OF_TIME, END_OF_TIME], holidays),
    input.from,
    PREVIEWED_DAYS,
  )
  return ok({
    days: days.map(({ day, heldOn }) => ({
      day,
      startsAt: startOn(heldOn, input.startMinute),
      isMoved: heldOn !== day,
    })),
  })
}

/** Where a page goes on: `0` or `1` says whether among those that have ended. */
const cursorOf = ({ isEnded, order }: SeriesRow): string => `${isEnded ? 1 : 0}${order}`

/** Those that go on first, each group with the newest first. One more than a page. */
async function listPage(organisationId: string, after: string | undefined): Promise<SeriesRow[]> {
  const isAmongEnded = after?.startsWith('1') ?? false
  const order = after ? after.slice(1) : null
  const wanted = PAGE_SIZE + 1
  if (isAmongEnded) return store.listSeries(organisationId, true, order, wanted)
  const going = await store.listSeries(organisationId, false, order, wanted)
  if (going.length === wanted) return going
  return [...going, ...(await store.listSeries(organisationId, true, null, wanted - going.length))]
}

export const listSeries: ActivityMethods['listSeries']['run'] = async ({ input, now }) => {
  const [rows, coming, holidays] = await Promise.all([
    listPage(input.organisationId, input.after),
    store.listComing(input.organisationId, now, store.LISTED_AT_MOST),
    loadCalendar(),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return ok({
    series: page.map((row) => {
      const days = coming.filter(({ seriesId }) => seriesId === row._id)
      return presentSeriesSummary(row, nextStart(row, days, now, holidays))
    }),
    next: rows.length > PAGE_SIZE && last ? cursorOf(last) : null,
  })
}

export const getSeries: ActivityMethods['getSeries'] = async ({ input, now }) => {
  const row = await store.findSeries(input.seriesId)
  return row ? ok(await presentChanged(row, await loadCalendar(), now)) : fail({ code: 'series_not_found' })
}

/** A day is listed by when it is held; so far from its day by the rule it is still found. */
const MOVED_DAYS = 90

export const listOccurrences: ActivityMethods['listOccurrences'] = async ({ input, now }) => {
  const row = await store.findSeries(input.seriesId)
  if (!row) return fail({ code: 'series_not_found' })
  const [rows, holidays] = await Promise.all([
    store.listDays(row._id, dayAfter(input.from, -MOVED_DAYS), store.LISTED_AT_MOST),
    loadCalendar(),
  ])
  const asked = { from: input.from, most: OCCURRENCES_SHOWN, now, holidays }
  return ok({ occurrences: occurrencesFrom(row, rows, asked) })
}
