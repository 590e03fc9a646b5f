import type { Result } from '@contract/result'
import { useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import {
  type DraftProblems,
  draftProblems,
  draftProblemsOfError,
  type OrganisationDraft,
} from '../../organisationDraft'

/** What is typed stays whatever fails; the same draft sent again is the same request. */
export const useDraft = (first: OrganisationDraft) => {
  const [draft, setDraft] = useState(first)
  const [requestId, setRequestId] = useState(newRequestId)
  const [problems, setProblems] = useState<DraftProblems>({})
  const [trouble, setTrouble] = useState<CloudError | 'unfinished' | null>(null)
  const change = (part: Partial<OrganisationDraft>) => {
    setDraft({ ...draft, ...part })
    setRequestId(newRequestId())
    setTrouble(null)
    const changed = Object.keys(part)
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !changed.includes(field))))
  }
  /** Null: something stands in the way, and is said on the form. */
  const send = async <Value>(
    ask: (requestId: string) => Promise<Result<Value, CloudError>>,
  ): Promise<Value | null> => {
    const found = draftProblems(draft)
    setProblems(found)
    if (Object.keys(found).length > 0) {
      setTrouble('unfinished')
      return null
    }
    const answer = await ask(requestId)
    if (answer.ok) return answer.value
    setProblems(draftProblemsOfError(answer.error, errorText(answer.error)))
    setTrouble(answer.error)
    // Refused for good: what is sent after another look is another request.
    setRequestId(newRequestId())
    return null
  }
  return { draft, problems, trouble, change, send }
}

export const troubleWords = (trouble: CloudError | 'unfinished'): string =>
  trouble === 'unfinished' ? '上面有的地方还没有填好，请看红色的提示。' : errorText(trouble)
