import type { CampaignSummary, VotingState } from '@contract/voting'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { CampaignCard } from '@/components/campaignCard'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import './index.scss'

const SECTIONS: { title: string; states: VotingState[] }[] = [
  { title: '正在投票', states: ['open'] },
  { title: '即将开始', states: ['notOpen'] },
  { title: '不设投票的活动', states: ['none'] },
  { title: '已经结束', states: ['settling', 'closed', 'published'] },
]

const Section = ({ title, campaigns, now }: { title: string; campaigns: CampaignSummary[]; now: number }) =>
  campaigns.length > 0 ? (
    <View className="vote__section">
      <View className="vote__title">{title}</View>
      {campaigns.map((campaign) => (
        <CampaignCard key={campaign.campaignId} campaign={campaign} now={now} />
      ))}
    </View>
  ) : null

const useCampaigns = () =>
  usePages('campaigns', {
    ask: (after: string | undefined) => call('voting', 'listCampaigns', { after }),
    read: ({ campaigns, next }) => ({ items: campaigns, next }),
  })

export default function VotePage() {
  const book = useCampaigns()
  useRefreshOnPull(book.refresh)
  return (
    <Page title="投票" isTab>
      <Answered answer={book} skeleton={<Skeleton shape="row" count={3} />}>
        {({ now }) =>
          book.items.length === 0 ? (
            <EmptyState icon="vote" reason="还没有投票活动。有新的活动时会出现在这里。" />
          ) : (
            SECTIONS.map(({ title, states }) => (
              <Section
                key={title}
                title={title}
                campaigns={book.items.filter(({ votingState }) => states.includes(votingState))}
                now={now}
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
      <Button kind="quiet" icon="receipt" onPress={() => open(routes.checkReceipt)}>
        查验投票凭证
      </Button>
    </Page>
  )
}
