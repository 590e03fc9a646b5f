import type { Campaign, VotingState } from '@contract/voting'
import { Card } from '@/components/card'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { momentWords } from '@/words/moments'

const WORDS = { done: '已完成', now: '等待中', next: '还没到' }

/** How many of the steps are behind us. */
const passed: Record<VotingState, number> = {
  none: 0,
  notOpen: 0,
  open: 1,
  settling: 2,
  closed: 2,
  published: 4,
}

const stateAt = (index: number, done: number): TimelineStep['state'] => {
  if (index < done) return 'done'
  return index === done ? 'now' : 'next'
}

/** What happens to my ballot, and when. */
export const NextSteps = ({ campaign }: { campaign: Campaign }) => {
  const done = passed[campaign.votingState]
  const steps = [
    { name: '选票保存', time: '你的选票已经保存' },
    { name: '投票结束', time: momentWords(campaign.votingClosesAt) },
    { name: '清点选票', time: '投票结束后，全部选票重新清点一遍' },
    { name: '公布候选名单', time: '清点一致、确认后公布' },
  ]
  return (
    <Card title="接下来">
      <Timeline
        words={WORDS}
        steps={steps.map((step, index) => ({ ...step, key: step.name, state: stateAt(index, done) }))}
      />
    </Card>
  )
}
