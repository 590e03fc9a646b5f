import type { FormProblem, Nomination } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { partsOf } from '@/words/nominations'
import { inFormOrder } from './components/problems'
import type { DraftView } from './draft/draftView'
import type { useDraft } from './draft/useDraft'
import { focusPart } from './focusPart'
import type { Photos } from './photos/usePhotos'

interface Submitting {
  nomination: Nomination
  campaign: Campaign
  draft: ReturnType<typeof useDraft>
  photos: Photos
  /** Handed in, or found to be changed meanwhile. */
  onChanged: () => Promise<void>
}

/** Why what has been typed is not all in the cloud yet. */
const unsavedWords = ({ state, conflict, trouble }: DraftView): string => {
  if (conflict) return '请先选择留下哪一台设备上写的，再提交。'
  if (state === 'failed' && trouble) return trouble
  return '没有连上网络，现在不能提交。草稿保存在本机，连上以后再提交。'
}

const pendingPhotos = ({ onTheWay }: Photos): FormProblem[] =>
  onTheWay.length === 0
    ? []
    : [
        {
          part: 'photos',
          message: `还有 ${onTheWay.length} 张照片没有放进推荐表：请写好说明，等它传完；不要的请删除`,
        },
      ]

/** The same words handed in again are the same request. */
const useRequestIds = () => {
  const made = useRef(new Map<number, string>())
  return (version: number): string => {
    const requestId = made.current.get(version) ?? newRequestId()
    made.current.set(version, requestId)
    return requestId
  }
}

/** Handing in: everything must be in the cloud; then the cloud says what is missing, all at once. */
export const useSubmitting = ({ nomination, campaign, draft, photos, onChanged }: Submitting) => {
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const { nominationId } = nomination
  const requestIdOf = useRequestIds()
  const [told, setTold] = useState(0)
  // Once for each telling, when the problems are drawn; not while they are mended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  useEffect(() => {
    const [first] = problems
    if (first) focusPart(first.part)
  }, [told])
  const tell = (found: FormProblem[]) => {
    setProblems(inFormOrder(found, partsOf({ fields: campaign.nomination?.fields ?? [] })))
    setTold((times) => times + 1)
  }
  const refuse = async (error: CloudError) => {
    if (error.code === 'form_incomplete') return tell(error.problems)
    if (error.code === 'nomination_not_editable' || error.code === 'changed_meanwhile') await onChanged()
    setTrouble(errorText(error))
  }
  const submit = async () => {
    setTrouble(null)
    const pending = pendingPhotos(photos)
    if (pending.length > 0) return tell(pending)
    if (!(await draft.flush())) return setTrouble(unsavedWords(draft.read()))
    const input = { nominationId, version: draft.read().version }
    const requestId = requestIdOf(input.version)
    const answer = await call('nominations', 'submitNomination', input, { requestId })
    if (!answer.ok) return refuse(answer.error)
    await onChanged()
  }
  /** What is being mended is no longer told. */
  const mend = (part: FormProblem['part']) =>
    setProblems((before) => before.filter((problem) => problem.part !== part))
  return { problems, trouble, submit, mend }
}
