import type { CampaignSummary, MyVote, Receipt, VotingState } from '@contract/voting'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { CampaignCard } from '@/components/campaignCard'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { refreshUnread, unreadWords, useUnread } from '@/messages/unread'
import { open, openTab, routes } from '@/routes'
import { isNominating } from '@/words/campaigns'
import { fullDayWords } from '@/words/moments'
import { NextActivity } from './nextActivity'
import { ReportCard } from './reportCard'

/** What concerns a citizen most comes first; taking nominations right after voting. */
const IMPORTANCE: Record<VotingState, number> = {
  open: 0,
  settling: 2,
  closed: 3,
  published: 4,
  notOpen: 5,
  none: 6,
}
const NOMINATING = 1

const importanceOf = (campaign: CampaignSummary, now: number): number =>
  isNominating(campaign, now) && campaign.votingState !== 'open'
    ? NOMINATING
    : IMPORTANCE[campaign.votingState]

const mostImportant = (campaigns: CampaignSummary[], now: number): CampaignSummary | undefined =>
  [...campaigns].sort((a, b) => importanceOf(a, now) - importanceOf(b, now))[0]

const WayOn = ({ campaign, myVote }: { campaign: CampaignSummary; myVote: MyVote | null }) => {
  const { campaignId, votingState } = campaign
  if (votingState === 'published')
    return (
      <Button icon="result" onPress={() => open(routes.results(campaignId))}>
        查看结果
      </Button>
    )
  const receipt = myVote && !myVote.mayVote && 'receipt' in myVote ? myVote.receipt : null
  if (receipt)
    return (
      <Button kind="secondary" icon="receipt" onPress={() => open(routes.receipt(campaignId))}>
        你已投票，查看凭证
      </Button>
    )
  return (
    <Button
      kind={votingState === 'open' ? 'primary' : 'secondary'}
      icon={votingState === 'open' ? 'vote' : undefined}
      onPress={() => open(routes.campaign(campaignId))}
    >
      {votingState === 'open' ? '去投票' : '查看活动'}
    </Button>
  )
}

const useMyVote = (campaign: CampaignSummary) => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const { campaignId, votingState } = campaign
  const answer = useAnswer(isSignedIn && votingState !== 'none' ? `${owner}/${campaignId}` : null, () =>
    call('voting', 'getMyVote', { campaignId }),
  )
  return answer.state.status === 'ready' ? answer.state.value : null
}

const Foremost = ({ campaign, now }: { campaign: CampaignSummary; now: number }) => (
  <CampaignCard
    campaign={campaign}
    now={now}
    isLarge
    action={<WayOn campaign={campaign} myVote={useMyVote(campaign)} />}
  />
)

const Published = ({ campaigns }: { campaigns: CampaignSummary[] }) =>
  campaigns.length > 0 ? (
    <Card title="已公布的结果">
      {campaigns.map(({ campaignId, name }) => (
        <ListRow
          key={campaignId}
          icon="result"
          title={name}
          onPress={() => open(routes.results(campaignId))}
        />
      ))}
    </Card>
  ) : null

const MyReceipts = ({ receipts }: { receipts: Receipt[] }) =>
  receipts.length > 0 ? (
    <Card title="我的投票凭证">
      {receipts.slice(0, 3).map(({ trackingCode, campaignId, campaignName, castAt }) => (
        <ListRow
          key={trackingCode}
          icon="receipt"
          title={campaignName}
          line={`${fullDayWords(castAt)} 投票`}
          onPress={() => open(routes.receipt(campaignId))}
        />
      ))}
    </Card>
  ) : null

const Content = ({
  campaigns,
  now,
  receipts,
}: {
  campaigns: CampaignSummary[]
  now: number
  receipts: Receipt[]
}) => {
  const foremost = mostImportant(campaigns, now)
  if (!foremost)
    return (
      <>
        <ReportCard />
        <EmptyState icon="vote" reason="现在没有投票活动。有新的活动时会出现在这里。" />
      </>
    )
  return (
    <>
      <Foremost key={foremost.campaignId} campaign={foremost} now={now} />
      <ReportCard />
      <MyReceipts receipts={receipts} />
      <Published
        campaigns={campaigns.filter(
          (campaign) => campaign !== foremost && campaign.votingState === 'published',
        )}
      />
      {campaigns.length > 1 ? (
        <Button kind="quiet" onPress={() => openTab(routes.vote)}>
          全部投票活动
        </Button>
      ) : null}
    </>
  )
}

/** Told here too, since not everybody looks at the tabs. */
const Unread = () => {
  const unread = useUnread()
  return unread > 0 ? (
    <Card>
      <ListRow
        icon="notify"
        title={`你有 ${unreadWords(unread)} 条没看过的消息`}
        trailing={<Badge tone="information" icon="dot" text="未读" />}
        onPress={() => open(routes.inbox)}
      />
    </Card>
  ) : null
}

export default function HomePage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const campaigns = useAnswer('campaigns', () => call('voting', 'listCampaigns', {}))
  const receipts = useAnswer(isSignedIn ? `receipts/${owner}` : null, () =>
    call('voting', 'listMyReceipts', {}),
  )
  useRefreshOnPull(campaigns.refresh, receipts.refresh, refreshUnread)
  return (
    <Page title="共治" isTab>
      <Unread />
      <NextActivity />
      <Answered answer={campaigns} skeleton={<Skeleton shape="card" />}>
        {(value) => (
          <Content
            campaigns={value.campaigns}
            now={value.now}
            receipts={receipts.state.status === 'ready' ? receipts.state.value.receipts : []}
          />
        )}
      </Answered>
    </Page>
  )
}
