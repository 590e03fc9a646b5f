import type { Campaign, Stage } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
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

const Background = ({ campaign }: { campaign: Campaign }) => (
  <>
    <View className="campaignRules__heading">参选条件</View>
    <Sentences sentences={[campaign.eligibility]} />
    {campaign.criteria.length > 0 ? <View className="campaignRules__heading">评选标准</View> : null}
    <Sentences sentences={campaign.criteria} />
    <View className="campaignRules__source">依据：{campaign.basis}</View>
    {campaign.rulesHash ? (
      <View className="campaignRules__source words-break">
        规则第 {campaign.rulesVersion} 版已固定，校验码 {campaign.rulesHash}
      </View>
    ) : null}
  </>
)

/** How to vote, in sentences; the stages; and, for who wants to know, what all of it rests on. */
export const CampaignRules = ({ campaign }: { campaign: Campaign }) => {
  const [isLong, setIsLong] = useState(false)
  return (
    <>
      <Card title="怎么投票">
        <Sentences sentences={ruleSentences(campaign.rules)} />
        {isLong ? <Background campaign={campaign} /> : null}
        <Button kind="quiet" onPress={() => setIsLong(!isLong)}>
          {isLong ? '收起' : '参选条件和评选标准'}
        </Button>
      </Card>
      <Card title="活动安排">
        <Timeline steps={asSteps(campaign.stages, campaign.now)} />
      </Card>
    </>
  )
}
