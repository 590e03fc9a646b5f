import * as v from 'valibot'
import { id, placeCode, reason, text, wholeNumber } from './fields'
import { UNIT_WEEKS_SHOWN } from './limits'
import { plain, returns, service } from './method'
import { exportMyData } from './ownData'

/**
 * Boards 榜单, and who has not done it 应做未做: counted from credited hours and closed activities, never by hand. Measures
 * are minutes and people: splitting an activity into several changes neither.
 */

export const BOARD_KINDS = ['volunteers', 'teams', 'grids', 'streets'] as const
export type BoardKind = (typeof BOARD_KINDS)[number]

export const BOARD_PERIODS = ['week', 'month', 'year'] as const
export type BoardPeriod = (typeof BOARD_PERIODS)[number]

export interface BoardRow {
  /** The same minutes, the same rank. */
  rank: number
  /** Null: a person who does not want to be listed; `陈**` otherwise, or the name of the team. Places are named by code. */
  name: string | null
  /** Of a team, grid or street; null for people. */
  subject: string | null
  minutes: number
  /** Whether it is a service team, which has a page; another unit has none. */
  hasPage: boolean
  /** How many people brought them; null for people. */
  people: number | null
  isOwn: boolean
}

export interface Board {
  rows: BoardRow[]
  /** The caller's own row where it stands below the others; null when it is among them or there is none. */
  own: BoardRow | null
  countedUntil: number
}

export type UnitWeekState =
  /** The week is not over, and nothing has been held. */
  | 'due'
  | 'planned'
  | 'held'
  | 'missed'
  | 'excused'
  /** Before it was expected of the unit. */
  | 'notExpected'

export interface UnitWeek {
  week: string
  state: UnitWeekState
  activities: number
  participations: number
  reason: string | null
}

export interface UnitRow {
  organisationId: string
  name: string
  placeCode: string
  since: string
  weeks: UnitWeek[]
}

/** 附件2 [万州区…工作方案]: item 15 counts activities, item 16 people who took part. */
export interface MonthCount {
  organisationId: string
  name: string
  placeCode: string
  /** Activities at which at least one person's hours count. */
  activities: number
  /** 人次 */
  participations: number
  /** 人数, each person once. */
  people: number
  minutes: number
}

const page = { after: v.optional(text('页码', { min: 1, max: 100 })) }
const week = () => v.pipe(v.string('请选择周'), v.regex(/^20\d{2}-W(0[1-9]|[1-4]\d|5[0-3])$/, '请选择周'))
const staff = {
  access: { roles: ['administrator', 'supervisor'], at: { input: 'placeCode' } },
  writes: false,
} as const
const administrator = { access: { roles: ['administrator'], at: 'record' }, writes: true } as const

export const volunteerStatistics = service({
  /**
   * The first BOARD_ROWS. `within`: for people a team's id, a grid, or a street; for teams, grids and streets a place
   * above them. `at`: `2026-W47`, `2026-11` or `2026`. Hours entered afterwards do not count. Streets and grids have the
   * hours of the volunteers who are at home there. Only people have a row of their own below the others.
   */
  getBoard: {
    access: 'anyone',
    writes: false,
    pace: { calls: 120, seconds: 60 },
    input: v.strictObject({
      kind: v.picklist(BOARD_KINDS),
      within: text('范围', { min: 6, max: 64 }),
      period: v.picklist(BOARD_PERIODS),
      at: v.pipe(v.string('请选择时间'), v.regex(/^20\d{2}(-W\d{2}|-\d{2})?$/, '请选择时间')),
    }),
    value: returns<Board>(),
    errors: {},
  },

  /** From this week on an activity a week is expected of the unit; `since` null: no longer. */
  setWeeklyDuty: {
    ...administrator,
    input: v.strictObject({ organisationId: id(), since: v.nullable(week()) }),
    value: returns<{ organisationId: string; since: string | null }>(),
    errors: { organisation_not_found: plain, organisation_closed: plain },
  },
  /** 本周不要求, with a reason that stands in the table; null takes it back. */
  excuseWeek: {
    ...administrator,
    input: v.strictObject({ organisationId: id(), week: week(), reason: v.nullable(reason()) }),
    value: returns<{ week: UnitWeek }>(),
    errors: { organisation_not_found: plain, not_expected: plain },
  },
  /**
   * Units at a place and below it × the last weeks up to `until`. `counts`: of the units that were looked through for this
   * page. With `onlyMissed` a page may be short, or empty, while `next` says where the search goes on.
   */
  listUnitWeeks: {
    ...staff,
    input: v.strictObject({
      placeCode: placeCode(),
      until: week(),
      weeks: wholeNumber('周数', { min: 1, max: UNIT_WEEKS_SHOWN }),
      onlyMissed: v.boolean(),
      ...page,
    }),
    value: returns<{ units: UnitRow[]; next: string | null; counts: Record<UnitWeekState, number> }>(),
    errors: {},
  },
  /** Every organisation at a place and below it that has held something in the month, and all together. */
  getMonthCounts: {
    ...staff,
    input: v.strictObject({
      placeCode: placeCode(),
      month: v.pipe(v.string('请选择月份'), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请选择月份')),
      ...page,
    }),
    value: returns<{
      units: MonthCount[]
      next: string | null
      total: Omit<MonthCount, 'organisationId' | 'name' | 'placeCode'>
      /** Since the beginning of the year, for the form's second column. */
      cumulative: Omit<MonthCount, 'organisationId' | 'name' | 'placeCode'>
    }>(),
    errors: {},
  },
  exportMyData,
})
