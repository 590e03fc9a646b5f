import type { CampaignPlan, PlanProblem } from '@contract/campaigns'
import type { Campaign } from '@contract/voting'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { type CampaignDraft, isStale, mergedOnto } from './campaignDraft'
import { draftProblems, problemsOfError } from './campaignProblems'
import { useCampaignDraft } from './keptDrafts'

const coverOf = ({ cover }: CampaignDraft) => (cover === null || cover === 'keep' ? cover : cover.fileId)

const send = (draft: CampaignDraft, target: EditorTarget, requestId: string) => {
  const { plan, base, reason } = draft
  const cover = coverOf(draft)
  if (target.campaign === null || base === null)
    return call(
      'voting',
      'createCampaign',
      { ...plan, cityCode: target.cityCode, cover: cover === 'keep' ? null : cover },
      { requestId },
    )
  const { campaignId } = target.campaign
  const input = { ...plan, campaignId, cover, basedOnVersion: base.version, reason }
  return call('voting', 'reviseCampaign', input, { requestId })
}

export interface EditorTarget {
  /** Under which the draft is kept. */
  name: string
  cityCode: string
  /** The campaign that is changed; null: a new one. */
  campaign: Campaign | null
  first: CampaignDraft
}

/** What the cloud said to exactly this draft. */
interface Refused {
  problems: PlanProblem[]
  sentence: string
  isChangedMeanwhile: boolean
}

/** Everything the editor's sections need of the draft. */
export const useCampaignEditor = (target: EditorTarget) => {
  const { draft, revise, requestId, drop } = useCampaignDraft(target.name, target.first)
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const now = target.campaign?.now ?? Date.now()
  const own = draftProblems(draft, now)
  const problems = [...(refused?.problems ?? []), ...own]
  const reviseAll = (part: Parameters<typeof revise>[0]) => {
    setRefused(null)
    revise(part)
  }
  return {
    draft,
    now,
    problems,
    refused,
    /** Told at the fields once there has been a try; before that, only what contradicts itself. */
    problemAt: (path: string): string | undefined =>
      isTried || (draft.savedAt > 0 && path !== 'reason')
        ? problems.find((problem) => problem.path === path)?.message
        : undefined,
    setTried,
    isStale: target.campaign !== null && isStale(draft, target.campaign),
    change: (part: Partial<CampaignPlan>) => reviseAll({ plan: { ...draft.plan, ...part } }),
    revise: reviseAll,
    /** Takes over what a colleague has changed; what one wrote stays. */
    merge: () => target.campaign && reviseAll(mergedOnto(draft, target.campaign)),
    startAnew: () => {
      setRefused(null)
      setTried(false)
      drop()
    },
    /** The campaign's id once it is done; null: something stands in the way, and is said on the form. */
    publish: async (): Promise<string | null> => {
      setTried(true)
      if (own.length > 0) return null
      const answer = await send(draft, target, requestId())
      if (answer.ok) {
        drop()
        return 'campaignId' in answer.value ? answer.value.campaignId : (target.campaign?.campaignId ?? null)
      }
      const sentence = errorText(answer.error)
      setRefused({
        sentence,
        problems: problemsOfError(answer.error, sentence),
        isChangedMeanwhile: answer.error.code === 'changed_meanwhile' || answer.error.code === 'plan_frozen',
      })
      return null
    },
  }
}

export type CampaignEditor = ReturnType<typeof useCampaignEditor>
