import * as v from 'valibot'
import { id, placeCode, reason, text, wholeNumber } from './fields'
import { ANSWER_LENGTH } from './limits'
import { plain, returns, service } from './method'
import { exportMyData } from './ownData'

/** Content safety 内容安全: what people write or upload, and who decides when the machine cannot. */

export const CONTENT_KINDS = ['comment', 'report', 'activityPhotos'] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

/**
 * `checking`: the machine has not answered. `visible`: everyone sees it. `underReview`: waits for a person.
 * `hidden`: only its author sees that it is not shown. `withdrawn`: taken back by its author.
 */
export type ContentState = 'checking' | 'visible' | 'underReview' | 'hidden' | 'withdrawn'

/** Why content waits for a person or is hidden. */
export type ContentCause = 'machineDoubts' | 'machineRefuses' | 'noAnswer' | 'appeal' | 'staff'

/** What the organiser has answered to it, in public. */
export interface OfficialAnswer {
  text: string
  at: number
}

/** What its author sees of it, whatever its state. */
export interface OwnContent {
  contentId: string
  kind: ContentKind
  /** `campaign/<id>`, `case/<id>`, `activity/<id>` */
  subject: string
  text: string
  pictureUrls: string[]
  state: ContentState
  cause: ContentCause | null
  /** What staff gave as the reason for hiding it. */
  reason: string | null
  mayAppeal: boolean
  answer: OfficialAnswer | null
  writtenAt: number
}

/** What everyone sees: nothing of who wrote it. */
export interface PublicContent {
  contentId: string
  text: string
  pictureUrls: string[]
  answer: OfficialAnswer | null
  writtenAt: number
}

/** What everyone sees, with what is needed to answer it. */
export interface Opinion extends PublicContent {
  subject: string
  /** What it was written about, in words. */
  subjectName: string
  version: number
}

/** What staff see: everything but who wrote it. */
export interface ReviewedContent {
  contentId: string
  kind: ContentKind
  subject: string
  /** What it was written about, in words. */
  subjectName: string
  placeCode: string
  text: string
  pictureUrls: string[]
  state: ContentState
  cause: ContentCause | null
  answer: OfficialAnswer | null
  /** Why the author disagrees, in an appeal. */
  appeal: string | null
  writtenAt: number
  version: number
  history: { at: number; act: string; reason: string | null }[]
}

export const moderation = service({
  /** What staff look at before they decide. */
  getContent: {
    access: { roles: ['moderator', 'administrator'], at: 'record' },
    writes: false,
    input: v.strictObject({ contentId: id() }),
    value: returns<ReviewedContent>(),
    errors: { content_not_found: plain },
  },
  /** Newest first, whatever was decided. */
  listContents: {
    access: { roles: ['moderator', 'administrator'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      state: v.picklist(['underReview', 'visible', 'hidden'], '请选择状态'),
      after: v.optional(text('页码', { min: 1, max: 64 })),
    }),
    value: returns<{ contents: ReviewedContent[]; next: string | null }>(),
    errors: {},
  },
  /** Shows or hides it. Possible again later; `basedOn` is the version that was looked at. */
  decideContent: {
    access: { roles: ['moderator', 'administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({
      contentId: id(),
      decision: v.picklist(['release', 'hide'], '请选择公开或不公开'),
      reason: reason(),
      basedOn: wholeNumber('版本', { min: 1, max: 100_000 }),
    }),
    value: returns<{ state: ContentState; version: number }>(),
    errors: { content_not_found: plain, changed_meanwhile: plain },
  },
  /** What everyone can see at a place, newest first, for those who answer. */
  listOpinions: {
    access: { roles: ['reviewer', 'moderator', 'administrator'], at: { input: 'placeCode' } },
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      after: v.optional(text('页码', { min: 1, max: 64 })),
    }),
    value: returns<{ opinions: Opinion[]; next: string | null }>(),
    errors: {},
  },
  /** Answers in public what everyone can see, for the organiser; given again, the new answer stands in place of the old. */
  answerContent: {
    access: { roles: ['reviewer', 'moderator', 'administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({
      contentId: id(),
      text: text('答复', ANSWER_LENGTH),
      basedOn: wholeNumber('版本', { min: 1, max: 100_000 }),
    }),
    value: returns<{ version: number }>(),
    errors: { content_not_found: plain, changed_meanwhile: plain },
  },
  listMyContents: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({ after: v.optional(text('页码', { min: 1, max: 64 })) }),
    value: returns<{ contents: OwnContent[]; next: string | null }>(),
    errors: {},
  },
  /** Asks a person to look at what the machine has hidden. Once. */
  appealContent: {
    access: 'signedIn',
    writes: true,
    input: v.strictObject({ contentId: id(), reason: reason() }),
    value: returns<{ state: ContentState }>(),
    errors: { content_not_found: plain, cannot_appeal: plain },
  },
  withdrawContent: {
    access: 'signedIn',
    writes: true,
    input: v.strictObject({ contentId: id() }),
    value: returns<{ state: ContentState }>(),
    errors: { content_not_found: plain },
  },
  exportMyData,
})
