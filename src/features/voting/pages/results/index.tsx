import { placeName } from '@contract/places/names'
import type { ListEntry, Results } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { BigNumber } from '@/components/bigNumber'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Page } from '@/components/page'
import { RankRow } from '@/components/rankRow'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { tieBreakWords } from '@/words/campaigns'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'

const Places = ({
  title,
  entries,
  campaignId,
}: {
  title: string
  entries: ListEntry[]
  campaignId: string
}) =>
  entries.length > 0 ? (
    <Card title={title}>
      {entries.map((entry) => (
        <RankRow
          key={entry.candidateId}
          rank={entry.rank}
          name={entry.name}
          place={placeName(entry.districtCode)}
          votes={entry.votes}
          note={entry.decidedBy ? `票数相同，${tieBreakWords[entry.decidedBy]}` : null}
          onPress={() => open(routes.candidate(campaignId, entry.candidateId))}
        />
      ))}
    </Card>
  ) : null

const HowCounted = ({ results }: { results: Results }) => (
  <Card title="怎样计票">
    <View>
      每张选票都重新清点过，清点结果与计票一致后才公布。票数相同时，
      {results.tieBreaks.map((tieBreak) => tieBreakWords[tieBreak]).join('，再')}。
    </View>
    <KeyValue
      rows={[
        { key: '公布时间', value: momentWords(results.publishedAt) },
        { key: '规则校验码', value: results.rulesHash },
      ]}
    />
    <Button kind="secondary" icon="count" onPress={() => open(routes.publicCount(results.campaignId))}>
      自己数一遍
    </Button>
    <Button kind="secondary" icon="receipt" onPress={() => open(routes.checkReceipt)}>
      查一张选票有没有计入
    </Button>
  </Card>
)

const List = ({ results }: { results: Results }) => (
  <>
    <Card title={results.campaignName}>
      <BigNumber value={numberWords(results.ballots)} unit="张" caption="清点的有效选票" />
    </Card>
    <Places
      title={`候选名单（前 ${results.listSize} 名）`}
      entries={results.entries.filter(({ isListed }) => isListed)}
      campaignId={results.campaignId}
    />
    <Places
      title="没有进入名单"
      entries={results.entries.filter(({ isListed }) => !isListed)}
      campaignId={results.campaignId}
    />
    <HowCounted results={results} />
  </>
)

export default function ResultsPage() {
  const { campaignId = '' } = useRouter().params
  const results = useAnswer(campaignId, () => call('voting', 'getResults', { campaignId }))
  useRefreshOnPull(results.refresh)
  const { state } = results
  const isTooEarly = state.status === 'failed' && state.error.code === 'results_not_published'
  return (
    <Page title="投票结果">
      {isTooEarly ? (
        <EmptyState
          icon="result"
          reason="结果还没有公布。投票结束、选票清点和确认之后，会在这里公布。"
          way={{ text: '查看这次活动', onPress: () => replaceBy(routes.campaign(campaignId)) }}
        />
      ) : (
        <Answered answer={results} skeleton={<Skeleton shape="row" count={5} />}>
          {(value) => <List results={value} />}
        </Answered>
      )}
    </Page>
  )
}
