import * as v from 'valibot'
import {
  type CaseCourse,
  type Position,
  type PublicCaseSummary,
  RATING_REASON_KEYS,
  type Relation,
} from './cases/cases'
import { CATEGORY_GROUP_KEYS, type Catalogue } from './cases/categories'
import { position } from './cases/positions'
import { fileId, id, moment, placeCode, text, wholeNumber } from './fields'
import {
  CASE_ADDRESS_LENGTH,
  CASE_DESCRIPTION_MAX,
  CASE_PHOTOS,
  CASE_WORDS_LENGTH,
  CATEGORY_QUESTIONS_MAX,
  PERSON_NAME_LENGTH,
} from './limits'
import { details, plain, returns, service } from './method'
import { exportMyData } from './ownData'

/**
 * Reporting street problems (随申拍): what citizens do, and what everyone sees. The loop starts with a citizen and ends
 * with the citizen's satisfaction (上海精神文明建设简报第39期). All times: milliseconds UTC; positions: GCJ-02.
 */

export { REPORT_UPLOADS } from './cases/cases'

/** What a report has become. */
export interface ReportReceipt {
  caseId: string
  number: string
  reportedAt: number
  /** By when it is to be handled, if it is accepted as it is. */
  dueAt: number
}

/** A place that a position or an address may lie in, with all above it. */
export interface SuggestedPlace {
  code: string
  path: string[]
}

export interface MyReport extends PublicCaseSummary {
  relation: Relation
  /** Waits for the caller's rating. */
  waitsForRating: boolean
}

/** What a part of a map shows: single cases, or how many lie together where they are too many. */
export interface MapPart {
  points: { caseId: string; categoryId: string; position: Position; isOpen: boolean; isOverdue: boolean }[]
  cells: { position: Position; open: number; all: number }[]
}

const caseId = { caseId: id() }
const page = { after: v.optional(text('页码', { min: 1, max: 80 })) }
const group = v.optional(v.picklist(CATEGORY_GROUP_KEYS, '请选择类别'))
const openness = v.optional(v.picklist(['open', 'closed'], '请选择状态'))
const everyone = { access: 'anyone', writes: false, pace: { calls: 120, seconds: 60 } } as const
const own = { access: 'signedIn', writes: true } as const
const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit))

/** What an address of files may not be: see `addPhoto` of nominations. */
const photos = (min: number) =>
  v.pipe(
    v.array(fileId()),
    v.minLength(min, '请至少拍一张照片'),
    v.maxLength(CASE_PHOTOS, `最多 ${CASE_PHOTOS} 张照片`),
  )

const photo_unreadable = details<{ index: number }>()

