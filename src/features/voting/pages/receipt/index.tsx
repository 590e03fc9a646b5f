import type { Receipt } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, replaceBy, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { MyProofs } from '../../components/myProofs'
import { NextSteps } from '../../components/nextSteps'
import { ReceiptCard } from '../../components/receiptCard'
import { RemindMe } from '../../components/remindMe'

const Arrival = ({ arrival, receipt }: { arrival: string | undefined; receipt: Receipt }) => {
  if (arrival === 'cast')
    return (
      <Notice kind="success" title="投票成功">
        你的选票已经保存好，谢谢你。
      </Notice>
    )
  if (arrival === 'again')
    return (
      <Notice kind="information" title="你已经投过票">
        {momentWords(receipt.castAt)} 投的那张选票保存得好好的，不用再投。刚才选的没有提交。
      </Notice>
    )
  return null
}

const NoReceipt = ({ campaignId }: { campaignId: string }) => (
  <EmptyState
    icon="receipt"
    reason="这次活动你还没有投票，所以没有凭证"
    way={{ text: '去看这次活动', onPress: () => replaceBy(routes.campaign(campaignId)) }}
  />
)

export default function ReceiptPage() {
  const { campaignId = '', arrival } = useRouter().params
  const receipts = useAnswer('receipts', () => call('voting', 'listMyReceipts', {}))
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  useRefreshOnPull(receipts.refresh, campaign.refresh)
  const held = campaign.state.status === 'ready' ? campaign.state.value : null
  return (
    <Page title="投票凭证" footer={<Button onPress={() => openTab(routes.home)}>回到首页</Button>}>
      <Answered answer={receipts} skeleton={<Skeleton shape="card" />}>
        {(value) => {
          const receipt = value.receipts.find((one) => one.campaignId === campaignId)
          if (!receipt) return <NoReceipt campaignId={campaignId} />
          return (
            <>
              <Arrival arrival={arrival} receipt={receipt} />
              <ReceiptCard receipt={receipt} />
              {held?.votingState === 'published' ? <MyProofs campaignId={campaignId} /> : null}
              {held ? <NextSteps campaign={held} /> : null}
              {held?.votingState === 'published' ? (
                <Button kind="secondary" icon="result" onPress={() => open(routes.results(campaignId))}>
                  查看结果
                </Button>
              ) : (
                <RemindMe campaignId={campaignId} />
              )}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
