import type { CategoryGroup } from './categories'
import type { Act, Actor, CaseState } from './workflow'

/** Cases 案件 as they leave the cloud. All times: milliseconds UTC. Positions: GCJ-02 degrees, as WeChat's maps use them. */

export interface Position {
  longitude: number
  latitude: number
}

/**
 * Where a phone uploads photos of reports and of steps. Nobody is ever given the address of such a file. Apart from
 * the service, so that screens can use it without the validator.
 */
export const REPORT_UPLOADS = 'reportUploads'

/** Where a case came from. */
export const CASE_SOURCES = ['wechat', 'hotline', 'open311'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

export interface CasePhoto {
  photoId: string
  /** For a list row, about 480 pixels wide; for a page, about 1600. Both end by themselves after about two hours. */
  listUrl: string
  pageUrl: string
}

/** What everyone may see of a case. Nothing of who reported it; indoors only the neighbourhood. */
export interface PublicCase {
  caseId: string
  number: string
  categoryId: string
  categoryName: string
  group: CategoryGroup
  state: CaseState
  placeCode: string
  /** Empty where the category is indoors. */
  address: string
  position: Position | null
  isApproximate: boolean
  /** Null until the words have passed the check, and for what is not shown. */
  description: string | null
  /** Of the report, and of what was done; empty until they have passed the check. */
  before: CasePhoto[]
  after: CasePhoto[]
  /** How many people said 我也遇到. */
  joined: number
  reportedAt: number
  dueAt: number | null
  isOverdue: boolean
  closedAt: number | null
  mergedInto: string | null
}

/** A row of a public list. */
export interface PublicCaseSummary extends Omit<PublicCase, 'before' | 'after' | 'description'> {
  coverUrl: string | null
  afterUrl: string | null
  /** Metres, where the list is by distance. */
  distance: number | null
}

/** One step of a case as citizens see it; the words for it are made by screens. */
export interface CaseStep {
  at: number
  act: Act
  /** Which kind of person did it, never who. */
  by: Actor
  state: CaseState
  departmentName: string | null
  /** Reason, reply or note that is meant for citizens; '' when there is none. */
  words: string
  photos: CasePhoto[]
  /** Of `rate`, `dissatisfy`, `complain`. */
  stars: number | null
  /** Of acts that move it. */
  dueAt: number | null
}

/** How the caller stands to a case. */
export type Relation = 'reporter' | 'joined' | 'following'

/** A case with its course: what who reported it, joined or follows it sees; everyone else sees `steps` as well, but no `own`. */
export interface CaseCourse extends PublicCase {
  steps: CaseStep[]
  /** 志愿活动中发现: which activity is not said, since that would say who was there. */
  isFromActivity: boolean
  relation: Relation | null
  /** Only for who reported it. */
  own: OwnCase | null
}

export interface OwnCase {
  /** As written, whether or not others see it. */
  description: string
  address: string
  position: Position | null
  photos: CasePhoto[]
  answers: { label: string; value: string }[]
  /** Whether others see words and photos: see ContentState. */
  shown: 'checking' | 'visible' | 'hidden'
  hasContact: boolean
  mayRate: boolean
  mayWithdraw: boolean
  mayRemark: boolean
  /** What a dissatisfied rating would do now. */
  onDissatisfied: 'reopens' | 'supervised' | 'recorded' | null
  ratingEndsAt: number | null
  rating: Rating | null
}

export interface Rating {
  at: number
  stars: number
  reasons: RatingReason[]
  words: string
}

/** One tap each. */
export const RATING_REASONS = {
  quick: '处理得快',
  thorough: '处理彻底',
  explained: '说得清楚',
  notDone: '没有解决',
  halfDone: '只处理了一部分',
  cameBack: '又出现了',
  slow: '等得太久',
  unexplained: '没有说明原因',
} as const
export type RatingReason = keyof typeof RATING_REASONS
export const RATING_REASON_KEYS = Object.keys(RATING_REASONS) as [RatingReason, ...RatingReason[]]

/** Stars at or below this are 不满意. */
export const DISSATISFIED_STARS = 2

/** A row of staff's lists. */
export interface StaffCaseSummary {
  caseId: string
  number: string
  version: number
  categoryId: string
  categoryName: string
  group: CategoryGroup
  source: CaseSource
  state: CaseState
  placeCode: string
  address: string
  position: Position | null
  /** First words of the report. */
  line: string
  coverUrl: string | null
  deskCode: string
  departmentId: string | null
  departmentName: string | null
  assigneeName: string | null
  joined: number
  /** How often it has been reopened. */
  reopened: number
  /** What the department has asked for and nobody has answered. */
  asked: CaseRequest | null
  reportedAt: number
  dueAt: number | null
  isOverdue: boolean
  stars: number | null
  distance: number | null
}

export interface CaseRequest {
  kind: 'extension' | 'suspension'
  reason: string
  /** Hours of the case's own kind, for an extension. */
  hours: number | null
  /** For a suspension. */
  until: number | null
  at: number
}

/** Everything staff see. The reporter's contact only by `revealReporterContact`. */
export interface StaffCase extends StaffCaseSummary {
  description: string
  answers: { label: string; value: string }[]
  before: CasePhoto[]
  steps: (CaseStep & { name: string | null; isInternal: boolean })[]
  hasContact: boolean
  mergedInto: { caseId: string; number: string } | null
  /** Cases that were merged into this one. */
  absorbed: { caseId: string; number: string }[]
  minAfterPhotos: number
  /** What the caller may do now. */
  may: Act[]
  rating: Rating | null
}
