import type { Row } from '../../platform/database/collection'
import type { PlaceFields } from '../../platform/places'

/**
 * What hours count as. Minutes are whole; weeks `2026-W47`, months `2026-11` and years `2026` in Shanghai. Every row says
 * up to which entry of the ledger it has been counted: it is only ever replaced by a later one.
 */
export interface Folded extends Row {
  /** `order` of the last entry of the stretch that it was last counted with. */
  foldedUntil: string
}

/**
 * `organisation`: who holds activities. `street` and `grid`: where the volunteer is at home. `place`: all organisations
 * there and below, by month and year.
 */
export type ScopeKind = 'organisation' | 'street' | 'grid' | 'place'

/** One scope in one period. `_id` is both. */
export interface CountRow extends Folded, PlaceFields {
  kind: ScopeKind
  /** An organisation's id or a place's code. */
  subject: string
  period: string
  /** Of an organisation, as it was called when it was last counted. */
  name: string | null
  placeCode: string
  minutes: number
  /** 人数: people whose hours there come to more than 0. */
  people: number
  /** 人次: attendances whose hours count. */
  participations: number
  /** Activities at which at least one person's hours count; 0 in streets and grids, where they are nobody's. */
  activities: number
  /** Of a place's year: how many people served for the first time in each month. So 1 January to any month is a sum. */
  firstMonths: Record<string, number>
}

/** A person in a scope and period: a line of a board. `_id` holds a keyed name of the person. */
export interface PersonRow extends Folded {
  /** `_id` of the count that the person is part of. */
  board: string
  /** Null once the person is forgotten: the minutes stay, nobody's. */
  accountId: string | null
  minutes: number
}

/** A person's year in places: minutes by `<place>/<month>`. Nobody looks at it; it tells who is counted already. */
export interface PersonYearRow extends Folded {
  minutes: Record<string, number>
}

/** Where an attendance was counted, so that a correction goes where the hours went. */
export interface ServedRow extends Folded {
  minutes: number
  person: string
  organisationPlace: string
  streetCode: string | null
  gridCode: string | null
}

/** `_id` is the activity. */
export interface ServedActivityRow extends Folded {
  participations: number
}

/** Rows by the collection that they stand in. */
export interface FoldedRows {
  serviceCounts: CountRow
  servicePeople: PersonRow
  serviceYears: PersonYearRow
  serviceAttendances: ServedRow
  serviceActivities: ServedActivityRow
}
export type FoldedCollection = keyof FoldedRows

export type FoldedChange = {
  [Name in FoldedCollection]: { collection: Name; row: FoldedRows[Name] }
}[FoldedCollection]

/**
 * One stretch of the ledger, and every row as it is after it: written before any of them is changed. `_id` is the entry
 * that it follows, so there is one of each; whoever finds it carries it out, once or again, with the same outcome.
 */
export interface StretchRow extends Row {
  until: string
  /** How many entries it goes past. */
  entries: number
  madeAt: number
  changes: FoldedChange[]
}

export interface ProgressRow extends Row {
  /** `order` of the last entry that is counted; '' before the first. */
  until: string
  /** Everything entered before this moment is counted. */
  countedUntil: number
}
