import * as v from 'valibot'
import { CHANNELS, type Channel, FIELD_KEYS, type FieldKey, PHOTO_KINDS, type PhotoKind } from './campaigns'
import { fileId, id, placeCode, reason, text, wholeNumber } from './fields'
import {
  CANDIDATE_NAME_LENGTH,
  FIELD_TEXT_MAX,
  OPINION_LENGTH,
  PHOTO_DESCRIPTION_LENGTH,
  SUMMARY_LENGTH,
} from './limits'
import { details, plain, type Role, returns, service } from './method'
import { exportMyData } from './ownData'

/** Nomination 申报 and district preliminary review 初审 [沪绿容〔2023〕365号 三(一)]. All times: milliseconds UTC. */

/**
 * `draft` → `submitted` → `forwarded` → `admitted`. A reviewer may also return it (`returned` → `submitted`) or not
 * put it forward (`declined`); who forwarded it may take that back until it is admitted. `withdrawn` by its author.
 */
export const NOMINATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'forwarded',
  'declined',
  'admitted',
  'withdrawn',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

/** What has been typed so far; a field that was never touched is missing. Numbers as numbers, the rest as text. */
export type NominationValues = Partial<Record<FieldKey, string | number>>

export interface NominationPhoto {
  photoId: string
  kind: PhotoKind
  description: string
  /** Pixels of the original. */
  width: number
  height: number
  /** For a list row, about 480 pixels wide; for a page, about 1600. The original is only for staff and documents. */
  listUrl: string
  pageUrl: string
}

/** A part of the form: a field, or `name`, `place`, `summary`, `photos`. */
export type FormPart = FieldKey | 'name' | 'place' | 'summary' | 'photos'
export const FORM_PARTS = ['name', 'place', 'summary', 'photos', ...FIELD_KEYS] as const satisfies FormPart[]

/** What a reviewer said: an opinion on the whole, and what to correct where. */
export interface ReviewNote {
  at: number
  act: 'returned' | 'forwarded' | 'recalled' | 'declined' | 'admitted'
  opinion: string
  parts: { part: FormPart; reason: string }[]
}

export interface NominationSummary {
  nominationId: string
  campaignId: string
  campaignName: string
  channel: Channel
  state: NominationState
  name: string
  /** Street or district; empty until chosen. */
  placeCode: string
  /** The industry department that reviews it, or null: its district does. */
  departmentId: string | null
  summary: string
  coverUrl: string | null
  savedAt: number
  submittedAt: number | null
}

export interface Nomination extends NominationSummary {
  values: NominationValues
  photos: NominationPhoto[]
  /** Newest last. */
  reviews: ReviewNote[]
  version: number
  /** What its author may do now. */
  mayEdit: boolean
  maySubmit: boolean
  mayWithdraw: boolean
}

/** What staff see: the author's contact only by `revealNominationContact`. */
export interface ReviewedNomination extends Nomination {
  hasContact: boolean
  mayReview: boolean
  history: { at: number; act: string; name: string | null }[]
}

/** What stands in the way of submitting, by part of the form. */
export interface FormProblem {
  part: FormPart
  message: string
}

/** Quota of one reviewing unit: a district, or an industry department. */
export interface QuotaView {
  placeCode: string
  departmentId: string | null
  name: string | null
  quota: number
  used: number
  waiting: number
}

/** Everyone sees what was put forward, and nothing of who wrote it. */
export interface ForwardedNomination {
  nominationId: string
  name: string
  placeCode: string
  summary: string
  channel: Channel
  coverUrl: string | null
  forwardedAt: number
}

const nominationId = { nominationId: id() }
const version = wholeNumber('版本', { min: 1, max: 1_000_000 })
const seen = { ...nominationId, version }
const page = { after: v.optional(text('页码', { min: 1, max: 80 })) }

const own = { access: 'signedIn', writes: true } as const
const REVIEWERS: readonly Role[] = ['reviewer', 'administrator']
const atNomination = { roles: REVIEWERS, at: 'record' } as const
const atCampaign = { roles: ['administrator'], at: 'record' } as const
const review = {
  access: atNomination,
  writes: true,
  value: returns<{ version: number; state: NominationState }>(),
} as const

