/** Check-in 签到 and check-out 签退 on site: what is kept as evidence, and what it is worth. */

export type Direction = 'in' | 'out'

/** A code is good for one step. TOTP [RFC 6238] with HMAC-SHA-256, six digits. */
export const CODE_STEP = 30_000
/** How long before and after its step a code is taken as shown now: a tap takes time, and clocks differ. */
export const CODE_STEPS_BEHIND = 2
export const CODE_STEPS_AHEAD = 1
/** Check-in begins this long before the planned start, and ends with the activity. */
export const CHECK_IN_BEFORE = 60 * 60_000
/**
 * Check-out ends this long after the planned end. Then who has not checked out is checked out, where that is declared,
 * and who has not come is marked.
 */
export const CHECK_OUT_AFTER = 2 * 3_600_000
/** A code that was scanned without a network is taken as late as this after the planned end. */
export const LATE_CODES_UNTIL = 72 * 3_600_000
/** How long after the planned end a leader takes people down and confirms; what comes later is back-filled. */
export const CONFIRMED_UNTIL = 7 * 86_400_000

/** When somebody can check in and out; the times of both lie within it. */
export const windowOf = (
  direction: Direction,
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
): { opensAt: number; closesAt: number } =>
  direction === 'in'
    ? { opensAt: startsAt - CHECK_IN_BEFORE, closesAt: endsAt }
    : { opensAt: startsAt, closesAt: endsAt + CHECK_OUT_AFTER }

export const stepAt = (moment: number): number => Math.floor(moment / CODE_STEP)

/** What is scanned: `GZ1.<activity>.<in or out>.<step>.<digits>`. */
export const codeText = (activityId: string, direction: Direction, step: number, digits: string): string =>
  `GZ1.${activityId}.${direction}.${step}.${digits}`

export interface ScannedCode {
  activityId: string
  direction: Direction
  step: number
  digits: string
}

/** Null: something else was scanned. */
export function readCodeText(text: string): ScannedCode | null {
  const [, activityId, direction, step, digits] =
    /^GZ1\.([A-Za-z0-9_-]{1,64})\.(in|out)\.(\d{1,10})\.(\d{6})$/.exec(text.trim()) ?? []
  return activityId && direction && step && digits
    ? { activityId, direction: direction as Direction, step: Number(step), digits }
    : null
}

/** What is signed for a step: the step as RFC 6238 counts it, bound to the direction. */
export const codeMessage = (direction: Direction, step: number): string => `${direction}.${step}`

/** RFC 4226, 5.3: the last four bits say which four bytes are taken. `mac`: 32 bytes. */
export function digitsOf(mac: ArrayLike<number>): string {
  const at = (mac[mac.length - 1] ?? 0) & 15
  const byte = (index: number) => mac[at + index] ?? 0
  const number = (byte(0) & 127) * 2 ** 24 + byte(1) * 2 ** 16 + byte(2) * 2 ** 8 + byte(3)
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * `live`: shown on the leader's screen when the call came. `late`: the right code of an earlier step, kept by a phone
 * without a network. `none`: the leader took the person down, or whoever came with a code could have made it: leaders
 * and administrators have the key to their own.
 */
export type CodeEvidence = 'live' | 'late' | 'none'
/** Whether the phone was within the fence; `unknown`: it did not say where it was. */
export type PlaceEvidence = 'within' | 'outside' | 'unknown'

/**
 * 证据等级. A 现场码和位置都对上: a live code, within the fence. B 负责人确认: the leader has seen the person. C 只有一项
 * 证据: a code without a place, from outside the fence, or sent late. A and B count; C counts as soon as the leader confirms.
 */
export type Grade = 'A' | 'B' | 'C'

export interface Evidence {
  code: CodeEvidence
  place: PlaceEvidence
  /** Metres from the declared place, rounded; null when unknown. The position itself is not kept. */
  distance: number | null
  isConfirmed: boolean
}

export const gradeOf = ({ code, place, isConfirmed }: Omit<Evidence, 'distance'>): Grade => {
  if (code === 'live' && place === 'within') return 'A'
  return isConfirmed ? 'B' : 'C'
}

/** The lower of two, as presence is worth no more than its weaker end. */
export const lowerGrade = (one: Grade, other: Grade): Grade => (one > other ? one : other)

/** One end of presence. */
export interface Check extends Evidence {
  /** By the cloud's clock, or the code's time where it came late, or as the leader says. */
  at: number
  grade: Grade
  /** Checked out at the planned end by itself. */
  isAutomatic: boolean
}

/**
 * `present`: checked in. `toConfirm`: both ends are there, and one of them is worth C. `credited`: hours are in the
 * ledger. `absent`: signed up and did not come. `excused`: the leader says why.
 */
export const ATTENDANCE_STATES = ['present', 'toConfirm', 'credited', 'absent', 'excused'] as const
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

/** The caller's own presence at an activity. */
export interface OwnPresence {
  state: AttendanceState
  checkIn: Check | null
  checkOut: Check | null
  /** Credited, with corrections. */
  minutes: number
}

/** A row of the leader's list. */
export interface RosterRow {
  accountId: string
  name: string
  isMinor: boolean
  roleName: string | null
  /** Came without having signed up. */
  isWalkIn: boolean
  presence: (OwnPresence & { attendanceId: string }) | null
}

export interface PresenceCount {
  signedUp: number
  checkedIn: number
  checkedOut: number
  toConfirm: number
}
