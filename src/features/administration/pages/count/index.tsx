import type { CountView } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { CountSteps } from '../../components/countSteps'
import { Desk } from '../../components/desk'
import { ListCard } from '../../components/listCard'
import { RecountCard } from '../../components/recountCard'
import { StepAction } from '../../components/stepAction'
import { TrustCard } from '../../components/trust/trustCard'
import { nextStep } from '../../steps'

const PreviewLink = ({ campaignId }: { campaignId: string }) => (
  <Card>
    <ListRow
      icon="count"
      title="换一种算法看看"
      line="只试算，不改动任何数据"
      onPress={() => open(routes.previewList(campaignId))}
    />
  </Card>
)

const Content = ({ campaignId, view }: { campaignId: string; view: CountView }) => (
  <>
    <CountSteps view={view} />
    <RecountCard view={view} />
    <TrustCard campaignId={campaignId} counts={view.counts} />
    {view.list ? <ListCard list={view.list} /> : null}
    {view.recount?.finishedAt ? <PreviewLink campaignId={campaignId} /> : null}
  </>
)

export default function CountPage() {
  const { campaignId = '' } = useRouter().params
  const count = useAnswer(campaignId, () => call('voting', 'getCount', { campaignId }))
  useRefreshOnPull(count.refresh)
  const view = count.state.status === 'ready' ? count.state.value : null
  const step = view && nextStep(view)
  return (
    <Desk
      title="计票和候选名单"
      current="campaigns"
      footer={
        view && step && step !== 'done' ? (
          <StepAction campaignId={campaignId} view={view} onDone={count.refresh} />
        ) : null
      }
    >
      {() => (
        <Answered answer={count} skeleton={<Skeleton shape="text" count={3} />}>
          {(value) => <Content campaignId={campaignId} view={value} />}
        </Answered>
      )}
    </Desk>
  )
}
