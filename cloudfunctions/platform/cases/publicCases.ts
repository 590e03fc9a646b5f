import type { PublicCase, PublicCaseSummary } from '../../../contract/cases/cases'
import type { ContentRow } from '../contents/rows'
import { collection, command } from '../database/collection'
import { linkPhotos } from '../photos'
import { withoutNumbers } from './masked'
import { filesOf, presentCasePhotos } from './photos'
import { type CasePhotoRow, type CaseRow, positionOf } from './rows'

/**
 * What everyone may see of cases, chosen field by field. Who reported it is not among it; indoors (楼道) it is the
 * neighbourhood: the middle of a square of about 500 m, the 居村 and no address. Words (the address is words, too) and
 * photos come once they are checked, and without numbers that lead to a person.
 */

/** What must be looked up for rows beside the rows. */
export interface PublicParts {
  /** Contents whose words and photos have passed the check. */
  visible: ReadonlySet<string>
  links: Map<string, string>
}

const VILLAGE = 12

/**
 * One question to the database and one for links. `summary`: no more files than a list shows. `own`: contents of the
 * caller, whom nothing of them is kept from.
 */
export async function loadPublicParts(
  rows: readonly CaseRow[],
  wanted: 'summary' | 'whole',
  own: readonly string[] = [],
): Promise<PublicParts> {
  const asked = rows.flatMap(({ contentId }) => (contentId && !own.includes(contentId) ? contentId : []))
  const visible = new Set([...(await findVisible(asked)), ...own])
  const photos = rows.flatMap((row) => [...beforeOf(row, visible), ...afterOf(row)])
  const first = rows.flatMap((row) => [beforeOf(row, visible)[0]?.list, afterOf(row)[0]?.list])
  const files = wanted === 'whole' ? filesOf(photos) : first.filter((file) => file !== undefined)
  return { visible, links: await linkPhotos(files) }
}

async function findVisible(contentIds: string[]): Promise<ReadonlySet<string>> {
  if (contentIds.length === 0) return new Set()
  const rows = await collection<ContentRow>('contents').list(
    { _id: command.in(contentIds), state: 'visible' },
    { limit: contentIds.length },
  )
  return new Set(rows.map(({ _id }) => _id))
}

const isVisible = ({ contentId }: Pick<CaseRow, 'contentId'>, visible: ReadonlySet<string>): boolean =>
  contentId !== null && visible.has(contentId)

const beforeOf = (row: CaseRow, visible: ReadonlySet<string>): CasePhotoRow[] =>
  isVisible(row, visible) ? row.photos : []

/** What the department last showed as done, once somebody else has verified it. */
const afterOf = ({ state, history }: Pick<CaseRow, 'state' | 'history'>): CasePhotoRow[] =>
  state === 'verified' || state === 'closed'
    ? (history.findLast(({ act, isInternal }) => act === 'handle' && !isInternal)?.photos ?? [])
    : []

/** Whether it was promised to be handled by now and is not. */
export const isLate = (
  { isOpen, handledAt, dueAt }: Pick<CaseRow, 'isOpen' | 'handledAt' | 'dueAt'>,
  now: number,
): boolean => isOpen && handledAt === null && dueAt !== null && now > dueAt

type Common = Omit<PublicCase, 'before' | 'after' | 'description'>

const presentCommon = (row: CaseRow, { visible }: PublicParts, now: number): Common => ({
  caseId: row._id,
  number: row.number,
  categoryId: row.categoryId,
  categoryName: row.categoryName,
  group: row.group,
  state: row.state,
  placeCode: row.isIndoor ? row.placeCode.slice(0, VILLAGE) : row.placeCode,
  address: row.isIndoor || !isVisible(row, visible) ? '' : withoutNumbers(row.address),
  position: positionOf(row.publicLocation),
  isApproximate: row.isIndoor && row.publicLocation !== null,
  joined: row.joined,
  reportedAt: row.reportedAt,
  dueAt: row.dueAt,
  isOverdue: isLate(row, now),
  closedAt: row.closedAt,
  mergedInto: row.mergedInto,
})

export const presentPublicCase = (row: CaseRow, parts: PublicParts, now: number): PublicCase => ({
  ...presentCommon(row, parts, now),
  description: isVisible(row, parts.visible) ? withoutNumbers(row.description) : null,
  before: presentCasePhotos(beforeOf(row, parts.visible), parts.links),
  after: presentCasePhotos(afterOf(row), parts.links),
})

/** `distance`: metres, where the list is by distance. Indoors it would lead to the door. */
export const presentPublicSummary = (
  row: CaseRow,
  parts: PublicParts,
  now: number,
  distance: number | null = null,
): PublicCaseSummary => ({
  ...presentCommon(row, parts, now),
  coverUrl: linkOf(beforeOf(row, parts.visible), parts.links),
  afterUrl: linkOf(afterOf(row), parts.links),
  distance: row.isIndoor ? null : distance,
})

const linkOf = ([first]: readonly CasePhotoRow[], links: Map<string, string>): string | null =>
  (first && links.get(first.list)) ?? null
