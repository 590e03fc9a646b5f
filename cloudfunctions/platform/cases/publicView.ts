import type { PublicCase, PublicCaseSummary } from '../../../contract/cases/cases'
import { withoutNumbers } from './masked'
import { presentCasePhotos } from './photos'
import { type CaseEntry, type CasePhotoRow, type CaseRow, positionOf } from './rows'

/**
 * What everyone may see of a case, chosen field by field. Pure. Category, state, number, place and times contain nothing
 * that anyone wrote; words (the address is words, too) and photos come with the check's consent. Indoors, only what is
 * true of the neighbourhood.
 */

/** What must be known beside the rows: see `seeForEveryone`. */
export interface Seen {
  now: number
  /** Cases whose words and photos the check has passed. */
  shown: ReadonlySet<string>
  links: Map<string, string>
}

const NEIGHBOURHOOD = 12

/** The photos of what was done last, unless it was found not to be done. */
export function afterPhotos(history: readonly CaseEntry[]): CasePhotoRow[] {
  const last = history.findLast(({ act }) => act === 'handle' || act === 'reject')
  return last?.act === 'handle' ? last.photos : []
}

/** Whether the day that citizens were promised has passed while nothing was done. Suspended cases have no such day. */
export const isLate = (
  { isOpen, handledAt, dueAt }: Pick<CaseRow, 'isOpen' | 'handledAt' | 'dueAt'>,
  now: number,
): boolean => isOpen && handledAt === null && dueAt !== null && now > dueAt

const presentFacts = (row: CaseRow, { now, shown }: Seen) => ({
  caseId: row._id,
  number: row.number,
  categoryId: row.categoryId,
  categoryName: row.categoryName,
  group: row.group,
  state: row.state,
  placeCode: row.isIndoor ? row.placeCode.slice(0, NEIGHBOURHOOD) : row.placeCode,
  address: row.isIndoor || !shown.has(row._id) ? '' : withoutNumbers(row.address),
  position: positionOf(row.publicLocation),
  isApproximate: row.isIndoor && row.publicLocation !== null,
  joined: row.joined,
  reportedAt: row.reportedAt,
  dueAt: row.dueAt,
  isOverdue: isLate(row, now),
  closedAt: row.closedAt,
  mergedInto: row.mergedInto,
})

export const presentPublicCase = (row: CaseRow, seen: Seen): PublicCase => ({
  ...presentFacts(row, seen),
  description: seen.shown.has(row._id) ? withoutNumbers(row.description) : null,
  before: seen.shown.has(row._id) ? presentCasePhotos(row.photos, seen.links) : [],
  after: presentCasePhotos(afterPhotos(row.history), seen.links),
})

/** `metres`: how far away; indoors nobody is told. */
export const presentPublicSummary = (
  row: CaseRow,
  seen: Seen,
  metres: number | null = null,
): PublicCaseSummary => ({
  ...presentFacts(row, seen),
  coverUrl: (seen.shown.has(row._id) && linkOf(row.photos, seen.links)) || null,
  afterUrl: linkOf(afterPhotos(row.history), seen.links) ?? null,
  distance: metres === null || row.isIndoor ? null : Math.round(metres),
})

const linkOf = ([first]: readonly CasePhotoRow[], links: Map<string, string>): string | undefined =>
  first && links.get(first.list)
