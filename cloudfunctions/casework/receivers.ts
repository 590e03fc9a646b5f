import { DUTY_KEYS, type Duty } from '../../contract/cases/duties'
import type { casework, Proposal, Receiver } from '../../contract/casework'
import { fail, ok } from '../../contract/result'
import { findCategory, findRoute, type Holder, listHolders } from '../platform/cases/loadRules'
import { type Department, placeChain } from '../platform/cases/routing'
import type { CaseRow } from '../platform/cases/rows'
import type { Methods } from '../platform/serve'
import { mayReceive, placesOfReceivers } from './rules'
import * as store from './store'

/** Whom a case can be given to. */

type CaseworkMethods = Methods<typeof casework>

export const listReceivers: CaseworkMethods['listReceivers']['run'] = async ({ input, now }) => {
  const row = await store.findCase(input.caseId)
  if (!row) return fail({ code: 'case_not_found' })
  const [proposed, all] = await Promise.all([proposalFor(row, now), departmentsFor(row)])
  const departments = all.filter(({ _id }) => _id !== holderOf(row))
  const proposal = proposed.departmentId === holderOf(row) ? UNDECIDED : proposed
  const counts = await store.countOpen(departments.map(({ _id }) => _id))
  const open = new Map(counts.map((count) => [count._id, count.open]))
  const receivers: Receiver[] = departments.map(({ _id, name, placeCode, duties }) => ({
    organisationId: _id,
    name,
    placeCode,
    duties,
    open: open.get(_id) ?? 0,
  }))
  return ok({ proposal, receivers })
}

const UNDECIDED: Proposal = {
  how: 'desk',
  ruleName: null,
  duty: null,
  departmentId: null,
  departmentName: null,
}

/** The department that is at it has no need to be given it again; out of 督办 it may be asked once more. */
const holderOf = ({ state, departmentId }: CaseRow): string | null | undefined =>
  state === 'supervised' || departmentId === null ? undefined : departmentId

interface Receiving extends Department {
  duties: Duty[]
}

/** Those that stand for a duty first, in the order of the duty table and from the nearest place; then all others there. */
async function departmentsFor(row: CaseRow): Promise<Receiving[]> {
  const chain = placeChain(row.placeCode)
  const [holders, lists] = await Promise.all([
    listHolders(chain),
    Promise.all(placesOfReceivers(row).map(store.listOrganisations)),
  ])
  const found = new Map<string, Receiving>()
  for (const { duty, department } of inOrder(holders, chain)) {
    const before = found.get(department._id)
    found.set(department._id, { ...department, duties: [...(before?.duties ?? []), duty] })
  }
  for (const { _id, name, placeCode, isClosed } of lists.flat())
    if (!found.has(_id) && mayReceive({ placeCode, isClosed }, row))
      found.set(_id, { _id, name, placeCode, duties: [] })
  return [...found.values()]
}

const inOrder = (holders: Holder[], chain: string[]): Holder[] =>
  [...holders].sort(
    (a, b) =>
      chain.indexOf(a.placeCode) - chain.indexOf(b.placeCode) ||
      DUTY_KEYS.indexOf(a.duty) - DUTY_KEYS.indexOf(b.duty),
  )

/** Its category may have been retired since. */
async function proposalFor(row: CaseRow, now: number) {
  const found = await findCategory(row.categoryId)
  if (!found) return UNDECIDED
  const { category } = found
  const { proposal } = await findRoute({ category, placeCode: row.placeCode, at: now, source: row.source })
  return proposal
}

/** Whom the caller can hand it over to: everyone of the department but the caller. */
export const listColleagues: CaseworkMethods['listColleagues']['run'] = async ({ input, caller, now }) => {
  const row = await store.findCase(input.caseId)
  if (!row) return fail({ code: 'case_not_found' })
  const handlers = row.departmentId === null ? [] : await store.listHandlers(row.departmentId, now)
  const others = handlers.filter(({ accountId }) => accountId !== caller.accountId)
  return ok({ colleagues: others.map(({ _id, name }) => ({ grantId: _id, name })) })
}
