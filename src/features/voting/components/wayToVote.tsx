import type { VotingRules } from '@contract/campaigns'
import { Button } from '@/components/button'
import { open, routes } from '@/routes'
import { useDraft } from '../draft'

interface WayToVoteProps {
  campaignId: string
  choices: VotingRules['choices']
}

/** The page's one primary button, for who may vote. */
export const WayToVote = ({ campaignId, choices }: WayToVoteProps) => {
  const draft = useDraft(campaignId)
  return (
    <Button icon="vote" onPress={() => open(routes.ballot(campaignId))}>
      {draft.choices.length > 0
        ? `核对选票（已选 ${draft.choices.length} 个）`
        : `填写选票（最多 ${choices.max} 个）`}
    </Button>
  )
}
