import type { Grant } from '@contract/accounts'
import type { CampaignSummary } from '@contract/voting'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { stateWords } from '@/words/campaigns'
import { momentWords } from '@/words/moments'
import { Desk } from '../../components/desk'
import { rolesAt } from '../../workplace'

const AfterTheList = ({ campaignId }: { campaignId: string }) => (
  <>
    <ListRow
      icon="result"
      title="获评名单"
      line="确认、公布，材料汇编和结果表格"
      onPress={() => open(routes.winners(campaignId))}
    />
    <ListRow
      icon="building"
      title="优秀组织奖"
      line="逐项核对单位的条件，评定"
      onPress={() => open(routes.awardUnits({ campaignId }))}
    />
  </>
)

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
    {mayCount ? (
      <ListRow
        icon="rising"
        title="异常投票和选票处理"
        line="看异常提示，由两人剔除或计入选票"
        onPress={() => open(routes.trust(campaign.campaignId))}
      />
    ) : null}
    {mayCount ? (
      <ListRow
        icon="people"
        title="评审"
        line="工作小组评分，专家评审和擂台演讲"
        onPress={() => open(routes.judgingOf(campaign.campaignId))}
      />
    ) : null}
    {mayCount ? <AfterTheList campaignId={campaign.campaignId} /> : null}
    <ListRow
      icon="edit"
      title="候选组织的文字"
      line="修改介绍和工作实绩"
      onPress={() => open(routes.candidatesOf(campaign.campaignId))}
    />
  </Card>
)

const Campaigns = ({ grants }: { grants: Grant[] }) => {
  const book = usePages('campaigns', {
    ask: (after: string | undefined) => call('voting', 'listCampaigns', { after }),
    read: ({ campaigns, next }) => ({ items: campaigns, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <>
      <Answered answer={book} skeleton={<Skeleton shape="text" count={2} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="vote" reason="还没有投票活动" />
          ) : (
            book.items.map((campaign) => (
              <CampaignWork
                key={campaign.campaignId}
                campaign={campaign}
                mayCount={rolesAt(grants, campaign.cityCode).includes('administrator')}
              />
            ))
          )
        }
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </>
  )
}

export default function CampaignsPage() {
  return (
    <Desk title="投票活动" current="campaigns">
      {({ grants }) => <Campaigns grants={grants} />}
    </Desk>
  )
}
