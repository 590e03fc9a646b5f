import type { CaseCourse, Relation } from '../../contract/cases/cases'
import { PAGE_SIZE } from '../../contract/limits'
import type { reporting } from '../../contract/reporting'
import { fail, ok } from '../../contract/result'
import { filesOf } from '../platform/cases/photos'
import { loadPublicParts, presentPublicCase } from '../platform/cases/publicCases'
import type { CaseRow } from '../platform/cases/rows'
import { linkPhotos } from '../platform/photos'
import type { Methods } from '../platform/serve'
import { presentMine, presentOwn, presentStep, seenSteps } from './presented'
import { maySee } from './rules'
import * as store from './store'
import { listWatchedBy } from './watchers/store'
import { findRelation } from './watching'

/** What citizens read of cases: one with its course, and what they have to do with. */

type ReportingMethods = Methods<typeof reporting>

export const getCase: ReportingMethods['getCase'] = async ({ input, caller, now }) => {
  const row = await store.findCase(input.caseId)
  const relation = row && (await findRelation(row, caller.accountId))
  if (!row || !maySee(row, relation)) return fail({ code: 'case_not_found' })
  return ok(await courseOf(row, relation, now))
}

async function courseOf(row: CaseRow, relation: Relation | null, now: number): Promise<CaseCourse> {
  const isReporter = relation === 'reporter'
  const steps = seenSteps(row.history)
  const photos = [...(isReporter ? row.photos : []), ...steps.flatMap((step) => step.photos)]
  const [parts, links, content] = await Promise.all([
    loadPublicParts([row], 'whole'),
    linkPhotos(filesOf(photos)),
    isReporter ? store.findContentState(row.contentId) : null,
  ])
  return {
    ...presentPublicCase(row, parts, now),
    steps: steps.map((step) => presentStep(step, { links, isReporter })),
    isFromActivity: (row.activityId ?? null) !== null,
    relation,
    own: isReporter ? presentOwn(row, { links, content, now }) : null,
  }
}

interface Listed {
  /** Time and id in one text: of the report, or since when it is watched. */
  order: string
  row: CaseRow
  relation: Relation
}

/** Two lists that go by time, in one. A merged case that was joined or followed is listed as what it has gone into. */
async function listPage(accountId: string, after: string | undefined) {
  const limit = PAGE_SIZE + 1
  const [reported, watched] = await Promise.all([
    store.listReportedBy(accountId, after, limit),
    listWatchedBy(accountId, after, limit),
  ])
  const orders = [...reported, ...watched]
    .map(({ order }) => order)
    .sort()
    .reverse()
  const last = orders.slice(0, PAGE_SIZE).at(-1)
  const isOnPage = ({ order }: { order: string }) => last !== undefined && order >= last
  const shown = watched.filter(isOnPage)
  const rows = new Map(
    (await store.findCases(shown.map(({ caseId }) => caseId))).map((row) => [row._id, row]),
  )
  const listed: Listed[] = reported
    .filter(isOnPage)
    .map((row) => ({ order: row.order, row, relation: 'reporter' }))
  for (const { caseId, order, relation } of shown) {
    const row = rows.get(caseId)
    if (row && row.mergedInto === null) listed.push({ order, row, relation })
  }
  listed.sort((one, other) => (one.order < other.order ? 1 : -1))
  return { listed, next: orders.length > PAGE_SIZE ? (last ?? null) : null }
}

export const listMyReports: ReportingMethods['listMyReports'] = async ({ input, caller, now }) => {
  const { accountId } = caller
  const [{ listed, next }, waitingForRating] = await Promise.all([
    listPage(accountId, input.after),
    store.countUnrated(accountId, now),
  ])
  const own = listed.flatMap(({ row, relation }) => (relation === 'reporter' ? (row.contentId ?? []) : []))
  const parts = await loadPublicParts(
    listed.map(({ row }) => row),
    'summary',
    own,
  )
  const reports = listed.map(({ row, relation }) => presentMine(row, relation, parts, now))
  return ok({ reports, next, waitingForRating })
}
