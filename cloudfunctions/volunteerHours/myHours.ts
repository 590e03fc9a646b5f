import { ok } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import { minutesToNextStar, starsFor } from '../../contract/volunteering/hours'
import type { Methods } from '../platform/serve'
import { noHours } from '../platform/volunteering/ledger'
import { pageOf } from './pages'
import { presentEntry } from './presented'
import { streaksOf } from './rules'
import * as store from './store'

/** What a volunteer's hours come to, and the entries that they are made of. */

type HoursMethods = Methods<typeof volunteerHours>

export const getMyHours: HoursMethods['getMyHours'] = async ({ input, caller: { accountId }, now }) => {
  const [found, days] = await Promise.all([
    store.findTotals(accountId),
    store.minutesByDay(accountId, `${input.year}-01-01`, `${input.year}-12-31`),
  ])
  const { recorded, backfilled, activities, weeks } = found ?? noHours(accountId)
  return ok({
    recorded,
    backfilled,
    activities,
    stars: starsFor(recorded),
    minutesToNextStar: minutesToNextStar(recorded),
    ...streaksOf(Object.keys(weeks), now),
    days: days.filter(({ minutes }) => minutes > 0),
  })
}

export const listMyEntries: HoursMethods['listMyEntries'] = async ({ input, caller: { accountId } }) => {
  const { page, next } = pageOf(await store.listEntries(accountId, input.after), ({ order }) => order)
  const ids = page.flatMap(({ kind, annulmentId }) =>
    kind === 'annulment' && annulmentId !== null ? [annulmentId] : [],
  )
  const annulments = new Map((await store.findAnnulments(ids)).map((row) => [row._id, row]))
  return ok({
    entries: page.map((row) =>
      presentEntry(row, row.kind === 'annulment' ? (annulments.get(row.annulmentId ?? '') ?? null) : null),
    ),
    next,
  })
}
