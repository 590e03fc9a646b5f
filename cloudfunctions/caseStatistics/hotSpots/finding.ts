import { HOT_SPOT_DAYS, type HotSpot } from '../../../contract/caseStatistics'
import { middleOf } from '../../platform/cases/cells'
import type { CaseRow } from '../../platform/cases/rows'
import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock'
import type { AreaRow } from '../rows'
import { findFolding } from '../store'
import { type Found, hotSpotsAmong, measure, rowIdsOf, type Stretches, stretchesAt, windowOf } from './rules'
import * as store from './store'

/** Looks for hot spots, once an hour, in what folding has counted by day and area. */

const EVERY = 3_600_000
/** More than anybody reads; the strongest. */
const HOT_SPOTS_MAX = 100
const CASES_NAMED = 20
/** From the middle of a square of about 520 m to the far corners of those around it is 1.1 km; its reach, 800 m. */
const SQUARES_RADIUS = 800

export async function lookForHotSpots(now: number): Promise<number | null> {
  const before = await store.findHotSpots()
  if (before && now - before.lookedAt < EVERY) return null
  const stretches = stretchesAt(shanghaiDay(now), (await findFolding())?.firstDay ?? shanghaiDay(now))
  const found = stretches ? await findAll(stretches) : []
  const hotSpots: HotSpot[] = []
  for (const each of found.slice(0, HOT_SPOTS_MAX)) hotSpots.push(await described(each, now))
  await store.keepHotSpots({ lookedAt: now, hotSpots })
  return hotSpots.length
}

async function findAll(stretches: Stretches): Promise<Found[]> {
  const active = await allActive(stretches.recentFrom)
  const windows = active.map(windowOf)
  const rows = new Map(active.map((row) => [row._id, row]))
  const missing = [...new Set(windows.flatMap(rowIdsOf))].filter((id) => !rows.has(id))
  for (const row of await store.findAreas(missing)) rows.set(row._id, row)
  return hotSpotsAmong(windows.map((window) => measure(window, rows, stretches)))
}

async function allActive(since: string): Promise<AreaRow[]> {
  const all: AreaRow[] = []
  let page = await store.listActive(since, null)
  while (page.length > 0) {
    all.push(...page)
    page = await store.listActive(since, page.at(-1) ?? null)
  }
  return all
}

async function described({ area, areas, group, observed, usual }: Found, now: number): Promise<HotSpot> {
  const since = startOfShanghaiDay(shanghaiDay(now - (HOT_SPOT_DAYS - 1) * 86_400_000))
  const isSquare = areas.length > 1
  const cases = isSquare
    ? await store.listCasesInSquares(areas, group, since)
    : await store.listCasesAtPlace(area, group, since)
  return {
    hotSpotId: `${area}-${group}`,
    group,
    placeCode: isSquare ? commonPlace(cases) : area,
    position: isSquare ? middleOf(area) : null,
    radiusMetres: isSquare ? SQUARES_RADIUS : 0,
    observed,
    usual,
    fromHotline: cases.filter(({ source }) => source === 'hotline').length,
    cases: cases.slice(0, CASES_NAMED).map(({ _id, number, categoryName, address }) => ({
      caseId: _id,
      number,
      line: `${categoryName} ${address}`,
    })),
    foundAt: now,
  }
}

/** The street or town that most of the cases lie in. */
function commonPlace(cases: CaseRow[]): string {
  const counts = new Map<string, number>()
  for (const { streetCode, districtCode, cityCode } of cases) {
    const code = streetCode ?? districtCode ?? cityCode
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
}
