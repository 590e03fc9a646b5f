import * as v from 'valibot'
import { position } from './cases/positions'
import { fileId, id, moment, placeCode, reason, text, wholeNumber } from './fields'
import {
  ACTIVITY_MINUTES,
  ACTIVITY_PHOTOS,
  ACTIVITY_ROLES_MAX,
  ACTIVITY_TEXTS,
  CASE_ADDRESS_LENGTH,
  FENCE_METRES,
  type LISTED_DAYS_MAX,
  ROLE_CAPACITY_MAX,
} from './limits'
import { details, plain, returns, service } from './method'
import { exportMyData } from './ownData'
import type {
  Activity,
  ActivitySummary,
  Aftermath,
  Feedback,
  MySignUp,
  OwnSignUp,
  Series,
  SeriesSummary,
} from './volunteering/activities'
import { SKILLS, TEAM_KINDS } from './volunteering/people'
import type { Occurrence, Weekday } from './volunteering/recurrence'

/** Activities 活动: series that repeat, their days, signing up, and what comes after. */

export { ACTIVITY_UPLOADS } from './volunteering/activities'

const page = { after: v.optional(text('页码', { min: 1, max: 100 })) }
const everyone = { access: 'anyone', writes: false, pace: { calls: 120, seconds: 60 } } as const
const own = { access: 'signedIn', writes: true, pace: { calls: 60, seconds: 600 } } as const
const leader = { access: { roles: ['organisationLeader', 'administrator'], at: 'record' } } as const
const leading = { ...leader, writes: true } as const
const version = () => wholeNumber('版本', { min: 1, max: 100_000 })
const day = (name: string) =>
  v.pipe(
    v.string(`请选择${name}`),
    v.regex(/^20\d{2}-\d{2}-\d{2}$/, `请选择${name}`),
    v.isoDate(`请选择${name}`),
  )
const weekday = v.pipe(
  v.picklist([1, 2, 3, 4, 5, 6, 7], '请选择星期'),
  v.transform((number) => number as Weekday),
)
const span = { from: day('开始日期'), until: v.nullable(day('结束日期')) }
const choice = <S extends v.GenericSchema>(each: S, most: number, none: string) =>
  v.pipe(v.array(each), v.minLength(1, none), v.maxLength(most))

export const recurrence = () =>
  v.variant('kind', [
    v.strictObject({ kind: v.literal('once'), day: day('日期') }),
    v.strictObject({
      kind: v.literal('weekly'),
      ...span,
      every: wholeNumber('间隔', { min: 1, max: 8 }),
      weekdays: choice(weekday, 7, '请至少选择一天'),
    }),
    v.strictObject({
      kind: v.literal('monthly'),
      ...span,
      days: choice(wholeNumber('日期', { min: 1, max: 31 }), 31, '请至少选择一个日期'),
      inShortMonths: v.picklist(['skip', 'lastDay'], '请选择没有这一天的月份怎么办'),
    }),
    v.strictObject({
      kind: v.literal('monthlyWeekday'),
      ...span,
      ordinals: choice(v.picklist([1, 2, 3, 4, -1]), 5, '请至少选择一个星期'),
      weekday,
    }),
  ])

const onHoliday = v.picklist(['keep', 'skip', 'nextWorkday'], '请选择遇到节假日怎么办')
const startMinute = () => wholeNumber('开始时间', { min: 0, max: 1439 })
const photos = (min: number) =>
  v.pipe(
    v.array(fileId()),
    v.minLength(min, '请至少选一张照片'),
    v.maxLength(ACTIVITY_PHOTOS, `最多 ${ACTIVITY_PHOTOS} 张照片`),
  )

const roles = v.pipe(
  v.array(
    v.strictObject({
      roleId: id(),
      name: text('岗位名称', ACTIVITY_TEXTS.role),
      capacity: wholeNumber('人数', { min: 1, max: ROLE_CAPACITY_MAX }),
      skill: v.nullable(v.picklist(SKILLS)),
      minAge: v.nullable(wholeNumber('年龄', { min: 8, max: 70 })),
    }),
  ),
  v.minLength(1, '请至少写一个岗位'),
  v.maxLength(ACTIVITY_ROLES_MAX, `最多 ${ACTIVITY_ROLES_MAX} 个岗位`),
  v.check((each) => new Set(each.map(({ roleId }) => roleId)).size === each.length, '岗位重复了，请删去一个'),
)

/** What one day can have of its own. */
const changeable = {
  theme: text('活动主题', ACTIVITY_TEXTS.theme),
  description: text('活动内容', ACTIVITY_TEXTS.description),
  address: text('集合地点', CASE_ADDRESS_LENGTH),
  position: position(),
  fenceMetres: wholeNumber('签到范围', FENCE_METRES),
  roles,
  insurance: v.pipe(v.string(), v.trim(), v.maxLength(ACTIVITY_TEXTS.insurance.max)),
}