export const reporting = service({
  /** The categories that are offered, with the version to send back. */
  getCatalogue: {
    ...everyone,
    input: v.strictObject({}),
    value: returns<Catalogue>(),
    errors: {},
  },
  /** Likely streets for a position (by cases around it) and for words of an address; the likeliest first. */
  suggestPlaces: {
    access: 'signedIn',
    writes: false,
    pace: { calls: 60, seconds: 60 },
    input: v.strictObject({
      position: v.nullable(position()),
      address: v.pipe(v.string(), v.trim(), v.maxLength(CASE_ADDRESS_LENGTH.max)),
    }),
    value: returns<{ places: SuggestedPlace[] }>(),
    errors: {},
  },
  /** Open cases of the category near a position, nearest first: perhaps it is one of them. */
  findSimilar: {
    access: 'signedIn',
    writes: false,
    pace: { calls: 60, seconds: 60 },
    input: v.strictObject({ categoryId: id(), position: position() }),
    value: returns<{ cases: PublicCaseSummary[] }>(),
    errors: { category_not_found: plain },
  },
  /**
   * Files a report. Photos lie below REPORT_UPLOADS; they are drawn anew without what a camera writes into them, and
   * removed. Sent again with the same request id it answers with the same case, also when it was sent days later.
   */
  reportProblem: {
    ...own,
    pace: { calls: 60, seconds: 3600 },
    input: v.strictObject({
      categoryId: id(),
      description: v.pipe(
        v.string('请写一句话'),
        v.trim(),
        v.maxLength(CASE_DESCRIPTION_MAX, `最多 ${CASE_DESCRIPTION_MAX} 个字`),
      ),
      answers: v.pipe(
        v.array(
          v.strictObject({
            questionId: id(),
            value: v.union([v.pipe(v.string(), v.trim(), v.maxLength(100, '最多 100 个字')), v.number()]),
          }),
        ),
        v.maxLength(CATEGORY_QUESTIONS_MAX),
      ),
      photos: photos(0),
      position: v.nullable(position()),
      address: text('地址', CASE_ADDRESS_LENGTH),
      placeCode: placeCode(),
      /** The activity 志愿活动 during which it was seen. Left out of the case where it cannot have been. */
      linkedTo: v.optional(v.strictObject({ activityId: id() })),
      /** When the first photo was taken, or else when the report was written; by the phone's clock. */
      seenAt: moment('发现时间'),
      contact: v.nullable(
        v.strictObject({
          name: v.optional(text('称呼', { min: 1, max: PERSON_NAME_LENGTH.max })),
          phone: v.pipe(
            v.string('请填写电话'),
            v.trim(),
            v.regex(/^\+?\d[\d -]{4,17}\d$/, '电话只写数字，区号后可以用短横'),
          ),
        }),
      ),
    }),
    value: returns<ReportReceipt>(),
    errors: {
      category_not_found: plain,
      place_not_found: plain,
      too_few_photos: details<{ min: number }>(),
      answer_missing: details<{ questionId: string; label: string }>(),
      photo_unreadable,
    },
  },
  /** 我也遇到: counted once for each person, who from then on follows the case. A merged case leads to where it went. */
  joinCase: {
    ...own,
    input: v.strictObject(caseId),
    value: returns<{ caseId: string; joined: number }>(),
    errors: { case_not_found: plain, case_not_open: plain, own_case: plain },
  },
  followCase: {
    ...own,
    input: v.strictObject({ ...caseId, isFollowing: v.boolean() }),
    value: returns<{ relation: Relation | null }>(),
    errors: { case_not_found: plain },
  },
  /** What the caller reported, joined or follows, newest first. */
  listMyReports: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject(page),
    value: returns<{ reports: MyReport[]; next: string | null; waitingForRating: number }>(),
    errors: {},
  },
  /** A case and its course. A merged case that the caller had part in answers with where it went in `mergedInto`. */
  getCase: {
    ...everyone,
    input: v.strictObject(caseId),
    value: returns<CaseCourse>(),
    errors: { case_not_found: plain },
  },
  /**
   * Once per closing. At or below DISSATISFIED_STARS a reason in words or by tap is needed; the first time it reopens
   * the case to the same department, the second time it goes to the supervisor.
   */
  rateCase: {
    ...own,
    input: v.strictObject({
      ...caseId,
      stars: wholeNumber('星级', { min: 1, max: 5 }),
      reasons: v.pipe(v.array(v.picklist(RATING_REASON_KEYS)), v.maxLength(RATING_REASON_KEYS.length)),
      words: v.pipe(v.string(), v.trim(), v.maxLength(CASE_WORDS_LENGTH.max)),
      photos: photos(0),
    }),
    value: returns<{ outcome: 'recorded' | 'reopened' | 'supervised' }>(),
    errors: {
      case_not_found: plain,
      not_rateable: plain,
      rating_ended: plain,
      reason_needed: plain,
      photo_unreadable,
    },
  },
  /** 补充说明 */
  addRemark: {
    ...own,
    pace: { calls: 20, seconds: 3600 },
    input: v.strictObject({ ...caseId, words: text('补充说明', CASE_WORDS_LENGTH), photos: photos(0) }),
    value: returns<{ at: number }>(),
    errors: { case_not_found: plain, case_not_open: plain, photo_unreadable },
  },
  withdrawCase: {
    ...own,
    input: v.strictObject(caseId),
    value: returns<{ withdrawnAt: number }>(),
    errors: { case_not_found: plain, not_withdrawable: plain },
  },
  exportMyData,

  /** Around a position, nearest first, within NEARBY_METRES. */
  listNearby: {
    ...everyone,
    input: v.strictObject({ position: position(), group, openness }),
    value: returns<{ cases: PublicCaseSummary[] }>(),
    errors: {},
  },
  /** At a place and below, newest first. */
  listCases: {
    ...everyone,
    input: v.strictObject({ placeCode: placeCode(), group, openness, ...page }),
    value: returns<{ cases: PublicCaseSummary[]; next: string | null }>(),
    errors: {},
  },
  /** What lies in a part of a map. Far out, counts of cells a minute old; close up, single cases. */
  getMapPart: {
    ...everyone,
    input: v.strictObject({
      west: degrees(180),
      south: degrees(90),
      east: degrees(180),
      north: degrees(90),
      zoom: wholeNumber('级别', { min: 3, max: 20 }),
      group,
      openness,
    }),
    value: returns<MapPart>(),
    errors: {},
  },
})
