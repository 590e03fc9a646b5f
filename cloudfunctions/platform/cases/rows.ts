import type { CaseRequest, CaseSource, Position, Rating } from '../../../contract/cases/cases'
import type { Answer, CategoryGroup, TimeCounting } from '../../../contract/cases/categories'
import type { Act, Actor, CaseState } from '../../../contract/cases/workflow'
import type { Row } from '../database/collection'
import type { KeptPhoto } from '../keptPhotos'
import type { PlaceFields } from '../places'

/** What is stored of cases. All times: milliseconds UTC; positions: GCJ-02 degrees. */

/** As the database's own geographical index wants it: longitude first. */
export interface GeoPoint {
  type: 'Point'
  coordinates: [longitude: number, latitude: number]
}

export type CasePhotoRow = KeptPhoto

/**
 * Time for handling. Counted while one of `runs` is open: from 立案 or reopening until 处置, not while it is suspended
 * or waits to be verified. Before 立案 there is no run.
 */
export interface CaseClock {
  counting: TimeCounting
  /** Allowed by the category, and granted since. */
  limitMinutes: number
  extendedMinutes: number
  runs: { from: number; until: number | null }[]
}

/** One line of a case's history. Append-only; the request id in it makes the step safe to repeat. */
export interface CaseEntry {
  act: Act
  requestId: string
  actor: Actor
  /** Account of a member of staff; null for who reported it (who is in no history) and the machine. */
  by: string | null
  /** The name under which they hold the role. */
  name: string | null
  at: number
  from: CaseState
  state: CaseState
  /** Version that it has made. */
  version: number
  words: string
  /** Not for citizens. */
  isInternal: boolean
  photos: CasePhotoRow[]
  /** The department that got it, or had it, or that it left. */
  departmentId: string | null
  departmentName: string | null
  /** Whose desk had it when it was done. */
  deskCode: string
  stars: number | null
  dueAt: number | null
}

/**
 * A case. Its `PlaceFields` are of where it lies. Who reported it stands in `accountId` and nowhere else. Written only by
 * `insertCase` and `changeCase`, which keep the fields below `settle` in step.
 */
export interface CaseRow extends Row, PlaceFields {
  /** As people say it: date and five digits, unique. */
  number: string
  source: CaseSource
  /** Of who reported it; null for imported cases, and once the account has been deleted. */
  accountId: string | null
  /** The number that it has elsewhere: the hotline's ticket. */
  foreignNumber: string | null
  /** The activity during which it was seen. Cases from before there were activities lack it. */
  activityId?: string | null
  categoryId: string
  categoryName: string
  group: CategoryGroup
  catalogueVersion: number
  isIndoor: boolean
  minAfterPhotos: number
  acceptMinutes: number
  /** From when the time to accept it counts: the report, or when it came back after it had been over. */
  acceptSince: number
  description: string
  answers: (Answer & { label: string })[]
  /** The content whose check decides whether others see words and photos; null: they never do. */
  contentId: string | null
  photos: CasePhotoRow[]
  placeCode: string
  address: string
  location: GeoPoint | null
  /** Name and telephone as one JSON, sealed for this row. */
  sealedContact: string | null
  seenAt: number
  reportedAt: number
  state: CaseState
  /** Since when it is in this state. */
  stateSince: number
  /** Place whose desk has to do with it. */
  deskCode: string
  departmentId: string | null
  departmentName: string | null
  departmentPlace: string | null
  /** Grant of the handler who has taken it, or to whom it was handed over. */
  assigneeId: string | null
  assigneeName: string | null
  clock: CaseClock
  suspendedUntil: number | null
  asked: CaseRequest | null
  handledAt: number | null
  closedAt: number | null
  refusedAt: number | null
  ratingEndsAt: number | null
  /** The one that holds; earlier ones stand in the history. */
  rating: Rating | null
  reopened: number
  mergedInto: string | null
  /** Counted up by each merging into it, so that two cases cannot be merged into each other at the same moment. */
  absorptions: number
  /** How many joined, beside who reported it. */
  joined: number
  version: number
  history: CaseEntry[]

  /** --- below: kept by `settle`, never by hand --- */
  isOpen: boolean
  /** Whether the public lists and the map show it. */
  isListed: boolean
  /** Promise to the citizen: handled by then. Null while suspended, and when it is over without having been handled. */
  dueAt: number | null
  /** By when whoever has it now must have done their part. */
  stageDueAt: number | null
  /** While open `stageDueAt` (or the end of time), then the time at which it was over, with the id: the order of queues. */
  dueOrder: string
  /** Time of report with the id: the order of lists. */
  order: string
  /** Where everyone sees it: indoors the middle of a square of about 500 m. */
  publicLocation: GeoPoint | null
  /** Square of the map that `publicLocation` lies in: see cells.ts. Null without a location. */
  cell: string | null
  /** Squares that it lay in before it was moved. */
  formerCells: string[]
  /** Time of the last change with the id: jobs that follow changes go on from here. */
  changeOrder: string
  /** When a timer must look at it next: reminder, deadline, escalation, end of a suspension. */
  alarmAt: number | null
  /** Which alarms of this stage have been given: 0 none, 1 reminded, 2 overdue, 3 escalated. */
  alarmLevel: number
  /** Set while people have not been told of the newest steps. */
  tellAt: number | null
  /** Steps of the history that people have been told of. */
  toldSteps: number
  /** Set while staff have not been told of the newest steps, and how many they have been told of. */
  tellStaffAt: number | null
  toldStaff: number
  /** Since when nobody needs the contact any more: since it was over. Null while it is open, and without a contact. */
  contactSince: number | null
  /** What makes it stand out, once for its desk and each place that it lies in: see `markOf`. */
  marks: string[]
}

/** What a case begins with; the rest follows. */
export type NewCase = Pick<
  CaseRow,
  | '_id'
  | 'source'
  | 'accountId'
  | 'foreignNumber'
  | 'activityId'
  | 'description'
  | 'answers'
  | 'contentId'
  | 'photos'
  | 'placeCode'
  | 'address'
  | 'location'
  | 'sealedContact'
  | 'seenAt'
  | 'reportedAt'
>

/** Somebody who joined (我也遇到) or follows a case. `_id` is derived from case and account, so nobody counts twice. */
export interface CaseWatcherRow extends Row {
  caseId: string
  accountId: string
  relation: 'joined' | 'following'
  since: number
  /** Time and id in one text: the order of one's own list. */
  order: string
}

export const geoPoint = ({ longitude, latitude }: Position): GeoPoint => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})

export const positionOf = (point: GeoPoint | null): Position | null =>
  point && { longitude: point.coordinates[0], latitude: point.coordinates[1] }
