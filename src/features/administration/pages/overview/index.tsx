import type { Grant } from '@contract/accounts'
import { placeName } from '@contract/places/names'
import type { CampaignSummary } from '@contract/voting'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, routes } from '@/routes'
import { stateWords } from '@/words/campaigns'
import { momentWords } from '@/words/moments'
import { roleWords } from '@/words/roles'

const CampaignWork = ({ campaign, mayCount }: { campaign: CampaignSummary; mayCount: boolean }) => (
  <Card title={campaign.name}>
    <Badge {...stateWords[campaign.votingState]} />
    <KeyValue
      rows={[
        { key: '投票开始', value: momentWords(campaign.votingOpensAt) },
        { key: '投票结束', value: momentWords(campaign.votingClosesAt) },
      ]}
    />
    {mayCount ? (
      <ListRow
        icon="count"
        title="计票和候选名单"
        line="结束投票、清点、确认、公布"
        onPress={() => open(routes.count(campaign.campaignId))}
      />
    ) : null}
    <ListRow
      icon="edit"
      title="候选组织的文字"
      line="修改介绍和工作实绩"
      onPress={() => open(routes.candidatesOf(campaign.campaignId))}
    />
  </Card>
)

const Roles = ({ grants }: { grants: Grant[] }) => (
  <Notice kind="information" title="你的身份">
    {grants.map(({ role, placeCode }) => `${placeName(placeCode)}${roleWords[role]}`).join('、')}
    。你做的每一步都有记录。
  </Notice>
)

const Work = ({ grants, campaigns }: { grants: Grant[]; campaigns: CampaignSummary[] }) => {
  const administrator = grants.find(({ role }) => role === 'administrator')
  return (
    <>
      <Roles grants={grants} />
      {campaigns.map((campaign) => (
        <CampaignWork key={campaign.campaignId} campaign={campaign} mayCount={administrator !== undefined} />
      ))}
      {administrator ? (
        <Card>
          <ListRow
            icon="document"
            title="工作记录"
            line="谁在什么时候做了什么"
            onPress={() => open(routes.auditTrail(administrator.placeCode))}
          />
        </Card>
      ) : null}
    </>
  )
}

export default function OverviewPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  const campaigns = useAnswer('campaigns', () => call('voting', 'listCampaigns', {}))
  useRefreshOnPull(me.refresh, campaigns.refresh)
  const mayWork = me.state.status !== 'ready' || me.state.value.grants.length > 0
  return (
    <Page title="投票管理">
      {isSignedIn && mayWork ? (
        <Answered answer={me} skeleton={<Skeleton shape="text" />}>
          {({ grants }) => (
            <Answered answer={campaigns} skeleton={<Skeleton shape="text" count={2} />}>
              {(value) => <Work grants={grants} campaigns={value.campaigns} />}
            </Answered>
          )}
        </Answered>
      ) : (
        <EmptyState
          icon="lock"
          reason="这里是工作人员用的，你的身份没有授权"
          way={{ text: '返回', onPress: goBack }}
        />
      )}
    </Page>
  )
}
