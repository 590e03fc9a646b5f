import type { HourEntryKind, HoursMark } from '../../../contract/volunteerHours'
import type { ActivityDetails, SeriesPlan, SignUpState } from '../../../contract/volunteering/activities'
import type { HoursRule, Ledger } from '../../../contract/volunteering/hours'
import type { MembershipState, Skill, TeamKind, UsualTime } from '../../../contract/volunteering/people'
import type { AttendanceState, Check, Grade } from '../../../contract/volunteering/presence'
import type { Row } from '../database/collection'
import type { KeptPhoto } from '../keptPhotos'
import type { PlaceFields } from '../places'

/** What several functions read of volunteering. Each collection is written by the function named at it. */

/** One line of a record's history; the request id in it makes the change safe to repeat. */
export interface Entry<Act extends string = string> {
  act: Act
  requestId: string
  /** Who did it; null: the program. */
  accountId: string | null
  at: number
  reason: string | null
}

/** `_id` is the account. Written by volunteers. */
export interface VolunteerRow extends Row, PlaceFields {
  placeCode: string
  gridCode: string | null
  /** `SealedVolunteer` as JSON, sealed for this row. */
  sealed: string
  /** `陈**` */
  shownName: string
  isListed: boolean
  skills: Skill[]
  times: UsualTime[]
  cardCode: string
  /** When the program looks next whether a minor has come of age; null: no guardian is kept. */
  ageCheckAt: number | null
  registeredAt: number
  version: number
  history: Entry<'registered' | 'revised' | 'cardRenewed'>[]
}

export interface SealedVolunteer {
  name: string
  bornIn: string
  guardian: {
    name: string
    phone: string
    relation: 'parent' | 'grandparent' | 'other'
    agreedAt: number
  } | null
}

/** `_id` is the organisation. Written by volunteers; places writes its name and whether it is closed, with the organisation. */
export interface TeamRow extends Row, PlaceFields {
  placeCode: string
  name: string
  kind: TeamKind
  joining: 'open' | 'request'
  gridCodes: string[]
  members: number
  isClosed: boolean
  /** Place, time and id in one text: the order of lists. */
  order: string
  version: number
  history: Entry<'described'>[]
}

/** `_id` is organisation and account: `<organisationId>-<accountId>`. Written by volunteers. */
export interface MembershipRow extends Row {
  organisationId: string
  accountId: string
  state: MembershipState
  words: string
  gridCode: string | null
  reason: string | null
  since: number
  order: string
  version: number
  history: Entry<'asked' | 'joined' | 'accepted' | 'declined' | 'left' | 'removed' | 'gridAssigned'>[]
}

export const membershipId = (organisationId: string, accountId: string): string =>
  `${organisationId}-${accountId}`

/** Written by activities. */
export interface SeriesRow extends Row, PlaceFields {
  organisationId: string
  organisationName: string
  /** The place of the latest plan. */
  placeCode: string
  /** In order of `from`, the first day for which it holds; the first one's is the first day of all. */
  plans: { from: string; plan: SeriesPlan; photos: KeptPhoto[] }[]
  /** Nothing after this day; null: as the plans say. */
  lastDay: string | null
  /**
   * Rows of activities exist up to and including this day. Null once the last day is over; a timer looks at those whose
   * day has come within MADE_DAYS_AHEAD.
   */
  madeUntil: string | null
  isEnded: boolean
  /** Goes up with every transaction on the series or one of its days, so that two at once exclude each other. */
  turn: number
  order: string
  version: number
  history: Entry<'created' | 'revised' | 'ended'>[]
}

