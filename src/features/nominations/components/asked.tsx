import type { NominationPlan } from '@contract/campaigns'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { momentWords, timeLeft } from '@/words/moments'
import { nominationSentences } from '@/words/plan'

interface Window {
  opensAt: number
  closesAt: number
}

type Opening = 'notOpen' | 'open' | 'closed'

export const openingOf = ({ opensAt, closesAt }: Window, now: number): Opening => {
  if (now < opensAt) return 'notOpen'
  return now < closesAt ? 'open' : 'closed'
}

const badges = {
  notOpen: { tone: 'plain', text: '申报还没开始' },
  open: { tone: 'done', text: '正在申报' },
  closed: { tone: 'plain', text: '申报已结束' },
} as const

const leftWords = ({ closesAt }: Window, now: number): string => {
  const { value, unit } = timeLeft(closesAt, now)
  return `还剩 ${value} ${unit}`
}

interface AskedProps {
  campaign: Campaign
  window: Window
}

/** Which campaign, and until when. */
export const AskedHead = ({ campaign, window }: AskedProps) => {
  const opening = openingOf(window, campaign.now)
  return (
    <Card>
      <Badge {...badges[opening]} />
      <View className="nominationHead__name">{campaign.name}</View>
      <View className="nominationHead__line">
        {momentWords(window.opensAt)} 至 {momentWords(window.closesAt)}
      </View>
      {opening === 'open' ? (
        <View className="nominationHead__time">{leftWords(window, campaign.now)}</View>
      ) : null}
    </Card>
  )
}

/** What must be known before beginning: who may take part, and what is asked. */
export const Asked = ({ campaign, plan }: { campaign: Campaign; plan: NominationPlan }) => (
  <>
    <Card title="参选条件">
      <View className="asked__sentence">{campaign.eligibility}</View>
    </Card>
    <Card title="要准备什么">
      {nominationSentences(plan, campaign.kind).map((sentence) => (
        <View key={sentence} className="asked__sentence">
          {sentence}
        </View>
      ))}
      <View className="asked__sentence">可以分几次写：写到哪里，就保存到哪里。</View>
    </Card>
  </>
)
