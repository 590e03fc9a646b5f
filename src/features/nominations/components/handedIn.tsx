import { NOMINATION_REVIEW_TIME } from '@contract/limits'
import type { Nomination, NominationState } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DocumentButton } from '@/components/documentButton'
import { FilledForm } from '@/components/filledForm'
import { Notice } from '@/components/notice'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { open, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { momentWords } from '@/words/moments'
import { reviewerWords } from '../words'
import { NominationHead } from './nominationHead'
import { ReviewNotes } from './reviewNotes'
import { Withdraw } from './withdraw'

interface HandedInProps {
  nomination: Nomination
  campaign: Campaign
  onChanged: () => Promise<void>
}

const DAY = 24 * 3_600_000
const STEP_WORDS = { done: '已完成', now: '等待中', next: '还没到' }

/** How many of the steps lie behind it; null where it goes no further. */
const passed: Record<NominationState, number | null> = {
  draft: 0,
  submitted: 1,
  returned: 0,
  forwarded: 2,
  declined: null,
  admitted: 3,
  withdrawn: null,
}

const results: Record<NominationState, { kind: 'success' | 'information'; title: string; line: string }> = {
  draft: { kind: 'information', title: '申报时间已经结束', line: '这份草稿没有提交，不能再改。' },
  submitted: { kind: 'success', title: '推荐表已提交', line: '审核有了结果，会发消息告诉你。' },
  returned: { kind: 'information', title: '修改的时间已经过去', line: '这份申报退回修改后没有再提交。' },
  forwarded: { kind: 'success', title: '已推荐到市里', line: '通过了初审，等待列入选票。' },
  declined: { kind: 'information', title: '这次没有推荐', line: '审核意见在下面。谢谢你的申报。' },
  admitted: { kind: 'success', title: '已列入选票', line: '投票开始后，市民可以看到和投票。' },
  withdrawn: { kind: 'information', title: '已经撤回', line: '不再审核。申报时间内可以重新申报。' },
}

const reviewDays = Math.round(NOMINATION_REVIEW_TIME / DAY)

/** What happens next, and until when. */
const Next = ({ nomination, campaign }: Omit<HandedInProps, 'onChanged'>) => {
  const done = passed[nomination.state]
  if (done === null || done === 0) return null
  const { hasVoting, votingOpensAt } = campaign
  const until = hasVoting ? `最晚 ${momentWords(votingOpensAt)}，投票开始以前` : '申报结束以后'
  const stateAt = (index: number): TimelineStep['state'] => {
    if (index < done) return 'done'
    return index === done ? 'now' : 'next'
  }
  const steps = [
    { name: '提交', time: momentWords(nomination.submittedAt ?? nomination.savedAt) },
    {
      name: `${reviewerWords(nomination, campaign)}初审`,
      time: `一般 ${reviewDays} 天内看完，择优推荐到市里`,
    },
    { name: hasVoting ? '列入选票' : '列入候选', time: until },
  ]
  return (
    <Card title="接下来">
      <Timeline
        words={STEP_WORDS}
        steps={steps.map((step, index) => ({ ...step, key: step.name, state: stateAt(index) }))}
      />
    </Card>
  )
}

/** What has been handed in, or is over: what happened, what happens next, what one can do now. */
export const HandedIn = ({ nomination, campaign, onChanged }: HandedInProps) => {
  const { nominationId, state, mayWithdraw } = nomination
  const { kind, title, line } = results[state]
  return (
    <>
      <NominationHead nomination={nomination} campaign={campaign} />
      <Notice kind={kind} title={title}>
        {line}
      </Notice>
      <Next nomination={nomination} campaign={campaign} />
      <ReviewNotes reviews={nomination.reviews} />
      <FilledForm nomination={nomination} kind={campaign.kind} fields={campaign.nomination?.fields ?? []} />
      <DocumentButton
        words="下载推荐表（Word）"
        make={(requestId) => call('nominations', 'printMyNomination', { nominationId }, { requestId })}
      />
      <Button kind="secondary" onPress={() => open(routes.nominate(campaign.campaignId))}>
        这次活动的{kindWords[campaign.kind].entry}申报
      </Button>
      {mayWithdraw ? <Withdraw nomination={nomination} onDone={onChanged} /> : null}
    </>
  )
}
