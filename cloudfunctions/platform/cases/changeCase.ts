import { stateAfter } from '../../../contract/cases/workflow'
import type { RoleGrant } from '../access'
import { inTransaction, type Transaction } from '../database/collection'
import { partsIn } from './desks'
import { loadCalendar } from './loadRules'
import type { CaseRow } from './rows'
import { settle } from './settle'
import { applyStep, type Step, type StepProblem, type Who } from './steps'

/** The one way in which a case changes: whole steps, in one transaction, with everything that follows from them. */

export type ChangeProblem =
  | StepProblem
  | { code: 'case_not_found' }
  | { code: 'changed_meanwhile'; state: CaseRow['state'] }
  | { code: 'cannot_merge' }

export type CaseChange = { before: CaseRow; after: CaseRow; isRepeated: boolean } | { problem: ChangeProblem }

export interface Asked {
  caseId: string
  requestId: string
  now: number
  /** The version that was looked at; without it, the case is changed as it is. */
  basedOn?: number
  /** Steps that depend on the case as it is in the transaction may be given as a function. */
  steps: Step[] | ((row: CaseRow) => Step[] | { problem: ChangeProblem })
  /** As whom a step is done in this case as it is then; null: not allowed. */
  who: (row: CaseRow, step: Step) => Who | null
  /** What stands in the way elsewhere, read and perhaps written in the same transaction. Before anything is written. */
  check?: (transaction: Transaction, before: CaseRow, after: CaseRow) => Promise<ChangeProblem | null>
  /** What else belongs into the same transaction. */
  also?: (transaction: Transaction, before: CaseRow, after: CaseRow) => Promise<void>
}

/** All steps happen, or none. Sent again with the same request id, it answers what it did then. */
export async function changeCase(asked: Asked): Promise<CaseChange> {
  const calendar = await loadCalendar()
  return inTransaction(async (transaction): Promise<CaseChange> => {
    const before = await transaction.find<CaseRow>('cases', asked.caseId)
    if (!before) return { problem: { code: 'case_not_found' } }
    if (before.history.some(({ requestId }) => requestId === asked.requestId))
      return { before, after: before, isRepeated: true }
    if (asked.basedOn !== undefined && asked.basedOn !== before.version)
      return { problem: { code: 'changed_meanwhile', state: before.state } }
    const stepped = takeSteps(before, asked)
    if ('problem' in stepped) return stepped
    const after = withDueAt(settle(stepped.row, calendar, asked.now), before.history.length)
    const problem = await asked.check?.(transaction, before, after)
    if (problem) return { problem }
    await transaction.put('cases', after)
    await asked.also?.(transaction, before, after)
    return { before, after, isRepeated: false }
  })
}

function takeSteps(before: CaseRow, asked: Asked): { row: CaseRow } | { problem: ChangeProblem } {
  const steps = typeof asked.steps === 'function' ? asked.steps(before) : asked.steps
  if ('problem' in steps) return steps
  let row = before
  for (const step of steps) {
    const who = asked.who(row, step)
    if (!who) return { problem: { code: 'step_not_allowed', act: step.act, state: row.state } }
    const applied = applyStep(row, step, who, asked.requestId, asked.now)
    if ('problem' in applied) return applied
    row = applied.row
  }
  return { row }
}

/** The newest entries say what the deadline has become. */
const withDueAt = (row: CaseRow, earlier: number): CaseRow => ({
  ...row,
  history: row.history.map((entry, index) => (index < earlier ? entry : { ...entry, dueAt: row.dueAt })),
})

/** Staff act in the first of their parts that the table lets do it. */
export const asStaff =
  (grants: readonly RoleGrant[]) =>
  (row: CaseRow, { act }: Pick<Step, 'act'>): Who | null => {
    const part = partsIn(grants, row).find(({ actor }) => stateAfter(act, row.state, actor) !== null)
    return (
      (part && {
        actor: part.actor,
        by: part.grant.accountId,
        grantId: part.grant._id,
        name: part.grant.name,
      }) ??
      null
    )
  }

export const asMachine = (): Who => ({ actor: 'machine', by: null, grantId: null, name: null })

/** Only who reported it. */
export const asReporter =
  (accountId: string) =>
  (row: CaseRow): Who | null =>
    row.accountId === accountId ? { actor: 'reporter', by: null, grantId: null, name: null } : null
