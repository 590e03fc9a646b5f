import { weekAfter, weekOf, weekStart } from '../../../contract/volunteering/weeks'
import type { UnitWeek } from '../../../contract/volunteerStatistics'
import { countId } from '../folding/amounts'
import { excusedId, type WeeklyDutyRow } from './rows'
import { unitWeek } from './rules'
import * as store from './store'

type Unit = Pick<WeeklyDutyRow, '_id' | 'since'>

/** Units × weeks, in three queries. `weeks`: in order. The result: by `excusedId`. */
export async function loadUnitWeeks(
  units: readonly Unit[],
  weeks: readonly string[],
  now: number,
): Promise<Map<string, UnitWeek>> {
  const pairs = units.flatMap((unit) => weeks.map((week) => ({ unit, week })))
  if (pairs.length === 0) return new Map()
  const [counts, excused, planned] = await Promise.all([
    store.listCounts(pairs.map(({ unit, week }) => countId('organisation', unit._id, week))),
    store.listExcused(pairs.map(({ unit, week }) => excusedId(unit._id, week))),
    countPlanned(units, weeks, now),
  ])
  const countOf = new Map(counts.map((row) => [excusedId(row.subject, row.period), row]))
  const reasonOf = new Map(excused.map(({ _id, reason }) => [_id, reason]))
  return new Map(
    pairs.map(({ unit, week }) => {
      const key = excusedId(unit._id, week)
      const known = {
        activities: countOf.get(key)?.activities ?? 0,
        participations: countOf.get(key)?.participations ?? 0,
        planned: planned.get(key) ?? 0,
        reason: reasonOf.get(key) ?? null,
      }
      return [key, unitWeek(week, unit.since, known, now)] as const
    }),
  )
}

/** An activity that was over longer ago and has brought no hours was held for nobody. */
const COUNTED_WITHIN = 86_400_000

/** What is planned matters while it is to come, or may still be counted: of past weeks nothing is asked. */
async function countPlanned(units: readonly Unit[], weeks: readonly string[], now: number) {
  const planned = new Map<string, number>()
  const from = Math.max(now - COUNTED_WITHIN, weekStart(weeks[0] as string))
  const until = weekStart(weekAfter(weeks.at(-1) as string, 1))
  if (until <= from) return planned
  const ids = units.map(({ _id }) => _id)
  for (const { organisationId, startsAt } of await store.listPlanned(ids, from, until)) {
    const key = excusedId(organisationId, weekOf(startsAt))
    planned.set(key, (planned.get(key) ?? 0) + 1)
  }
  return planned
}