const plan = v.strictObject({
  ...changeable,
  kind: v.picklist(TEAM_KINDS, '请选择活动类别'),
  placeCode: placeCode(),
  isForMembersOnly: v.boolean(),
  hoursRule: v.strictObject({
    roundTo: v.picklist([1, 5, 15, 30], '请选择取整方式'),
    fullFrom: wholeNumber('到场比例', { min: 50, max: 100 }),
    closesAtEnd: v.boolean(),
  }),
  recurrence: recurrence(),
  onHoliday,
  startMinute: startMinute(),
  minutes: wholeNumber('活动时长', ACTIVITY_MINUTES),
})

const photo_unreadable = details<{ index: number }>()
/** Somebody has signed up for what would be gone: say so first, or keep it. */
const seats_taken = details<{ roleId: string; name: string; taken: number }>()
const organisation = { organisation_not_found: plain, organisation_closed: plain } as const
const notThere = { activity_not_found: plain } as const
/** What a leader writes is seen by everyone: WeChat's check has refused it, or has not answered. */
const words = { words_refused: plain, words_unchecked: plain } as const

export const activities = service({
  /** The leader of the organisation, or an administrator above. */
  createSeries: {
    ...leading,
    input: v.strictObject({ organisationId: id(), plan, photos: photos(0) }),
    value: returns<{ series: Series }>(),
    errors: {
      ...organisation,
      place_not_found: plain,
      /** By its rule it is never held. */
      no_days: plain,
      photo_unreadable,
      ...words,
    },
  },
  /** 此后各次: from this day on it is as in `plan`. Days that are no longer in it are cancelled; people are told. */
  reviseSeries: {
    ...leading,
    input: v.strictObject({
      seriesId: id(),
      basedOn: version(),
      from: day('从哪天起'),
      plan,
      photos: v.optional(photos(0)),
    }),
    value: returns<{ series: Series; cancelled: number }>(),
    errors: {
      series_not_found: plain,
      place_not_found: plain,
      no_days: plain,
      day_is_over: plain,
      seats_taken,
      changed_meanwhile: plain,
      photo_unreadable,
      ...words,
    },
  },
  /** Nothing after `lastDay`. */
  endSeries: {
    ...leading,
    input: v.strictObject({ seriesId: id(), basedOn: version(), lastDay: day('最后一天'), reason: reason() }),
    value: returns<{ series: Series; cancelled: number }>(),
    errors: { series_not_found: plain, day_is_over: plain, changed_meanwhile: plain },
  },
  /** 仅这一次: this day is held at another time, elsewhere, or with other details. Who has signed up is told. */
  reviseActivity: {
    ...leading,
    input: v.strictObject({
      seriesId: id(),
      day: day('日期'),
      /** Version of the activity; 0 while it is only computed. */
      basedOn: wholeNumber('版本', { min: 0, max: 100_000 }),
      startsAt: moment('开始时间'),
      minutes: wholeNumber('活动时长', ACTIVITY_MINUTES),
      ...changeable,
      notice: text('变更说明', ACTIVITY_TEXTS.notice),
    }),
    value: returns<{ activity: Activity }>(),
    errors: {
      ...notThere,
      activity_cancelled: plain,
      day_is_over: plain,
      seats_taken,
      changed_meanwhile: plain,
      ...words,
    },
  },
  /** Not before it is over, and not once somebody has checked in. */
  cancelActivity: {
    ...leading,
    input: v.strictObject({ seriesId: id(), day: day('日期'), reason: reason() }),
    value: returns<{ activity: Activity }>(),
    errors: { ...notThere, day_is_over: plain },
  },
  /** The days that a rule gives from `from` on, at most PREVIEWED_DAYS: for whoever is writing it. */
  previewDays: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({
      recurrence: recurrence(),
      onHoliday,
      startMinute: startMinute(),
      from: day('日期'),
    }),
    value: returns<{ days: { day: string; startsAt: number; isMoved: boolean }[] }>(),
    errors: {},
  },
  /** Of an organisation, those that go on first. */
  listSeries: {
    ...leader,
    writes: false,
    input: v.strictObject({ organisationId: id(), ...page }),
    value: returns<{ series: SeriesSummary[]; next: string | null }>(),
    errors: {},
  },
  getSeries: {
    ...everyone,
    input: v.strictObject({ seriesId: id() }),
    value: returns<Series>(),
    errors: { series_not_found: plain },
  },
  /** Days of a series from `from` on, in order, at most OCCURRENCES_SHOWN; also those years ahead. */
  listOccurrences: {
    ...everyone,
    input: v.strictObject({ seriesId: id(), from: day('日期') }),
    value: returns<{ occurrences: Occurrence[] }>(),
    errors: { series_not_found: plain },
  },

  /** At a place and below it, or of one organisation, by when they begin; at most LISTED_DAYS_MAX days. */
  listActivities: {
    ...everyone,
    input: v.strictObject({
      placeCode: v.optional(placeCode()),
      organisationId: v.optional(id()),
      from: moment('开始'),
      until: moment('结束'),
      kind: v.optional(v.picklist(TEAM_KINDS)),
      hasSeats: v.optional(v.boolean()),
      ...page,
    }),
    value: returns<{ activities: ActivitySummary[]; next: string | null }>(),
    errors: { span_too_long: details<{ days: typeof LISTED_DAYS_MAX }>() },
  },
  /** Around a position, nearest first. */
  listNearbyActivities: {
    ...everyone,
    input: v.strictObject({
      position: position(),
      from: moment('开始'),
      until: moment('结束'),
      kind: v.optional(v.picklist(TEAM_KINDS)),
    }),
    value: returns<{ activities: ActivitySummary[] }>(),
    errors: { span_too_long: details<{ days: typeof LISTED_DAYS_MAX }>() },
  },
  getActivity: {
    ...everyone,
    input: v.strictObject({ activityId: id() }),
    value: returns<Activity>(),
    errors: notThere,
  },

  /**
   * 报名. Seats go in the order in which people came; who comes later is on the list. With `despiteClash` also when the
   * caller has signed up for something at the same time.
   */
  signUp: {
    ...own,
    input: v.strictObject({ activityId: id(), roleId: id(), despiteClash: v.boolean() }),
    value: returns<{ signUp: OwnSignUp }>(),
    errors: {
      ...notThere,
      not_volunteer: plain,
      role_not_found: plain,
      activity_not_open: plain,
      members_only: plain,
      too_young_for_role: details<{ minAge: number }>(),
      skill_needed: plain,
      clash: details<{ activityId: string; theme: string; startsAt: number }>(),
      already_signed_up: plain,
    },
  },
  /** A seat that was kept is the caller's. */
  confirmSeat: {
    ...own,
    input: v.strictObject({ activityId: id() }),
    value: returns<{ signUp: OwnSignUp }>(),
    errors: { ...notThere, offer_ended: plain },
  },
  /** Before the start. Late withdrawals are noted; the next one on the list is told at once. */
  withdraw: {
    ...own,
    input: v.strictObject({ activityId: id() }),
    value: returns<{ signUp: OwnSignUp }>(),
    errors: { ...notThere, not_signed_up: plain, activity_not_open: plain },
  },
  /** Coming ones by when they begin; past ones, the latest first. */
  listMySignUps: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({ when: v.picklist(['coming', 'past']), ...page }),
    value: returns<{ signUps: MySignUp[]; next: string | null }>(),
    errors: {},
  },

  getAftermath: {
    ...everyone,
    input: v.strictObject({ activityId: id() }),
    value: returns<Aftermath>(),
    errors: notThere,
  },
  /** By who was there, or its leader. Shown to others when they have passed the check. */
  addPhotos: {
    ...own,
    input: v.strictObject({
      activityId: id(),
      photos: photos(1),
      words: v.pipe(v.string(), v.trim(), v.maxLength(ACTIVITY_TEXTS.words.max)),
    }),
    value: returns<{ isShown: boolean }>(),
    errors: { ...notThere, not_there: plain, not_begun: plain, photo_unreadable },
  },
  /** Once a person, who may change it for FEEDBACK_TIME. The leader reads the words without a name. */
  giveFeedback: {
    ...own,
    input: v.strictObject({
      activityId: id(),
      stars: wholeNumber('星级', { min: 1, max: 5 }),
      words: v.pipe(v.string(), v.trim(), v.maxLength(ACTIVITY_TEXTS.words.max)),
    }),
    value: returns<{ stars: number }>(),
    errors: { ...notThere, not_there: plain, not_begun: plain, feedback_ended: plain },
  },
  listFeedback: {
    ...leader,
    writes: false,
    input: v.strictObject({ activityId: id(), ...page }),
    value: returns<{ feedback: Feedback[]; next: string | null }>(),
    errors: {},
  },
  /** Once an activity; everybody who was there is told. */
  thank: {
    ...leading,
    input: v.strictObject({ activityId: id(), words: text('感谢的话', ACTIVITY_TEXTS.words) }),
    value: returns<{ told: number }>(),
    errors: { ...notThere, not_begun: plain, already_thanked: plain },
  },
  exportMyData,
})
