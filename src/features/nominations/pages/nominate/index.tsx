import type { NominationSummary } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { type Answer, useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, routes } from '@/routes'
import { Asked, AskedHead, openingOf } from '../../components/asked'
import { MyNominations } from '../../components/myNominations'
import { Start } from '../../components/start'
import '../../nominations.scss'

type Mine = Answer<{ nominations: NominationSummary[] }>

const useMine = (campaignId: string | undefined): Mine => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return useAnswer(isSignedIn ? `${owner}/${campaignId}` : null, () =>
    call('nominations', 'listMyNominations', { campaignId }),
  )
}

const SignIn = () => (
  <Button kind="secondary" icon="person" onPress={() => openTab(routes.mine)}>
    登录后可以申报
  </Button>
)

const Forwarded = ({ campaignId }: { campaignId: string }) => (
  <Card>
    <ListRow
      icon="list"
      title="各区推荐的名单"
      line="看看各区已经推荐了谁"
      onPress={() => open(routes.forwarded(campaignId))}
    />
  </Card>
)

/** What one has begun comes first, then the way to begin, then what is asked. */
const OfCampaign = ({ campaign, mine }: { campaign: Campaign; mine: Mine }) => {
  const isSignedIn = useIsSignedIn()
  const { nomination: plan, nominationOpensAt, nominationClosesAt } = campaign
  if (plan === null || nominationOpensAt === null || nominationClosesAt === null)
    return <EmptyState icon="document" reason="这个活动不接受申报，候选由主办单位登记。" />
  const window = { opensAt: nominationOpensAt, closesAt: nominationClosesAt }
  const begun = mine.state.status === 'ready' ? mine.state.value.nominations : []
  const isOpen = openingOf(window, campaign.now) === 'open'
  // Drafts come first, so the way to begin waits for them: it must not jump down under a finger.
  const isAsking = isSignedIn && mine.state.status === 'loading'
  return (
    <>
      <AskedHead campaign={campaign} window={window} />
      {begun.length > 0 ? <MyNominations nominations={begun} /> : null}
      {isOpen && !isSignedIn ? <SignIn /> : null}
      {isAsking ? <Skeleton shape="text" count={2} /> : null}
      {isOpen && isSignedIn && !isAsking ? (
        <Start campaign={campaign} plan={plan} hasBegun={begun.length > 0} />
      ) : null}
      <Asked campaign={campaign} plan={plan} />
      <Forwarded campaignId={campaign.campaignId} />
    </>
  )
}

const CampaignContent = ({ campaignId }: { campaignId: string }) => {
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  const mine = useMine(campaignId)
  useRefreshOnPull(campaign.refresh, mine.refresh)
  return (
    <Answered answer={campaign} skeleton={<Skeleton shape="text" count={3} />}>
      {(value) => <OfCampaign campaign={value} mine={mine} />}
    </Answered>
  )
}

/** All that this person has begun, of every campaign. */
const AllContent = () => {
  const isSignedIn = useIsSignedIn()
  const mine = useMine(undefined)
  useRefreshOnPull(mine.refresh)
  if (!isSignedIn) return <SignIn />
  return (
    <Answered answer={mine} skeleton={<Skeleton shape="row" count={3} />}>
      {({ nominations }) =>
        nominations.length === 0 ? (
          <EmptyState
            icon="document"
            reason="你还没有申报过。活动接受申报时，可以从活动页开始。"
            way={{ text: '看看有哪些活动', onPress: () => openTab(routes.vote) }}
          />
        ) : (
          <MyNominations nominations={nominations} showsCampaign />
        )
      }
    </Answered>
  )
}

export default function NominatePage() {
  const { campaignId } = useRouter().params
  return (
    <Page title={campaignId ? '申报' : '我的申报'}>
      {campaignId ? <CampaignContent campaignId={campaignId} /> : <AllContent />}
    </Page>
  )
}
