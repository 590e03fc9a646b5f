import * as v from 'valibot'
import { position } from './cases/positions'
import { id, moment, reason, text, wholeNumber } from './fields'
import { CONFIRMED_AT_ONCE, MINUTES_A_DAY } from './limits'
import { details, plain, returns, service } from './method'
import { exportMyData } from './ownData'
import type { Check, OwnPresence, PresenceCount, RosterRow } from './volunteering/presence'
import { cardCode } from './volunteers'

/** Attendance 签到签退: who was there, and from when until when. */

const page = { after: v.optional(text('页码', { min: 1, max: 100 })) }
const leader = { access: { roles: ['organisationLeader', 'administrator'], at: 'record' } } as const
const activityId = { activityId: id() }
const direction = v.picklist(['in', 'out'], '请选择签到还是签退')
const notThere = { activity_not_found: plain } as const

/** Who is meant: somebody on the list, or the card that somebody shows. */
const person = v.union([v.strictObject({ accountId: id() }), v.strictObject({ cardCode: cardCode() })])

/** What became of one person in a call about several. */
export type Confirmed =
  | { ok: true; accountId: string; name: string; check: Check; minutes: number }
  | { ok: false; reason: 'unknown' | 'own' | 'notCheckedIn' | 'already' | 'notInTime' }

export const attendance = service({
  /**
   * The key from which the leader's phone makes codes, good for this activity only: once it is there, no network is
   * needed. `now` is the cloud's time, so that a phone's wrong clock does no harm. `key`: 64 hexadecimal digits.
   */
  openCheckIn: {
    ...leader,
    writes: true,
    input: v.strictObject(activityId),
    value: returns<{ key: string; now: number; theme: string; opensAt: number; closesAt: number }>(),
    errors: { ...notThere, activity_cancelled: plain },
  },
  /**
   * Check-in or check-out with the code on the leader's screen. `step`: the one that was scanned with it, or by the
   * phone's clock as far as it knows the cloud's; `shownAt`: when that was. A code that is not of now is taken as late.
   * Sent again, or twice, it answers with what is there.
   */
  presentCode: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    // Six digits: a guess in a hundred thousand even so.
    pace: { calls: 10, seconds: 300 },
    input: v.strictObject({
      ...activityId,
      direction,
      digits: v.pipe(
        v.string('请输入 6 位数字'),
        v.trim(),
        v.regex(/^\d{6}$/, '请输入负责人屏幕上的 6 位数字'),
      ),
      step: wholeNumber('时间', { min: 0, max: 4_000_000_000 }),
      shownAt: moment('时间'),
      /** Null: the phone does not say. `accuracy` in metres, as the phone estimates it. */
      position: v.nullable(
        v.strictObject({
          ...position().entries,
          accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
        }),
      ),
    }),
    value: returns<{ presence: OwnPresence; isRepeated: boolean }>(),
    errors: {
      ...notThere,
      activity_cancelled: plain,
      not_volunteer: plain,
      members_only: plain,
      not_checked_in: plain,
      /** Before CHECK_IN_BEFORE, or after the end; `opensAt` and `closesAt` of this direction. */
      not_in_time: details<{ opensAt: number; closesAt: number }>(),
      /** Not of this activity and direction, or mistyped, or older than can be taken. */
      code_wrong: plain,
    },
  },
  getMyPresence: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject(activityId),
    value: returns<{ presence: OwnPresence | null; now: number }>(),
    errors: notThere,
  },

  /** Everybody who has signed up or come, by name. */
  listRoster: {
    ...leader,
    writes: false,
    input: v.strictObject({ ...activityId, ...page }),
    value: returns<{ rows: RosterRow[]; next: string | null }>(),
    errors: notThere,
  },
  countPresent: {
    ...leader,
    writes: false,
    pace: { calls: 60, seconds: 60 },
    input: v.strictObject(activityId),
    value: returns<PresenceCount>(),
    errors: notThere,
  },
  /**
   * The leader has seen these people come or go; also for those without a phone and for what is worth C. Nobody confirms
   * the own presence. `at` null: now, or the time of what is confirmed. Each for itself: some may be done and others not.
   */
  confirmPresence: {
    ...leader,
    writes: true,
    input: v.strictObject({
      ...activityId,
      direction,
      at: v.nullable(moment('时间')),
      people: v.pipe(
        v.array(person),
        v.minLength(1, '请至少选一个人'),
        v.maxLength(CONFIRMED_AT_ONCE, `一次最多 ${CONFIRMED_AT_ONCE} 人`),
      ),
    }),
    value: returns<{ confirmed: Confirmed[] }>(),
    errors: { ...notThere, activity_cancelled: plain },
  },
  /** 更正时长: to so many minutes, never above the plan. The earlier entry stays in the ledger. */
  correctMinutes: {
    ...leader,
    writes: true,
    input: v.strictObject({
      attendanceId: text('编号', { min: 1, max: 100 }),
      minutes: wholeNumber('时长', { min: 0, max: MINUTES_A_DAY }),
      reason: reason(),
    }),
    value: returns<{ minutes: number }>(),
    errors: {
      attendance_not_found: plain,
      not_credited: plain,
      above_plan: details<{ planned: number }>(),
      second_person_needed: plain,
      /** Staff have annulled it; they decide. */
      hours_annulled: plain,
    },
  },
  /** Signed up and did not come, for a reason that counts. */
  excuseAbsence: {
    ...leader,
    writes: true,
    input: v.strictObject({ attendanceId: text('编号', { min: 1, max: 100 }), reason: reason() }),
    value: returns<{ state: 'excused' }>(),
    errors: { attendance_not_found: plain, not_absent: plain },
  },
  exportMyData,
})
