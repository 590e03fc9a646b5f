import type { CampaignSummary } from '@contract/voting'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Badge } from '@/components/badge'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { open, routes } from '@/routes'
import { campaignState, timeLines } from '@/words/campaigns'
import './index.scss'

interface CampaignCardProps {
  campaign: CampaignSummary
  /** The cloud's time. */
  now: number
  /** Large with its photograph for the one thing open now; a line among others otherwise. */
  isLarge?: boolean
  /** Below the card's words, pressable on its own. */
  action?: ReactNode
}

/** For screen readers: all the words of the card in their order, the name first. */
const wordsOf = (campaign: CampaignSummary, now: number): string =>
  [
    campaign.name,
    campaignState(campaign, now).text,
    ...(campaign.isDemo ? ['示例数据'] : []),
    ...timeLines(campaign, now),
  ].join(' ')

export const CampaignCard = ({ campaign, now, isLarge = false, action }: CampaignCardProps) => (
  <View className={`campaignCard ${isLarge ? 'campaignCard--large' : ''}`}>
    <Pressable
      className="campaignCard__main"
      label={wordsOf(campaign, now)}
      onPress={() => open(routes.campaign(campaign.campaignId))}
    >
      <View className="campaignCard__photo">
        <Photo
          url={campaign.coverUrl}
          description={`${campaign.name}的照片`}
          ratio={isLarge ? 'wide' : 'square'}
        />
      </View>
      <View className="campaignCard__words">
        <View className="campaignCard__name">{campaign.name}</View>
        <View className="campaignCard__badges">
          <Badge {...campaignState(campaign, now)} />
          {campaign.isDemo ? <Badge tone="plain" text="示例数据" /> : null}
        </View>
        <View
          className={`campaignCard__time ${campaign.votingState === 'open' ? 'campaignCard__time--open' : ''}`}
        >
          {timeLines(campaign, now).map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      </View>
    </Pressable>
    {action}
  </View>
)
