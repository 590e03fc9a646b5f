import type { Campaign, MyVote } from '@contract/voting'
import { useIsSignedIn } from '@/cloud/session'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { open, openTab, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { momentWords } from '@/words/moments'

type Refused = Extract<MyVote, { mayVote: false }>

const Voted = ({ vote }: { vote: Extract<Refused, { reason: 'alreadyVoted' }> }) => (
  <Notice kind="success" title="你已经投过票">
    {vote.nextAt
      ? `今天的选票已保存好，${momentWords(vote.nextAt)} 起可以再投。`
      : '你的选票已保存好，每人只投一次。'}
    <Button kind="secondary" icon="receipt" onPress={() => open(routes.receipt(vote.receipt.campaignId))}>
      查看我的凭证
    </Button>
  </Notice>
)

interface ClosedProps {
  campaign: Campaign
  vote: Extract<Refused, { reason: 'closed' }>
}

const Closed = ({ campaign: { campaignId, votingState }, vote: { receipt } }: ClosedProps) => {
  const isPublished = votingState === 'published'
  return (
    <Notice kind="information" title="投票已经结束">
      {isPublished ? '结果已经公布。' : '结果清点、确认后会在这里公布。'}
      {isPublished ? (
        <Button icon="result" onPress={() => open(routes.results(campaignId))}>
          查看结果
        </Button>
      ) : null}
      {receipt ? (
        <Button kind="secondary" icon="receipt" onPress={() => open(routes.receipt(campaignId))}>
          查看我的凭证
        </Button>
      ) : null}
    </Notice>
  )
}

const NobodyYet = ({ kind }: Pick<Campaign, 'kind'>) => (
  <Notice kind="information" title="先选择身份，再投票">
    {kindWords[kind].candidate}可以先看。
    <Button kind="secondary" icon="person" onPress={() => openTab(routes.mine)}>
      去“我的”选择身份
    </Button>
  </Notice>
)

/** Can I vote? Told before trying, with the reason and the way on. */
export const MyVoteNotice = ({ campaign, myVote }: { campaign: Campaign; myVote: MyVote | null }) => {
  const isSignedIn = useIsSignedIn()
  if (campaign.votingState === 'none') return null
  if (!isSignedIn) return <NobodyYet kind={campaign.kind} />
  if (myVote === null || myVote.mayVote) return null
  if (myVote.reason === 'alreadyVoted') return <Voted vote={myVote} />
  if (myVote.reason === 'closed') return <Closed campaign={campaign} vote={myVote} />
  if (myVote.reason === 'phoneNeeded')
    return (
      <Notice kind="warning" title="投票前请先验证手机号">
        这次投票一个手机号投一票。验证只要一步，手机号不会公开。
        <Button kind="secondary" icon="phone" onPress={() => open(routes.phone)}>
          验证手机号
        </Button>
      </Notice>
    )
  return (
    <Notice kind="information" title="投票还没开始">
      {momentWords(myVote.opensAt)} 开始。现在可以先了解{kindWords[campaign.kind].candidate}
      ，选好的会保存下来。
    </Notice>
  )
}
