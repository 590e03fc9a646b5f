import type { FieldProblem } from '@contract/errors'
import type { Campaign } from '@contract/voting'
import { useMemo, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import {
  type CandidateDraft,
  candidateInputOf,
  candidateProblems,
  candidateProblemsOfError,
  mainFieldOf,
  newCandidate,
} from './candidateDraft'
import { useCandidateDraft } from './keptDrafts'

const STILL_UPLOADING = { path: 'photos', message: '照片还在上传。请等传完，再登记。' }

/** Entering one candidate after another; what is typed stays until it is registered. */
export const useRegistering = (campaign: Campaign) => {
  const { campaignId } = campaign
  const first = useMemo(() => newCandidate(campaign), [campaign])
  const { draft, revise, requestId, drop } = useCandidateDraft(campaignId, first)
  const [isTried, setTried] = useState(false)
  const [isUploading, setUploading] = useState(false)
  const [refused, setRefused] = useState<{ problems: FieldProblem[]; sentence: string } | null>(null)
  const [registered, setRegistered] = useState<{ number: number; name: string } | null>(null)
  const own = [
    ...candidateProblems(draft, mainFieldOf(campaign).label),
    ...(isUploading ? [STILL_UPLOADING] : []),
  ]
  const problems = isTried ? [...(refused?.problems ?? []), ...own] : []
  const startAnew = () => {
    setTried(false)
    setRefused(null)
    drop()
  }
  const register = async (): Promise<void> => {
    setTried(true)
    setRefused(null)
    if (own.length > 0) return
    const answer = await call('voting', 'registerCandidate', candidateInputOf(campaignId, draft), {
      requestId: requestId(),
    })
    if (answer.ok) {
      setRegistered({ number: answer.value.number, name: draft.name.trim() })
      return startAnew()
    }
    const sentence = errorText(answer.error)
    setRefused({ sentence, problems: candidateProblemsOfError(answer.error, sentence, draft) })
  }
  return {
    draft,
    problems,
    /** Why the cloud refused exactly this draft. */
    refusal: refused?.sentence ?? null,
    problemAt: (path: string): string | undefined =>
      problems.find((problem) => problem.path === path)?.message,
    change: (part: Partial<Omit<CandidateDraft, 'requestId' | 'savedAt'>>) => {
      setRefused(null)
      revise(part)
    },
    setUploading,
    startAnew,
    register,
    /** The one that has just been registered. */
    registered,
    another: () => setRegistered(null),
  }
}

export type Registering = ReturnType<typeof useRegistering>
