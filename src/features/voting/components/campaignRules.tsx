import type { Stage } from '@contract/campaigns'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { spanWords } from '@/words/moments'
import { ruleSentences } from '../words'
import './campaignRules.scss'

const stateOf = ({ opensAt, closesAt }: Stage, now: number): TimelineStep['state'] => {
  if (now >= closesAt) return 'done'
  return now >= opensAt ? 'now' : 'next'
}

const asSteps = (stages: Stage[], now: number): TimelineStep[] =>
  stages.map((stage) => ({
    key: stage.kind,
    name: stage.name,
    time: spanWords(stage.opensAt, stage.closesAt),
    state: stateOf(stage, now),
  }))

const Sentences = ({ sentences }: { sentences: string[] }) =>
  sentences.map((sentence) => (
    <View key={sentence} className="campaignRules__sentence">
      {sentence}
    </View>
  ))

const Sources = ({ campaign }: { campaign: Campaign }) => (
  <Card title="依据">
    <View>{campaign.basis}</View>
    {campaign.rulesHash ? (
      <View className="campaignRules__source words-break">
        投票规则第 {campaign.rulesVersion} 版，第一张选票投出后不能再改。校验码 {campaign.rulesHash}
      </View>
    ) : null}
  </Card>
)

/** How to vote, in sentences; the stages; and what all of it rests on. */
export const CampaignRules = ({ campaign }: { campaign: Campaign }) => (
  <>
    <Card title="怎么投票">
      <Sentences sentences={ruleSentences(campaign.rules)} />
    </Card>
    <Card title="活动安排">
      <Timeline steps={asSteps(campaign.stages, campaign.now)} />
    </Card>
    <Card title="活动介绍">
      <Sentences sentences={[campaign.introduction]} />
    </Card>
    <Card title="参选条件和评选标准">
      <Sentences sentences={[campaign.eligibility, ...campaign.criteria]} />
    </Card>
    <Sources campaign={campaign} />
  </>
)