const typed = v.union([
  v.pipe(v.string(), v.maxLength(FIELD_TEXT_MAX, `最多输入 ${FIELD_TEXT_MAX} 个字`)),
  v.pipe(v.number(), v.minValue(0, '不能是负数'), v.maxValue(10_000_000, '数字太大，请核对')),
])

export const nominations = service({
  /** Of the caller, newest first; of one campaign, or of all. */
  listMyNominations: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({ campaignId: v.optional(id()) }),
    value: returns<{ nominations: NominationSummary[] }>(),
    errors: {},
  },
  /** A new draft. `street` is for staff of a street or department. */
  startNomination: {
    ...own,
    pace: { calls: 20, seconds: 3600 },
    input: v.strictObject({
      campaignId: id(),
      channel: v.picklist(CHANNELS, '请选择申报渠道'),
      departmentId: v.nullable(id()),
    }),
    value: returns<{ nominationId: string }>(),
    errors: {
      campaign_not_found: plain,
      nominations_closed: details<{ opensAt: number; closesAt: number }>(),
      channel_not_offered: plain,
      /** The department is none of those that review in this campaign. */
      organisation_not_found: plain,
      too_many_drafts: plain,
    },
  },
  getMyNomination: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject(nominationId),
    value: returns<Nomination>(),
    errors: { nomination_not_found: plain },
  },
  /** Keeps what has been typed, complete or not. `version` is the one that the form started from. */
  saveNomination: {
    ...own,
    input: v.strictObject({
      ...seen,
      name: v.pipe(v.string(), v.maxLength(CANDIDATE_NAME_LENGTH.max)),
      placeCode: v.union([v.literal(''), placeCode()]),
      summary: v.pipe(v.string(), v.maxLength(SUMMARY_LENGTH.max)),
      values: v.record(v.picklist(FIELD_KEYS), typed),
    }),
    value: returns<{ version: number; savedAt: number }>(),
    errors: { nomination_not_found: plain, nomination_not_editable: plain, changed_meanwhile: plain },
  },
  /**
   * Takes an uploaded picture into the form: reads its size from the file itself, takes out what it tells about
   * place and camera, and makes the smaller ones for list and page. `file` must have been uploaded below
   * NOMINATION_UPLOADS and is removed. Photos are no part of the version, so that uploads do not stand in the way of
   * what is being typed: `version` is that of the words.
   */
  addPhoto: {
    ...own,
    input: v.strictObject({
      ...nominationId,
      kind: v.picklist(PHOTO_KINDS, '请选择照片类型'),
      description: text('照片说明', PHOTO_DESCRIPTION_LENGTH),
      file: fileId(),
    }),
    value: returns<{ photo: NominationPhoto; version: number }>(),
    errors: {
      nomination_not_found: plain,
      nomination_not_editable: plain,
      too_many_photos: details<{ max: number }>(),
      /** Not there, not below NOMINATION_UPLOADS, or no JPEG, PNG or WebP that can be read to its end. */
      photo_unreadable: plain,
      photo_too_large: details<{ megabytes: number; megapixels: number }>(),
      photo_too_small: details<{ width: number; height: number; shortSide: number; longSide: number }>(),
    },
  },
  removePhoto: {
    ...own,
    input: v.strictObject({ ...nominationId, photoId: id() }),
    value: returns<{ version: number }>(),
    errors: { nomination_not_found: plain, nomination_not_editable: plain },
  },
  /** Hands it in. Everything that is missing is told at once. */
  submitNomination: {
    ...own,
    input: v.strictObject(seen),
    value: returns<{ version: number; submittedAt: number }>(),
    errors: {
      nomination_not_found: plain,
      nomination_not_editable: plain,
      nominations_closed: details<{ opensAt: number; closesAt: number }>(),
      form_incomplete: details<{ problems: FormProblem[] }>(),
      street_role_needed: plain,
      changed_meanwhile: plain,
    },
  },
  withdrawNomination: {
    ...own,
    input: v.strictObject(nominationId),
    value: returns<{ withdrawnAt: number }>(),
    errors: { nomination_not_found: plain, nomination_not_withdrawable: plain },
  },
  /** The 推荐表 as a document (docx) laid out like the annex, with its three stamp boxes. */
  printMyNomination: {
    ...own,
    pace: { calls: 20, seconds: 600 },
    input: v.strictObject(nominationId),
    value: returns<{ url: string; fileName: string }>(),
    errors: { nomination_not_found: plain },
  },
  exportMyData,

  /** Public: what districts and departments have put forward, in order of time. */
  listForwarded: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({ campaignId: id(), districtCode: v.optional(placeCode()), ...page }),
    value: returns<{ nominations: ForwardedNomination[]; next: string | null }>(),
    errors: { campaign_not_found: plain },
  },

  /**
   * What a reviewing unit has received, newest first. Drafts and withdrawn ones are not shown. With `departmentId`:
   * what that department reviews, wherever it is, for its own reviewers and for those of the city.
   */
  listNominations: {
    access: { roles: REVIEWERS, at: 'record' },
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      placeCode: placeCode(),
      departmentId: v.optional(id()),
      state: v.optional(v.picklist(NOMINATION_STATES, '请选择状态')),
      ...page,
    }),
    value: returns<{ nominations: NominationSummary[]; next: string | null }>(),
    errors: { campaign_not_found: plain },
  },
  getNomination: {
    access: atNomination,
    writes: false,
    input: v.strictObject(nominationId),
    value: returns<ReviewedNomination>(),
    errors: { nomination_not_found: plain },
  },
  /** Who looked is kept. */
  revealNominationContact: {
    access: atNomination,
    writes: true,
    input: v.strictObject(nominationId),
    value: returns<{ leader: string | null; phone: string | null }>(),
    errors: { nomination_not_found: plain },
  },
  returnNomination: {
    ...review,
    input: v.strictObject({
      ...seen,
      opinion: text('审核意见', OPINION_LENGTH),
      parts: v.pipe(
        v.array(v.strictObject({ part: v.picklist(FORM_PARTS, '没有这个填写项'), reason: reason() })),
        v.maxLength(FORM_PARTS.length),
      ),
    }),
    errors: { nomination_not_found: plain, nomination_not_reviewable: plain, changed_meanwhile: plain },
  },
  /** Puts it forward to the city, within the unit's quota. The database decides who took the last place. */
  forwardNomination: {
    ...review,
    input: v.strictObject({ ...seen, opinion: text('推荐意见', OPINION_LENGTH) }),
    errors: {
      nomination_not_found: plain,
      nomination_not_reviewable: plain,
      changed_meanwhile: plain,
      quota_used: details<{ quota: number }>(),
    },
  },
  /** Takes a forwarding back, which frees its place. */
  recallNomination: {
    ...review,
    input: v.strictObject({ ...seen, opinion: text('撤回原因', OPINION_LENGTH) }),
    errors: { nomination_not_found: plain, nomination_not_reviewable: plain, changed_meanwhile: plain },
  },
  declineNomination: {
    ...review,
    input: v.strictObject({ ...seen, opinion: text('审核意见', OPINION_LENGTH) }),
    errors: { nomination_not_found: plain, nomination_not_reviewable: plain, changed_meanwhile: plain },
  },
  /** The quotas of a campaign within a place, or that of one department. */
  listQuotas: {
    access: { roles: REVIEWERS, at: 'record' },
    writes: false,
    input: v.strictObject({ campaignId: id(), placeCode: placeCode(), departmentId: v.optional(id()) }),
    value: returns<{ quotas: QuotaView[] }>(),
    errors: { campaign_not_found: plain },
  },
  /** The city takes a forwarded one onto the ballot paper; impossible once the first ballot has frozen it. */
  admitNomination: {
    access: { roles: ['administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({ ...seen, opinion: text('审核意见', OPINION_LENGTH) }),
    value: returns<{ version: number; candidateId: string; number: number }>(),
    errors: {
      nomination_not_found: plain,
      nomination_not_reviewable: plain,
      changed_meanwhile: plain,
      rules_frozen: details<{ frozenAt: number }>(),
      too_many_candidates: plain,
    },
  },
  printNomination: {
    access: atNomination,
    writes: true,
    input: v.strictObject(nominationId),
    value: returns<{ url: string; fileName: string }>(),
    errors: { nomination_not_found: plain },
  },
  /** All that was handed in, as a spreadsheet (xlsx). */
  exportNominations: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id() }),
    value: returns<{ url: string; fileName: string }>(),
    errors: { campaign_not_found: plain },
  },
})
