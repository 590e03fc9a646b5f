import * as v from 'valibot'
import { fileId, id, placeCode, reason, text, wholeNumber } from './fields'
import { BACKFILLED_MINUTES, BACKFILLED_PHOTOS, CERTIFICATE_CODE_LENGTH, REASON_LENGTH } from './limits'
import { details, plain, returns, service } from './method'
import { exportMyData } from './ownData'
import type { Ledger } from './volunteering/hours'
import type { Grade } from './volunteering/presence'

/** A volunteer's hours 服务时长: the ledger, entries made afterwards, annulment, and certificates. */

/** An entry is never changed: what corrects it is another entry. */
export type HourEntryKind = 'credit' | 'correction' | 'backfill' | 'annulment' | 'restoration'

export interface HourEntry {
  entryId: string
  kind: HourEntryKind
  ledger: Ledger
  /** Whole minutes; below 0 where something is taken back. */
  minutes: number
  /** Of the activity, or what was entered. */
  title: string
  organisationId: string
  organisationName: string
  /** When the service was: `2026-11-21`. */
  day: string
  at: number
  grade: Grade | null
  reason: string | null
  /** Of an annulment. */
  annulment: { annulmentId: string; state: AnnulmentState; appealEndsAt: number } | null
}

/** `standing`: the person may appeal. `appealed`: somebody else decides. Then it is upheld or restored. */
export type AnnulmentState = 'standing' | 'appealed' | 'upheld' | 'restored'

export interface Annulment {
  annulmentId: string
  state: AnnulmentState
  accountId: string
  name: string
  title: string
  organisationName: string
  day: string
  minutes: number
  reason: string
  annulledAt: number
  appeal: string | null
  decision: string | null
  /** The caller annulled it, so somebody else has to decide. */
  isOwn: boolean
}

/** What is unlike everybody else's: more than ABNORMAL_MINUTES a day; two activities at once; the same person confirms each time. */
export type HoursMark = 'longDay' | 'twoPlaces' | 'alwaysConfirmed'

export interface MarkedHours {
  attendanceId: string
  accountId: string
  name: string
  theme: string
  organisationName: string
  day: string
  minutes: number
  marks: HoursMark[]
}

export interface MyHours {
  /** Minutes. */
  recorded: number
  backfilled: number
  stars: number
  minutesToNextStar: number | null
  activities: number
  /** Weeks in a row with recorded hours, up to this week or the last. */
  streak: number
  bestStreak: number
  /** Days of the year with hours of either ledger. */
  days: { day: string; minutes: number }[]
}

export type ClaimState = 'proposed' | 'agreed' | 'declined' | 'withdrawn'

/** Hours entered afterwards 补录. */
export interface HoursClaim {
  claimId: string
  state: ClaimState
  organisationId: string
  organisationName: string
  /** For leaders and staff. */
  name: string
  day: string
  minutes: number
  what: string
  photos: { listUrl: string; pageUrl: string }[]
  proposedAt: number
  reason: string | null
  /** Entered by the caller, who cannot agree to it. */
  isOwn: boolean
}

/** A certificate 志愿服务记录证明, and all that its page reveals [志愿服务记录与证明出具办法（试行）, 民政部令第67号]. */
export interface CertificatePaper {
  checkCode: string
  name: string
  from: string
  until: string
  /** Recorded hours only. */
  minutes: number
  /** By organisation and activity, in order. A paper with more than CERTIFICATE_LINES sums them up by organisation. */
  lines: { day: string | null; title: string; organisationName: string; minutes: number }[]
  /** Who records them 记录单位. */
  issuers: string[]
  issuedAt: number
  /** `changed`: some of the hours were corrected or annulled since. `withdrawn`: the person has taken it back. */
  standing: 'valid' | 'changed' | 'withdrawn'
}

const page = { after: v.optional(text('页码', { min: 1, max: 100 })) }
const own = { access: 'signedIn', writes: true, pace: { calls: 30, seconds: 600 } } as const
const ownReading = { access: 'signedIn', writes: false } as const
const staffOf = { access: { roles: ['administrator'], at: 'record' }, writes: true } as const
const day = (name: string) => v.pipe(v.string(`请选择${name}`), v.isoDate(`请选择${name}`))
const checkCode = () =>
  v.pipe(
    v.string('请输入校验码'),
    v.transform((code) =>
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1'),
    ),
    v.length(CERTIFICATE_CODE_LENGTH, `校验码是 ${CERTIFICATE_CODE_LENGTH} 位字母和数字`),
  )

