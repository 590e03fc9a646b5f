import type { Nomination } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { channelName } from '@/words/kinds'
import { momentWords } from '@/words/moments'
import { nominationStateWords } from '@/words/nominations'
import { reviewerWords } from '../words'

interface NominationHeadProps {
  nomination: Nomination
  campaign: Campaign
}

/** Until when it can be handed in. What was returned can be corrected as long as it can still be put forward. */
const deadlineWords = ({ state }: Nomination, campaign: Campaign): string => {
  const { nominationClosesAt, hasVoting, votingOpensAt } = campaign
  const closesAt = nominationClosesAt ?? 0
  if (state !== 'returned') return `${momentWords(closesAt)} 前提交`
  return hasVoting
    ? `改好后再提交，最晚 ${momentWords(Math.max(closesAt, votingOpensAt))}`
    : '改好后请尽快再提交'
}

/** Which campaign it is for, by which way, how it stands, and until when. */
export const NominationHead = ({ nomination, campaign }: NominationHeadProps) => (
  <Card>
    <Badge {...nominationStateWords[nomination.state]} />
    <View className="nominationHead__name">{campaign.name}</View>
    <View className="nominationHead__line">
      {channelName(nomination.channel, campaign.kind)} · 由{reviewerWords(nomination, campaign)}初审
    </View>
    {nomination.mayEdit ? (
      <View className="nominationHead__line">{deadlineWords(nomination, campaign)}</View>
    ) : null}
  </Card>
)
