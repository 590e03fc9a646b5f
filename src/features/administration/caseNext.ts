import type { StaffCaseSummary } from '@contract/cases/cases'
import type { CaseState } from '@contract/cases/workflow'
import type { MoveKey } from './caseMoves'
import type { CaseView } from './caseView'

/** What comes after an act. Pure. */

type Listed = Pick<StaffCaseSummary, 'caseId'>

/** The case below this one, else the one above it, else none. */
export const caseAfter = (cases: Listed[], caseId: string): string | null => {
  const index = cases.findIndex((each) => each.caseId === caseId)
  return (cases[index + 1] ?? cases[index - 1])?.caseId ?? null
}

const ANSWERS: readonly MoveKey[] = ['extend', 'suspend', 'decline']

/** Whether a case no longer belongs to what is looked at once this is done. */
export const leavesView = (
  { state, only }: Pick<CaseView, 'state' | 'only'>,
  key: MoveKey,
  after: CaseState,
) => (state !== undefined && state !== after) || (only === 'asked' && ANSWERS.includes(key))

const LEAVING: readonly MoveKey[] = ['handle', 'return', 'handOver', 'askSuspension', 'escalate']

/** Whether a handler is through with a case for now, and may go to the next. */
export const isThrough = (key: MoveKey): boolean => LEAVING.includes(key)
