import type { Stage } from '@contract/campaigns'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { dayWords, distantDayWords } from '@/words/moments'

const stateOf = ({ opensAt, closesAt }: Stage, now: number): TimelineStep['state'] => {
  if (now >= closesAt) return 'done'
  return now >= opensAt ? 'now' : 'next'
}

interface CampaignTimelineProps {
  stages: Stage[]
  /** The cloud's time. */
  now: number
}

/** The stages of a campaign, and which one it is in. */
export const CampaignTimeline = ({ stages, now }: CampaignTimelineProps) => (
  <Timeline
    steps={stages.map((stage) => ({
      key: `${stage.kind}-${stage.opensAt}`,
      name: stage.name,
      time: `${distantDayWords(stage.opensAt, now)} – ${dayWords(stage.closesAt - 1)}`,
      state: stateOf(stage, now),
    }))}
  />
)
