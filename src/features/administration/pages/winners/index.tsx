import type { WinnersView } from '@contract/awards'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Skeleton } from '@/components/skeleton'
import { winnersStep } from '../../awardWords'
import { DocumentsCard } from '../../components/awards/documentsCard'
import { WinnersAction } from '../../components/awards/winnersAction'
import { WinnersCard } from '../../components/awards/winnersCard'
import { WinnersSteps } from '../../components/awards/winnersSteps'
import { Desk } from '../../components/desk'

const Content = ({ campaignId, winners }: { campaignId: string; winners: WinnersView | null }) => (
  <>
    <WinnersSteps winners={winners} />
    {winners ? <WinnersCard campaignId={campaignId} winners={winners} /> : null}
    <DocumentsCard campaignId={campaignId} isPublished={winners?.status === 'published'} />
  </>
)

/** From the result to the published winners. */
export default function WinnersPage() {
  const { campaignId = '' } = useRouter().params
  const answer = useAnswer(campaignId, () => call('awards', 'getWinners', { campaignId }))
  useRefreshOnPull(answer.refresh)
  const view = answer.state.status === 'ready' ? answer.state.value : null
  return (
    <Desk
      title="获评名单"
      current="campaigns"
      footer={
        view && winnersStep(view.winners) !== 'done' ? (
          <WinnersAction campaignId={campaignId} winners={view.winners} onDone={answer.refresh} />
        ) : null
      }
    >
      {() => (
        <Answered answer={answer} skeleton={<Skeleton shape="text" count={3} />}>
          {({ winners }) => <Content campaignId={campaignId} winners={winners} />}
        </Answered>
      )}
    </Desk>
  )
}
