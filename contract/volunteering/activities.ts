import type { Position } from '../cases/cases'
import type { HoursRule } from './hours'
import type { Skill, TeamKind } from './people'
import type { OnHoliday, Recurrence } from './recurrence'

/** Activities 活动 and the series 系列 that they belong to, as they leave the cloud. Times: milliseconds UTC; GCJ-02. */

/** Where a phone uploads photos for and of activities. Nobody is ever given the address of such a file. */
export const ACTIVITY_UPLOADS = 'activityUploads'

/** 岗位: 引导员 ×2. */
export interface ActivityRole {
  /** Given by who writes the plan, unique in it; people are signed up for it. */
  roleId: string
  name: string
  capacity: number
  /** Null: anyone. */
  skill: Skill | null
  minAge: number | null
}

/** What is the same on every day of a series. */
export interface ActivityDetails {
  theme: string
  kind: TeamKind
  description: string
  placeCode: string
  address: string
  position: Position
  /** How far from `position` somebody is still there, in metres. */
  fenceMetres: number
  roles: ActivityRole[]
  /** Who insures whom and against what; empty: nothing is said. */
  insurance: string
  isForMembersOnly: boolean
  hoursRule: HoursRule
}

export interface SeriesPlan extends ActivityDetails {
  recurrence: Recurrence
  onHoliday: OnHoliday
  /** Minutes since midnight in Shanghai. */
  startMinute: number
  minutes: number
}

export interface SeriesSummary {
  seriesId: string
  organisationId: string
  theme: string
  recurrence: Recurrence
  startMinute: number
  minutes: number
  /** Null: nothing more comes. */
  nextAt: number | null
  isEnded: boolean
}

export interface Series extends SeriesSummary {
  /** As it is from now on. */
  plan: SeriesPlan
  photos: ActivityPhoto[]
  version: number
  /** Since which day it has been so; the earlier plans are kept. */
  plannedSince: string
}

/** Ends by itself after about two hours. */
export interface ActivityPhoto {
  photoId: string
  listUrl: string
  pageUrl: string
}

/** `over` when its end has passed. */
export type ActivityState = 'coming' | 'running' | 'over' | 'cancelled'

export interface RoleState extends ActivityRole {
  /** Seats that are taken or kept for somebody who has to confirm. */
  taken: number
  waiting: number
}

export interface ActivitySummary {
  activityId: string
  seriesId: string
  /** The day by the rule of its series. */
  day: string
  organisationId: string
  organisationName: string
  theme: string
  kind: TeamKind
  placeCode: string
  address: string
  position: Position
  startsAt: number
  endsAt: number
  state: ActivityState
  capacity: number
  taken: number
  waiting: number
  coverUrl: string | null
  /** Metres, where a list is by distance. */
  distance: number | null
  /** The caller's. */
  signUp: SignUpState | null
}

export interface Activity extends Omit<ActivitySummary, 'coverUrl'> {
  description: string
  fenceMetres: number
  roles: RoleState[]
  insurance: string
  isForMembersOnly: boolean
  hoursRule: HoursRule
  photos: ActivityPhoto[]
  /** Why it was cancelled, or what has changed about this day. */
  notice: string
  isRepeating: boolean
  version: number
  own: OwnSignUp | null
}

/**
 * 报名. `queued`: handed in, its place is about to be settled. `waiting`: on the list. `offered`: a seat is kept for the
 * person until `confirmBy`. `lapsed`: not confirmed in time.
 */
export const SIGN_UP_STATES = [
  'queued',
  'confirmed',
  'waiting',
  'offered',
  'withdrawn',
  'lapsed',
  'cancelled',
] as const
export type SignUpState = (typeof SIGN_UP_STATES)[number]

/**
 * What can follow what; everything else is refused. Who signs up again after leaving is queued anew, also for a day that was
 * cancelled and is held after all.
 */
export const SIGN_UP_CHANGES: Record<SignUpState, readonly SignUpState[]> = {
  queued: ['confirmed', 'waiting', 'withdrawn', 'cancelled'],
  confirmed: ['withdrawn', 'cancelled'],
  waiting: ['offered', 'confirmed', 'withdrawn', 'cancelled'],
  offered: ['confirmed', 'withdrawn', 'lapsed', 'cancelled'],
  withdrawn: ['queued'],
  lapsed: ['queued'],
  cancelled: ['queued'],
}

/** A seat is taken by these. */
export const HOLDS_SEAT: readonly SignUpState[] = ['confirmed', 'offered']

/** What the caller has to do with an activity. */
export interface OwnSignUp {
  state: SignUpState
  roleId: string
  roleName: string
  /** Among those who wait for the role; 1 is next. */
  placeInLine: number | null
  confirmBy: number | null
  /** Withdrawn later than LATE_WITHDRAWAL before the start. */
  isLate: boolean
  signedUpAt: number
}

export interface MySignUp extends OwnSignUp {
  activityId: string
  theme: string
  organisationName: string
  address: string
  startsAt: number
  endsAt: number
  activityState: ActivityState
}

/** After an activity, for everyone. */
export interface Aftermath {
  /** Those that have passed the check, newest first. */
  photos: ActivityPhoto[]
  feedback: { answers: number; averageStars: number | null }
  /** The leader's words to who was there. */
  thanks: { words: string; at: number } | null
  /** Street problems that were reported from it. */
  findings: number
  /** Of the caller: whether photos and feedback may be given, and what was. */
  own: { wasThere: boolean; stars: number | null } | null
}

export interface Feedback {
  stars: number
  words: string
  at: number
}