export const volunteerHours = service({
  getMyHours: {
    ...ownReading,
    input: v.strictObject({ year: wholeNumber('年份', { min: 2020, max: 2100 }) }),
    value: returns<MyHours>(),
    errors: {},
  },
  /** Newest first. */
  listMyEntries: {
    ...ownReading,
    input: v.strictObject(page),
    value: returns<{ entries: HourEntry[]; next: string | null }>(),
    errors: {},
  },

  /** 补录: of the last BACKFILLED_DAYS days; the leader of the organisation or an administrator agrees, never who entered it. */
  claimHours: {
    ...own,
    input: v.strictObject({
      organisationId: id(),
      day: day('服务日期'),
      minutes: wholeNumber('时长', BACKFILLED_MINUTES),
      what: text('服务内容', REASON_LENGTH),
      photos: v.pipe(
        v.array(fileId()),
        v.minLength(1, '请至少附一张证明照片'),
        v.maxLength(BACKFILLED_PHOTOS, `最多 ${BACKFILLED_PHOTOS} 张照片`),
      ),
    }),
    value: returns<{ claim: HoursClaim }>(),
    errors: {
      not_volunteer: plain,
      organisation_not_found: plain,
      organisation_closed: plain,
      day_not_possible: plain,
      photo_unreadable: details<{ index: number }>(),
    },
  },
  withdrawClaim: {
    ...own,
    input: v.strictObject({ claimId: id() }),
    value: returns<{ claim: HoursClaim }>(),
    errors: { claim_not_found: plain, claim_is_decided: plain },
  },
  listMyClaims: {
    ...ownReading,
    input: v.strictObject(page),
    value: returns<{ claims: HoursClaim[]; next: string | null }>(),
    errors: {},
  },
  listClaims: {
    access: { roles: ['organisationLeader', 'administrator'], at: 'record' },
    writes: false,
    input: v.strictObject({
      organisationId: id(),
      state: v.picklist(['proposed', 'agreed', 'declined']),
      ...page,
    }),
    value: returns<{ claims: HoursClaim[]; next: string | null }>(),
    errors: {},
  },
  answerClaim: {
    access: { roles: ['organisationLeader', 'administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({
      claimId: id(),
      answer: v.picklist(['agree', 'decline']),
      reason: v.nullable(reason()),
    }),
    value: returns<{ claim: HoursClaim }>(),
    errors: {
      claim_not_found: plain,
      claim_is_decided: plain,
      second_person_needed: plain,
      reason_needed: plain,
      /** With what is recorded already, the day would have more than MINUTES_A_DAY. */
      day_is_full: plain,
    },
  },

  /** Attendance that was marked, newest first. */
  listMarkedHours: {
    access: { roles: ['administrator'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({ placeCode: placeCode(), ...page }),
    value: returns<{ hours: MarkedHours[]; next: string | null }>(),
    errors: {},
  },
  /** Takes back all that an attendance has brought. The person is told, and may appeal for APPEAL_TIME. */
  annulHours: {
    ...staffOf,
    input: v.strictObject({ attendanceId: text('编号', { min: 1, max: 100 }), reason: reason() }),
    value: returns<{ annulment: Annulment }>(),
    errors: { attendance_not_found: plain, nothing_to_annul: plain },
  },
  /** Somebody has looked at a mark and found nothing wrong. */
  clearMarks: {
    ...staffOf,
    input: v.strictObject({ attendanceId: text('编号', { min: 1, max: 100 }), reason: reason() }),
    value: returns<{ attendanceId: string }>(),
    errors: { attendance_not_found: plain, second_person_needed: plain },
  },
  appealAnnulment: {
    ...own,
    input: v.strictObject({ annulmentId: id(), words: text('申诉理由', REASON_LENGTH) }),
    value: returns<{ state: AnnulmentState }>(),
    errors: { annulment_not_found: plain, appeal_ended: plain },
  },
  /** By another administrator than the one who annulled. */
  decideAppeal: {
    ...staffOf,
    input: v.strictObject({
      annulmentId: id(),
      decision: v.picklist(['uphold', 'restore']),
      reason: reason(),
    }),
    value: returns<{ annulment: Annulment }>(),
    errors: { annulment_not_found: plain, not_appealed: plain, second_person_needed: plain },
  },
  getAnnulment: {
    access: { roles: ['administrator'], at: 'record' },
    writes: false,
    input: v.strictObject({ annulmentId: id() }),
    value: returns<Annulment>(),
    errors: { annulment_not_found: plain },
  },
  /** Newest first. */
  listAnnulments: {
    access: { roles: ['administrator'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      state: v.picklist(['standing', 'appealed', 'upheld', 'restored']),
      ...page,
    }),
    value: returns<{ annulments: Annulment[]; next: string | null }>(),
    errors: {},
  },

  /** Free, at once, about recorded hours only; of one organisation or of all. */
  issueCertificate: {
    ...own,
    input: v.strictObject({
      from: day('开始日期'),
      until: day('结束日期'),
      organisationId: v.nullable(id()),
    }),
    value: returns<{ certificate: CertificatePaper }>(),
    errors: { not_volunteer: plain, no_hours: plain, period_too_long: plain },
  },
  listMyCertificates: {
    ...ownReading,
    input: v.strictObject(page),
    value: returns<{ certificates: CertificatePaper[]; next: string | null }>(),
    errors: {},
  },
  /** As a Word document; the address ends by itself. */
  getCertificateDocument: {
    ...ownReading,
    pace: { calls: 20, seconds: 600 },
    input: v.strictObject({ checkCode: checkCode() }),
    value: returns<{ url: string; fileName: string }>(),
    /** It holds no more: corrected since, or taken back. */
    errors: { certificate_not_found: plain, certificate_not_valid: plain },
  },
  withdrawCertificate: {
    ...own,
    input: v.strictObject({ checkCode: checkCode() }),
    value: returns<{ certificate: CertificatePaper }>(),
    errors: { certificate_not_found: plain },
  },
  /**
   * For anyone who holds the paper. Codes are too long to be guessed. One that was taken back answers its code, when it was
   * issued and that it was taken back; everything else is empty.
   */
  verifyCertificate: {
    access: 'anyone',
    writes: false,
    pace: { calls: 30, seconds: 60 },
    input: v.strictObject({ checkCode: checkCode() }),
    value: returns<CertificatePaper>(),
    errors: { certificate_not_found: plain },
  },
  exportMyData,
})
