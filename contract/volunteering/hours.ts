/** Hours 服务时长: how they come about, and what they lead to. Minutes, whole. */

/** Declared with the activity before it begins, and shown to everyone. */
export interface HoursRule {
  /** Less than the whole is rounded down to a multiple of this many minutes. */
  roundTo: 1 | 5 | 15 | 30
  /**
   * Presence of at least this share of the planned time, in per cent, counts as all of it. 60 is what platforms ask for;
   * 100: only whole presence does.
   */
  fullFrom: number
  /** Who has not checked out is checked out at the planned end; else the leader has to say when. */
  closesAtEnd: boolean
}

export const USUAL_HOURS_RULE: HoursRule = { roundTo: 15, fullFrom: 60, closesAtEnd: true }

export interface Presence {
  plannedFrom: number
  plannedUntil: number
  inAt: number
  outAt: number
}

const MINUTE = 60_000

/**
 * Minutes that presence is worth: never below 0, never above the planned length. Times outside the plan do not count;
 * what is left is the whole from `fullFrom` on, else it is rounded down.
 */
export function creditedMinutes(
  { plannedFrom, plannedUntil, inAt, outAt }: Presence,
  { roundTo, fullFrom }: Pick<HoursRule, 'roundTo' | 'fullFrom'>,
): number {
  const planned = Math.max(0, Math.floor((plannedUntil - plannedFrom) / MINUTE))
  const there = Math.max(0, Math.min(outAt, plannedUntil) - Math.max(inAt, plannedFrom))
  if (planned === 0) return 0
  if (there * 100 >= planned * MINUTE * fullFrom) return planned
  return Math.floor(there / MINUTE / roundTo) * roundTo
}

/**
 * `recorded`: from check-in and check-out; nobody can enter it by hand. `backfilled`: entered afterwards with proof and
 * agreed by a second person. They are never added up where only recorded hours count.
 */
export type Ledger = 'recorded' | 'backfilled'

/** 星级: one to five stars from these recorded hours on [志愿服务记录办法, 民函〔2012〕340号: 100/300/600/1000/1500 小时]. */
export const STAR_HOURS = [100, 300, 600, 1000, 1500] as const

export const starsFor = (minutes: number): number =>
  STAR_HOURS.filter((hours) => minutes >= hours * 60).length

/** Whole hours and quarters in words are for screens; everything is counted in minutes. */
export const minutesToNextStar = (minutes: number): number | null => {
  const next = STAR_HOURS.find((hours) => minutes < hours * 60)
  return next === undefined ? null : next * 60 - minutes
}
