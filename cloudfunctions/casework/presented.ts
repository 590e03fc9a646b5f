import type { StaffCase, StaffCaseSummary } from '../../contract/cases/cases'
import { filesOf, presentCasePhotos } from '../platform/cases/photos'
import { type CaseEntry, type CaseRow, positionOf } from '../platform/cases/rows'
import { isOverdue } from '../platform/cases/settle'
import { linkPhotos } from '../platform/photos'
import { type Acting, actsOpenTo } from './rules'
import type { ListedCase } from './store'

/** What leaves the cloud, chosen field by field. Nothing of who reported it, and nobody's account. */

type Links = Map<string, string>

/** So many characters of a report stand in a row of a list. */
const LINE_LENGTH = 60

export type Listed = ListedCase & { distance?: number | null }

export async function presentList(rows: Listed[], now: number): Promise<StaffCaseSummary[]> {
  const links = await linkPhotos(rows.map(({ photos }) => photos[0]?.list ?? null))
  return rows.map((row) => presentSummary(row, links, now))
}

const presentSummary = (row: Listed, links: Links, now: number): StaffCaseSummary => ({
  caseId: row._id,
  number: row.number,
  version: row.version,
  categoryId: row.categoryId,
  categoryName: row.categoryName,
  group: row.group,
  source: row.source,
  state: row.state,
  placeCode: row.placeCode,
  address: row.address,
  position: positionOf(row.location),
  line: row.description.slice(0, LINE_LENGTH),
  coverUrl: links.get(row.photos[0]?.list ?? '') ?? null,
  deskCode: row.deskCode,
  departmentId: row.departmentId,
  departmentName: row.departmentName,
  assigneeName: row.assigneeName,
  joined: row.joined,
  reopened: row.reopened,
  asked: row.asked && {
    kind: row.asked.kind,
    reason: row.asked.reason,
    hours: row.asked.hours,
    until: row.asked.until,
    at: row.asked.at,
  },
  reportedAt: row.reportedAt,
  dueAt: row.dueAt,
  isOverdue: isOverdue(row, now),
  stars: row.rating?.stars ?? null,
  distance: row.distance ?? null,
})

interface Around {
  into: CaseRow | null
  absorbed: CaseRow[]
}

const named = ({ _id, number }: CaseRow) => ({ caseId: _id, number })

export async function presentCase(
  row: CaseRow,
  { into, absorbed }: Around,
  acting: Acting,
  now: number,
): Promise<StaffCase> {
  const links = await linkPhotos([
    ...filesOf(row.photos),
    ...row.history.flatMap(({ photos }) => filesOf(photos)),
  ])
  return {
    ...presentSummary(row, links, now),
    description: row.description,
    answers: row.answers.map(({ label, value }) => ({ label, value: String(value) })),
    before: presentCasePhotos(row.photos, links),
    steps: row.history.map((entry) => presentStep(entry, links)),
    hasContact: row.sealedContact !== null,
    mergedInto: into && named(into),
    absorbed: absorbed.map(named),
    minAfterPhotos: row.minAfterPhotos,
    may: actsOpenTo(row, acting),
    rating: row.rating && {
      at: row.rating.at,
      stars: row.rating.stars,
      reasons: row.rating.reasons,
      words: row.rating.words,
    },
  }
}

const presentStep = (entry: CaseEntry, links: Links): StaffCase['steps'][number] => ({
  at: entry.at,
  act: entry.act,
  by: entry.actor,
  state: entry.state,
  departmentName: entry.departmentName,
  words: entry.words,
  photos: presentCasePhotos(entry.photos, links),
  stars: entry.stars,
  dueAt: entry.dueAt,
  name: entry.name,
  isInternal: entry.isInternal,
})
