import type { ContentCause, ContentKind, ContentState, OfficialAnswer } from '../../../contract/moderation'
import type { Row } from '../database/collection'
import type { PlaceFields } from '../places'

/** What the machine said of a text or a picture. Null: nothing yet. */
export type Verdict = 'pass' | 'review' | 'risky'

/** What WeChat sends about a picture: a verdict, or word that it could not look. */
export type PictureAnswer = Verdict | 'none'

export interface ContentPicture {
  /** The program's own copy, which its author cannot exchange once it has been checked. */
  fileId: string
  /** The same picture, smaller, for lists; goes with it. */
  small?: string
  verdict: Verdict | null
}

/** Something a person wrote, with its pictures, and whether others may see it. */
export interface ContentRow extends Row, PlaceFields {
  kind: ContentKind
  /** What it was written about: `campaign/<id>`. */
  subject: string
  /** For staff: what it was written about, in words. */
  subjectName: string
  placeCode: string
  /** Null once its author has deleted the account. */
  accountId: string | null
  text: string
  textVerdict: Verdict | null
  pictures: ContentPicture[]
  state: ContentState
  cause: ContentCause | null
  /** By staff, for hiding it. */
  reason: string | null
  /** The author's own words against its being hidden. */
  appeal: string | null
  /** The organiser's, in public. */
  answer: OfficialAnswer | null
  writtenAt: number
  changedAt: number
  /** Time and id in one text: the order of lists. */
  order: string
  version: number
  /** `by`: `machine`, `author`, or the account of a member of staff. Never the author's account. */
  history: { at: number; act: string; by: string; reason: string | null; requestId: string | null }[]
}

/** Which picture a trace id of WeChat stands for; or, when the answer was faster, the answer alone. */
export interface PictureCheckRow extends Row {
  contentId: string | null
  fileId: string | null
  answer: PictureAnswer | null
  askedAt: number
}
