import type { PublicCaseSummary } from '@contract/cases/cases'
import type { Category } from '@contract/cases/categories'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { ownOutbox } from '@/outbox'
import { inputOf, problemsOf, type ReportDraft, type ReportProblems } from './draft/reportDraft'
import type { ReportDraftActions } from './draft/useReportDraft'
import { pathsOf } from './photos/usePhotoPaths'

/** Looking for the same problem must not hold up a report: without an answer by then, it is handed in. */
const LONGEST_LOOK = 4000

const tooLong = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_LOOK))

const findSimilar = async ({ form }: ReportDraft): Promise<PublicCaseSummary[]> => {
  const { categoryId, position } = form
  if (categoryId === null || position === null) return []
  const answer = await Promise.race([call('reporting', 'findSimilar', { categoryId, position }), tooLong()])
  return answer?.ok ? answer.value.cases : []
}

const queue = (draft: ReportDraft, category: Category): string => {
  const requestId = newRequestId()
  const now = Date.now()
  const { photos } = draft
  const outgoing = {
    requestId,
    work: { method: 'reportProblem', input: inputOf(draft, category, now) } as const,
    photos: photos.map(({ key, kept }) => ({ key, kept, fileId: null })),
    title: `${category.name} · ${draft.form.address.trim()}`,
    queuedAt: now,
    mayHaveArrived: false,
    refusal: null,
  }
  ownOutbox().add(outgoing, pathsOf(photos))
  return requestId
}

interface HandingIn {
  problems: ReportProblems
  similar: PublicCaseSummary[]
  /** Where what was handed in is to be found in the outbox; null while it is written. */
  requestId: string | null
  handIn: () => Promise<void>
  /** It is none of those. */
  handInAnyway: () => void
  closeSimilar: () => void
  /** Back to an empty form, or to what the cloud did not take. */
  startAgain: () => void
}

/** From the filled form to the outbox: look over, ask whether it is a known problem, hand in. */
export const useHandingIn = (draft: ReportDraftActions, category: Category | undefined): HandingIn => {
  const [hasTried, setTried] = useState(false)
  const [similar, setSimilar] = useState<PublicCaseSummary[]>([])
  const [requestId, setRequestId] = useState<string | null>(null)
  const handInAnyway = () => {
    setSimilar([])
    if (!category) return
    const id = queue(draft.read(), category)
    draft.clear()
    setTried(false)
    setRequestId(id)
  }
  return {
    problems: hasTried ? problemsOf(draft.draft, category) : {},
    similar,
    requestId,
    handIn: async () => {
      setTried(true)
      // What is missing is summed up on top.
      if (Object.keys(problemsOf(draft.read(), category)).length > 0)
        return void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      const found = await findSimilar(draft.read())
      if (found.length > 0) setSimilar(found)
      else handInAnyway()
    },
    handInAnyway,
    closeSimilar: () => setSimilar([]),
    startAgain: () => setRequestId(null),
  }
}
