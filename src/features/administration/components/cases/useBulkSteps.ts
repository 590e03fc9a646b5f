import type { StaffCaseSummary } from '@contract/cases/cases'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { type MoveKey, moveOf } from '../../caseMoves'
import { newDraft, type StepDraft, stepsOf } from '../../caseSteps'
import type { Outcome } from './bulkOutcomes'

/** Nothing about places or requests: those differ from case to case. */
const emptyDraft = (): StepDraft => newDraft({ placeCode: '', address: '', position: null, asked: null })

/** What is typed for several cases, and the sending of it. */
export const useBulkSteps = (
  placeCode: string,
  chosen: StaffCaseSummary[],
  onDone: (outcomes: Outcome[]) => Promise<void>,
) => {
  const [openKey, setOpenKey] = useState<MoveKey | null>(null)
  const [draft, setDraft] = useState(emptyDraft)
  const [requestId, setRequestId] = useState(newRequestId)
  const revise = (part: Partial<StepDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setRequestId(newRequestId())
  }
  const open = (key: MoveKey) => {
    revise(emptyDraft())
    setOpenKey(key)
  }
  const send = async (): Promise<string | null> => {
    if (!openKey) return null
    const input = {
      placeCode,
      cases: chosen.map(({ caseId, version }) => ({ caseId, basedOn: version })),
      steps: stepsOf(moveOf(openKey), draft),
    }
    const answer = await call('casework', 'actOnCases', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    const errors = new Map(answer.value.outcomes.map(({ caseId, error }) => [caseId, error]))
    setOpenKey(null)
    await onDone(chosen.map((shown) => ({ shown, error: errors.get(shown.caseId) ?? null })))
    return null
  }
  return { openKey, draft, revise, open, close: () => setOpenKey(null), send }
}
