import * as v from 'valibot'
import type { Position } from './cases/cases'
import type { CategoryGroup } from './cases/categories'
import { placeCode } from './fields'
import { returns, service } from './method'

/**
 * How reporting goes: for supervisors, and for everyone. Counts are folded from cases as they change, at most a minute
 * late; each case counts on the day (in Shanghai) and in the month that it was reported. A closed case that nobody
 * rated counts as unrated, never as satisfied.
 */

export interface CaseCounts {
  reported: number
  refused: number
  closed: number
  /** Of `closed`: those whose last 处置 was not after the deadline that they had then. */
  inTime: number
  /** Cases that have been reopened, however often. */
  reopened: number
  /** Of `closed`, by the last word of who reported it; with `unrated` they add up to it. */
  satisfied: number
  dissatisfied: number
  /** Closed, and not rated (yet). */
  unrated: number
  /** Sum of minutes of the case's own kind from 立案 to 处置, over `handled` cases. */
  handled: number
  handledMinutes: number
}

export interface DayCounts {
  /** `2026-11-15` in Shanghai. */
  day: string
  reported: number
  closed: number
}

/** How things stand: what is due is counted when asked, the rest at most a minute late. */
export interface CasesNow {
  open: number
  overdue: number
  dueSoon: number
  suspended: number
  supervised: number
}

export interface Supervision {
  now: CasesNow
  total: CaseCounts
  /** Directly below: districts of a city, streets of a district, villages of a street. */
  places: (CaseCounts & { placeCode: string })[]
  /** Most cases first, at most 100. */
  departments: (CaseCounts & { departmentId: string; name: string })[]
  groups: (CaseCounts & { group: CategoryGroup })[]
  trend: DayCounts[]
}

/** What tells a case from the others in one line. */
export interface HotSpotCase {
  caseId: string
  number: string
  line: string
}

/** More than usual in one place and time. */
export interface HotSpot {
  hotSpotId: string
  group: CategoryGroup
  /** The street or village that most of the cases lie in. */
  placeCode: string
  /** Null where the reports have places but no positions. */
  position: Position | null
  radiusMetres: number
  /** Reports in the last HOT_SPOT_DAYS days, and how many a usual stretch of that length has. */
  observed: number
  usual: number
  /** Of them from the hotline. */
  fromHotline: number
  /** The newest of them, at most 20. */
  cases: HotSpotCase[]
  foundAt: number
}

export interface OpenDataFile {
  name: string
  url: string
  rows: number
  bytes: number
  madeAt: number
}

/** The stretch that hot spots are looked for in, and how many such stretches before it say what is usual. */
export const HOT_SPOT_DAYS = 7
export const HOT_SPOT_BASELINE = 8

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '请选择月份'))

export const caseStatistics = service({
  getSupervision: {
    access: { roles: ['supervisor', 'administrator', 'dispatcher'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({ placeCode: placeCode(), month }),
    value: returns<Supervision>(),
    errors: {},
  },
  /** For everyone: a month at a place. No departments. */
  getPublicStatistics: {
    access: 'anyone',
    writes: false,
    pace: { calls: 60, seconds: 60 },
    input: v.strictObject({ placeCode: placeCode(), month }),
    value: returns<Omit<Supervision, 'departments' | 'now'> & { now: Pick<CasesNow, 'open'> }>(),
    errors: {},
  },
  /** Strongest first. */
  listHotSpots: {
    access: { roles: ['supervisor', 'administrator', 'dispatcher'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<{ hotSpots: HotSpot[]; lookedAt: number | null }>(),
    errors: {},
  },
  /** The anonymous files, newest first, with links that end. */
  listOpenData: {
    access: 'anyone',
    writes: false,
    pace: { calls: 60, seconds: 60 },
    input: v.strictObject({}),
    value: returns<{ files: OpenDataFile[] }>(),
    errors: {},
  },
})
