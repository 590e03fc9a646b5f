import type { Showcase } from '@contract/awards'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { PlaceName } from '@/components/placeName'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { fullDayWords } from '@/words/moments'
import { WinnerCard } from '../../components/winnerCard'
import { shareCard } from '../../shareCard'

const Head = ({ showcase }: { showcase: Showcase }) => (
  <Card>
    {showcase.isDemo ? <Badge tone="plain" text="示例数据" /> : null}
    <View className="showcaseHead__name">{showcase.campaignName}</View>
    <View className="showcaseHead__line">
      获评 {showcase.winners.length} 个{kindWords[showcase.kind].entry}，{showcase.organiser}{' '}
      {fullDayWords(showcase.publishedAt)} 公布
    </View>
  </Card>
)

const Units = ({ units }: Pick<Showcase, 'units'>) =>
  units.length > 0 ? (
    <Card title="优秀组织奖">
      {units.map(({ unitId, name, placeCode }) => (
        <ListRow key={unitId} icon="building" title={name} trailing={<PlaceName code={placeCode} />} />
      ))}
    </Card>
  ) : null

const Content = ({ showcase }: { showcase: Showcase }) => {
  const { campaignId, winners, units } = showcase
  return (
    <>
      <Head showcase={showcase} />
      {winners.map((winner) => (
        <WinnerCard
          key={winner.candidateId}
          winner={winner}
          onPress={() => open(routes.candidate(campaignId, winner.candidateId))}
        />
      ))}
      <Units units={units} />
      <Button kind="secondary" icon="information" onPress={() => open(routes.aboutCampaign(campaignId))}>
        怎样评出来的
      </Button>
    </>
  )
}

/** 成果展示: who has won, to look at and to pass on. */
export default function ShowcasePage() {
  const { campaignId = '' } = useRouter().params
  const showcase = useAnswer(campaignId, () => call('awards', 'getShowcase', { campaignId }))
  useRefreshOnPull(showcase.refresh)
  const { state } = showcase
  const card = shareCard(campaignId, state.status === 'ready' ? state.value : null)
  useShareAppMessage(() => card)
  useShareTimeline(() => ({ ...card, query: `campaignId=${campaignId}` }))
  const isTooEarly = state.status === 'failed' && state.error.code === 'winners_not_published'
  return (
    <Page title="成果展示">
      {isTooEarly ? (
        <EmptyState
          icon="result"
          reason="获评名单还没有公布。评审结束、名单确认之后，会在这里展示。"
          way={{ text: '查看这次活动', onPress: () => replaceBy(routes.campaign(campaignId)) }}
        />
      ) : (
        <Answered answer={showcase} skeleton={<Skeleton shape="card" count={2} />}>
          {(value) => <Content showcase={value} />}
        </Answered>
      )}
    </Page>
  )
}
