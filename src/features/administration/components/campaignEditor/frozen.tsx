import type { PlanPart } from '@contract/campaigns'
import type { Campaign } from '@contract/voting'
import type { ReactNode } from 'react'
import { Sentences } from '@/components/campaignPlan'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { frozenSentence } from '@/words/planChanges'
import { chaptersOf, type PlanChapter } from '@/words/planChapters'

const chaptersOfPart: Partial<Record<PlanPart, PlanChapter['key'][]>> = {
  nomination: ['nomination'],
  ballot: ['ballot', 'risk', 'list'],
  judging: ['selectionGroup', 'experts'],
}

interface UnlessFrozenProps {
  /** Null: a new campaign, in which nothing is frozen. */
  campaign: Campaign | null
  part: PlanPart
  children: ReactNode
}

/** The fields of a part; once it is frozen, what it says, why it cannot be changed and since when. */
export const UnlessFrozen = ({ campaign, part, children }: UnlessFrozenProps) => {
  const frozen = campaign?.frozen.find((one) => one.part === part)
  if (!campaign || !frozen) return children
  const keys = chaptersOfPart[part] ?? []
  return (
    <>
      <Notice kind="information" title="这一部分已经定下来">
        {frozenSentence(frozen)}
      </Notice>
      {chaptersOf(campaign)
        .filter(({ key }) => keys.includes(key))
        .map(({ key, title, sentences }) => (
          <Card key={key} title={title}>
            <Sentences sentences={sentences} />
          </Card>
        ))}
    </>
  )
}