/** One day of a series. `_id`: `<seriesId>-<yyyymmdd>`. Written by activities. */
export interface ActivityRow extends Row, PlaceFields, ActivityDetails {
  seriesId: string
  /** By the rule of the series, `2026-11-28`; stays when the day is moved. */
  day: string
  organisationId: string
  organisationName: string
  photos: KeptPhoto[]
  location: { type: 'Point'; coordinates: [longitude: number, latitude: number] }
  startsAt: number
  endsAt: number
  isCancelled: boolean
  /** Changed by itself: a later change of the series leaves it alone. */
  isChanged: boolean
  isRepeating: boolean
  /** Why it is cancelled, or what has changed. */
  notice: string
  /** Per role: seats taken or kept, people on the list, and the last number given on it. */
  taken: Record<string, number>
  waiting: Record<string, number>
  lastInLine: Record<string, number>
  /** `order` of the sign-up that was given its place last; absent while there is none. */
  lastOrder?: string
  /** Whether any role has a free seat and nobody waits for it, so that lists can be filtered. */
  hasSeats: boolean
  /** Start and id in one text: the order of lists. */
  order: string
  /** Sign-ups follow a change from here on; null: they all know. */
  tellFrom: number | null
  /** When the attendance function closes it; null once that is done, or when it is cancelled. */
  closesAt: number | null
  thanks: { words: string; at: number; requestId: string } | null
  /** The attendance up to which people have been thanked; null or absent when nobody is left to be told. */
  thankAfter?: string | null
  /** Answers and their sum. */
  feedback: { answers: number; stars: number }
  version: number
  history: Entry<'made' | 'revised' | 'cancelled' | 'followed' | 'thanked'>[]
}

export const activityId = (seriesId: string, day: string): string => `${seriesId}-${day.replaceAll('-', '')}`

/** `_id` is activity and account: `<activityId>-<accountId>`. Written by activities. */
export interface SignUpRow extends Row {
  activityId: string
  accountId: string
  organisationId: string
  roleId: string
  roleName: string
  theme: string
  state: SignUpState
  /** Number on the list of the role; null when not on it. */
  line: number | null
  confirmBy: number | null
  isLate: boolean
  /** As the activity has them; they follow it. */
  startsAt: number
  endsAt: number
  /** Version of the activity from which these are. */
  follows: number
  /** When to remind next; null: no more. */
  remindAt: number | null
  signedUpAt: number
  /** Time and a name without the account in one text: who came first. Final once the sign-up has its place: see signUps/rules.ts. */
  order: string
  version: number
  history: Entry<SignUpState>[]
}

export const signUpId = (activity: string, accountId: string): string => `${activity}-${accountId}`

/** Who was there. `_id` is activity and account, as of the sign-up. Written by attendance; marks also by volunteerHours. */
export interface AttendanceRow extends Row, PlaceFields {
  activityId: string
  accountId: string
  organisationId: string
  organisationName: string
  theme: string
  /** As they were when the person came; for who did not come, as they were at the end. */
  plannedFrom: number
  plannedUntil: number
  hoursRule: HoursRule
  roleName: string | null
  isWalkIn: boolean
  state: AttendanceState
  checkIn: Check | null
  checkOut: Check | null
  /** Credited now, with corrections; 0 once annulled. */
  minutes: number
  /** How many entries of the ledger are about it: names the next one. */
  entries: number
  isAnnulled: boolean
  marks: HoursMark[]
  /** Start and id in one text while there are marks to look at; null otherwise. */
  markedOrder: string | null
  order: string
  version: number
  history: Entry<
    | 'checkedIn'
    | 'checkedOut'
    | 'confirmed'
    | 'closed'
    | 'corrected'
    | 'absent'
    | 'excused'
    | 'annulled'
    | 'restored'
    | 'cleared'
  >[]
}

/** Append-only. Written by ledger.ts alone. */
export interface HourEntryRow extends Row, PlaceFields {
  accountId: string
  kind: HourEntryKind
  ledger: Ledger
  minutes: number
  title: string
  organisationId: string
  organisationName: string
  activityId: string | null
  /** What it is about: an attendance or a claim. */
  attendanceId: string | null
  claimId: string | null
  annulmentId: string | null
  grade: Grade | null
  /** `2026-11-21`, the day of the service in Shanghai; week and month of it. */
  day: string
  week: string
  month: string
  /** Who did it; null: it came of check-in and check-out. */
  by: string | null
  reason: string | null
  requestId: string
  at: number
  /** Time and id in one text: the order of lists and of folding. */
  order: string
}

/** `_id` is the account. Written by ledger.ts alone, with the entry. */
export interface HourTotalsRow extends Row {
  recorded: number
  backfilled: number
  /** Attendances with recorded minutes. */
  activities: number
  /** Recorded minutes by week, those above 0. */
  weeks: Record<string, number>
  version: number
}
