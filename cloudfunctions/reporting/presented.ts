import type { CaseStep, OwnCase, Relation } from '../../contract/cases/cases'
import type { Act } from '../../contract/cases/workflow'
import { stateAfter } from '../../contract/cases/workflow'
import type { ContentState } from '../../contract/moderation'
import type { ExportSection } from '../../contract/ownData'
import type { MyReport } from '../../contract/reporting'
import { withoutNumbers } from '../platform/cases/masked'
import { presentCasePhotos } from '../platform/cases/photos'
import { type PublicParts, presentPublicSummary } from '../platform/cases/publicCases'
import { type CaseEntry, type CaseRow, positionOf } from '../platform/cases/rows'
import { mayRate } from '../platform/cases/steps'
import { shanghaiTime } from '../platform/clock'
import { onDissatisfied } from './rules'

/** What leaves the cloud, chosen field by field. */

/** Between staff: who is asked, urged or given it within a department says nothing of what becomes of the case. */
const BETWEEN_STAFF: readonly Act[] = ['askExtension', 'askSuspension', 'decline', 'handOver', 'remind']

/** After these the promised day may be another one. */
const MOVES_DAY: readonly Act[] = [
  'report',
  'file',
  'dispatch',
  'redispatch',
  'extend',
  'resume',
  'reject',
  'dissatisfy',
  'reopen',
  'recategorise',
]

/** Steps that citizens see. */
export const seenSteps = (history: readonly CaseEntry[]): CaseEntry[] =>
  history.filter(({ act, isInternal }) => !isInternal && !BETWEEN_STAFF.includes(act))

/** What the reporter wrote after the report has passed no check: it is for staff, and shown to nobody else. */
const isOpenTo = ({ actor }: CaseEntry, isReporter: boolean): boolean => isReporter || actor !== 'reporter'

export const presentStep = (
  entry: CaseEntry,
  { links, isReporter }: { links: Map<string, string>; isReporter: boolean },
): CaseStep => ({
  at: entry.at,
  act: entry.act,
  by: entry.actor,
  state: entry.state,
  departmentName: entry.departmentName,
  words: isReporter ? entry.words : isOpenTo(entry, false) ? withoutNumbers(entry.words) : '',
  photos: isOpenTo(entry, isReporter) ? presentCasePhotos(entry.photos, links) : [],
  stars: entry.stars,
  dueAt: MOVES_DAY.includes(entry.act) ? entry.dueAt : null,
})

/** Whether others see words and photos. What waits for a person is still being checked, for its author. */
export const shownBy = (state: ContentState | null): OwnCase['shown'] => {
  if (state === 'visible') return 'visible'
  return state === 'hidden' || state === 'withdrawn' ? 'hidden' : 'checking'
}

export const presentOwn = (
  row: CaseRow,
  { links, content, now }: { links: Map<string, string>; content: ContentState | null; now: number },
): OwnCase => ({
  description: row.description,
  address: row.address,
  position: positionOf(row.location),
  photos: presentCasePhotos(row.photos, links),
  answers: row.answers.map(({ label, value }) => ({ label, value: String(value) })),
  shown: shownBy(content),
  hasContact: row.sealedContact !== null,
  mayRate: mayRate(row, now),
  mayWithdraw: stateAfter('withdraw', row.state, 'reporter') !== null,
  mayRemark: stateAfter('remark', row.state, 'reporter') !== null,
  onDissatisfied: onDissatisfied(row, now),
  ratingEndsAt: row.ratingEndsAt,
  rating: row.rating,
})

/** Where the caller reported it, as they wrote it. */
export const presentMine = (row: CaseRow, relation: Relation, parts: PublicParts, now: number): MyReport => {
  const isReporter = relation === 'reporter'
  return {
    ...presentPublicSummary(row, parts, now),
    ...(isReporter ? { address: row.address, position: positionOf(row.location), isApproximate: false } : {}),
    relation,
    waitsForRating: isReporter && mayRate(row, now),
  }
}

export const presentExported = (row: CaseRow, phone: string | null): ExportSection['items'][number] => ({
  编号: row.number,
  类别: row.categoryName,
  上报时间: shanghaiTime(row.reportedAt),
  地址: row.address,
  经度: row.location?.coordinates[0] ?? null,
  纬度: row.location?.coordinates[1] ?? null,
  描述: row.description,
  回答: row.answers.map(({ label, value }) => `${label}：${value}`).join('；') || null,
  照片: row.photos.length,
  联系方式: phone,
  评价: row.rating && `${row.rating.stars} 星 ${row.rating.words}`.trim(),
  补充说明:
    row.history
      .filter(({ act }) => act === 'remark')
      .map(({ words }) => words)
      .join('；') || null,
})
