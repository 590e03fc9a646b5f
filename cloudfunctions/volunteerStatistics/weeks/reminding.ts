import type { RoleGrant } from '../../platform/access'
import { placeAbove } from '../../platform/cases/desks'
import { now as clock } from '../../platform/clock'
import { notify } from '../../platform/messages'
import type { OrganisationRow } from '../../platform/organisations'
import { loadUnitWeeks } from './known'
import { noticeOf } from './notices'
import { excusedId, type WeeklyDutyRow } from './rows'
import { isNeeded, type Look, lookAt, nextLook } from './rules'
import * as store from './store'

/** Leaders are reminded on Thursday of what is neither held nor planned; on Monday the place above hears what was missed. */

const UNITS_AT_ONCE = 50
/** Units that resist are passed over; with more of them something else is wrong. */
const FAILURES_MAX = 20

/**
 * Until `deadline`. Told first, then noted when to look next: after a crash it comes again, and nobody is told twice. A
 * server that was down goes through the moments that it missed, one by one.
 */
export async function lookAtWeeks(now: number, deadline: number): Promise<number> {
  const failures = new Map<string, unknown>()
  let looked = 0
  while (clock() < deadline && failures.size < FAILURES_MAX) {
    const due = await store.listDue(now, [...failures.keys()], UNITS_AT_ONCE)
    if (due.length === 0) break
    const tell = await tellerFor(due, now)
    for (const unit of due) {
      await look(unit, tell).catch((error: unknown) => failures.set(unit._id, error))
      looked++
    }
  }
  for (const failure of failures.values()) throw failure
  return looked
}

type Tell = (unit: WeeklyDutyRow, look: Look) => Promise<void>

async function look(unit: WeeklyDutyRow, tell: Tell): Promise<void> {
  if (unit.lookAt === null || unit.since === null) return
  await tell(unit, lookAt(unit.lookAt))
  await store.lookAgain(unit, nextLook(unit.lookAt, unit.since))
}

/** What is known of these units and their weeks is loaded at once. */
async function tellerFor(due: WeeklyDutyRow[], now: number): Promise<Tell> {
  const weeks = [
    ...new Set(due.flatMap(({ lookAt: moment }) => (moment ? [lookAt(moment).week] : []))),
  ].sort()
  const [known, organisations] = await Promise.all([
    loadUnitWeeks(due, weeks, now),
    store.listOrganisations(due.map(({ _id }) => _id)),
  ])
  const organisationOf = new Map(organisations.map((row) => [row._id, row]))
  return async (unit, about) => {
    const organisation = organisationOf.get(unit._id)
    const week = known.get(excusedId(unit._id, about.week))
    if (!organisation || organisation.isClosed || !week || !isNeeded(about, week.state, now)) return
    for (const accountId of await receiversOf(organisation, about, now))
      await notify(noticeOf(organisation, about, accountId), now)
  }
}

/** A unit that nobody leads is the business of who administrates its place. */
async function receiversOf(organisation: OrganisationRow, about: Look, now: number): Promise<Set<string>> {
  const { _id, placeCode } = organisation
  const leaders = about.for === 'reminder' ? await store.listLeaders(_id, now) : []
  const from = about.for === 'reminder' ? placeCode : (placeAbove(placeCode) ?? placeCode)
  const told = leaders.length > 0 ? leaders : await nearestAdministrators(from, now)
  return new Set(told.map(({ accountId }) => accountId))
}

/** Of the place itself, or of the nearest one above that has somebody. */
async function nearestAdministrators(placeCode: string, now: number): Promise<RoleGrant[]> {
  const chain: string[] = []
  for (let place: string | null = placeCode; place !== null; place = placeAbove(place)) chain.push(place)
  const grants = await store.listAdministrators(chain, now)
  for (const place of chain) {
    const here = grants.filter((grant) => grant.placeCode === place)
    if (here.length > 0) return here
  }
  return []
}
