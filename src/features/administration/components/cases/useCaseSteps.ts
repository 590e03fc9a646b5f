import type { StaffCase } from '@contract/cases/cases'
import type { CaseState } from '@contract/cases/workflow'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { showToast } from '@/components/toast'
import { doneWords, type MoveKey, moveOf } from '../../caseMoves'
import { newDraft, type StepDraft, stepsOf } from '../../caseSteps'

export interface CaseDone {
  key: MoveKey
  said: string
  /** What the case has become. */
  state: CaseState
}

interface Followers {
  onDone: (done: CaseDone) => Promise<void>
  onChanged: () => Promise<void>
}

const isStale = ({ code }: CloudError): boolean =>
  code === 'changed_meanwhile' || code === 'step_not_allowed' || code === 'nothing_asked'

/** What is typed for the next step of a case, and the sending of it. The same words sent again are the same request. */
export const useCaseSteps = (shown: StaffCase, { onDone, onChanged }: Followers) => {
  const [openKey, setOpenKey] = useState<MoveKey | null>(null)
  const [draft, setDraft] = useState(() => newDraft(shown))
  const [requestId, setRequestId] = useState(newRequestId)
  const [hasChanged, setHasChanged] = useState(false)
  const revise = (part: Partial<StepDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setRequestId(newRequestId())
  }
  const open = (key: MoveKey) => {
    const { hours, until } = newDraft(shown)
    // What a department asked for is proposed; it may have asked after the case was opened.
    revise({ hours: draft.hours || hours, until: draft.until ?? until })
    setOpenKey(key)
  }
  const close = () => {
    setOpenKey(null)
    setHasChanged(false)
  }
  const send = async (key: MoveKey): Promise<string | null> => {
    const { caseId, version: basedOn } = shown
    const steps = stepsOf(moveOf(key), draft)
    const answer = await call('casework', 'actOnCase', { caseId, basedOn, steps }, { requestId })
    if (answer.ok) {
      close()
      setRequestId(newRequestId())
      setDraft(newDraft(shown))
      await onDone({ key, said: doneWords(key), state: answer.value.state })
      return null
    }
    // A lost answer is asked for again by the same request.
    if (!isStale(answer.error)) return errorText(answer.error)
    setRequestId(newRequestId())
    await onChanged()
    setHasChanged(true)
    return null
  }
  const tap = async (key: MoveKey) => {
    const trouble = await send(key)
    if (trouble) showToast(trouble)
  }
  return { openKey, draft, hasChanged, revise, open, close, send, tap }
}
