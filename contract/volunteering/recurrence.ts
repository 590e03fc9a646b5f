/** How an activity repeats. Days are days in Shanghai, `2026-11-28`. */

/** 1 Monday … 7 Sunday, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Which one of a month; -1 is the last. */
export type Ordinal = 1 | 2 | 3 | 4 | -1

export type Recurrence =
  | { kind: 'once'; day: string }
  /** Every `every` weeks on these days; `until` null: until it is ended. */
  | { kind: 'weekly'; from: string; until: string | null; every: number; weekdays: Weekday[] }
  /**
   * On these days of each month, as the 5th, 15th and 25th of 文明单位尽责日. A day that a month does not have is left
   * out, or held on its last day, as declared.
   */
  | { kind: 'monthly'; from: string; until: string | null; days: number[]; inShortMonths: 'skip' | 'lastDay' }
  /** The second Saturday of each month. */
  | { kind: 'monthlyWeekday'; from: string; until: string | null; ordinals: Ordinal[]; weekday: Weekday }

/** When a day of it is a public holiday by the working calendar. Shifted workdays at weekends are no holidays. */
export type OnHoliday = 'keep' | 'skip' | 'nextWorkday'

/** One day of a series: the day that the rule gives is its name and stays so, wherever it is moved. */
export interface Occurrence {
  /** `2026-11-28`, by the rule. */
  day: string
  startsAt: number
  endsAt: number
  /** Null while it is only computed. */
  activityId: string | null
  state: 'coming' | 'cancelled' | 'over'
  /** Held at another time than the rule says, or with other details. */
  isChanged: boolean
}
