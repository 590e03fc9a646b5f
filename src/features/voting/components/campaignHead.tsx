import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { Photo } from '@/components/photo'
import { campaignState, timeLines } from '@/words/campaigns'
import { kindWords } from '@/words/kinds'
import { numberWords } from '@/words/numbers'
import { ballotSentences } from '@/words/plan'
import './campaignHead.scss'

/** One line, so that what is looked for is seen without scrolling. */
export const FoldedCampaignHead = ({ name }: Pick<Campaign, 'name'>) => (
  <View className="campaignHead__folded">{name}</View>
)

/** What is being chosen, by whom it is organised, and how long there is still time. */
export const CampaignHead = ({ campaign }: { campaign: Campaign }) => (
  <Card>
    {campaign.coverUrl ? <Photo url={campaign.coverUrl} description={`${campaign.name}的照片`} /> : null}
    <View className="campaignHead__badges">
      <Badge {...campaignState(campaign, campaign.now)} />
      {campaign.isDemo ? <Badge tone="plain" text="示例数据" /> : null}
    </View>
    <View className="campaignHead__name">{campaign.name}</View>
    <View
      className={`campaignHead__time ${campaign.votingState === 'open' ? 'campaignHead__time--open' : ''}`}
    >
      {timeLines(campaign, campaign.now).map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
    <View className="campaignHead__line">
      {campaign.organiser} · {numberWords(campaign.candidateCount)} 个{kindWords[campaign.kind].candidate}
    </View>
    {campaign.hasVoting ? (
      <View className="campaignHead__line">{ballotSentences(campaign).slice(0, 2).join('')}</View>
    ) : null}
  </Card>
)
