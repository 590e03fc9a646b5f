import type { Relation } from '../../contract/cases/cases'
import type { reporting } from '../../contract/reporting'
import { fail, ok } from '../../contract/result'
import type { CaseRow } from '../platform/cases/rows'
import type { Methods } from '../platform/serve'
import { maySee } from './rules'
import { findWatcher, unwatch, watch } from './watchers/store'

/** 我也遇到, and following. */

type ReportingMethods = Methods<typeof reporting>

const mayJoin =
  (accountId: string) =>
  (row: CaseRow): boolean =>
    row.isOpen && row.accountId !== accountId

export const joinCase: ReportingMethods['joinCase'] = async ({ input, caller: { accountId }, now }) => {
  const joined = await watch(input.caseId, { accountId, relation: 'joined', now, may: mayJoin(accountId) })
  if (!joined) return fail({ code: 'case_not_found' })
  const { row, relation } = joined
  if (relation === 'joined') return ok({ caseId: row._id, joined: row.joined })
  if (row.accountId === accountId) return fail({ code: 'own_case' })
  return fail({ code: maySee(row, relation) ? 'case_not_open' : 'case_not_found' })
}

export const followCase: ReportingMethods['followCase'] = async ({ input, caller: { accountId }, now }) => {
  const may = (row: CaseRow) => row.isListed && row.accountId !== accountId
  const done = input.isFollowing
    ? await watch(input.caseId, { accountId, relation: 'following', now, may })
    : await unwatch(input.caseId, accountId)
  if (!done) return fail({ code: 'case_not_found' })
  const relation = relationIn(done.row, accountId, done.relation)
  return maySee(done.row, relation) ? ok({ relation }) : fail({ code: 'case_not_found' })
}

const relationIn = (row: CaseRow, accountId: string | null, watched: Relation | null): Relation | null =>
  row.accountId !== null && row.accountId === accountId ? 'reporter' : watched

/** How somebody stands to a case. */
export async function findRelation(row: CaseRow, accountId: string | null): Promise<Relation | null> {
  if (accountId === null) return null
  if (row.accountId === accountId) return 'reporter'
  return (await findWatcher(row._id, accountId))?.relation ?? null
}
