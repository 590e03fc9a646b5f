import type { Stage } from '@contract/campaigns'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { fullDayWords, spanWords } from '@/words/moments'

const stateOf = ({ opensAt, closesAt }: Stage, now: number): TimelineStep['state'] => {
  if (now >= closesAt) return 'done'
  return now >= opensAt ? 'now' : 'next'
}

const yearOf = (time: number) => fullDayWords(time).slice(0, '2026年'.length)

/** Only where it is not this year. */
const yearWords = ({ opensAt }: Stage, now: number): string =>
  yearOf(opensAt) === yearOf(now) ? '' : yearOf(opensAt)

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
      time: yearWords(stage, now) + spanWords(stage.opensAt, stage.closesAt),
      state: stateOf(stage, now),
    }))}
  />
)
