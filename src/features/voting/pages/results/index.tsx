import type { ListEntry, Results } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
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
import { decidedWords, originWords, worthWords } from '@/words/listEntries'
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
          place={originWords(entry)}
          votes={worthWords(entry)}
          note={decidedWords(entry)}
          onPress={() => open(routes.candidate(campaignId, entry.candidateId))}
        />
      ))}
    </Card>
  ) : null

/** Ballots that do not count; why stands where everyone can count again. */
const leftOut = ({ struck, notCounted }: Results['counts']) => [
  ...(struck > 0 ? [{ key: '剔除的选票', value: `${numberWords(struck)} 张，原因在“自己数一遍”里` }] : []),
  ...(notCounted > 0 ? [{ key: '按规则不计的', value: `${numberWords(notCounted)} 张` }] : []),
]

const HowCounted = ({ results }: { results: Results }) => (
  <Card title="怎样计票">
    <View>
      每张选票都重新清点过，清点结果与计票一致后才公布。
      {results.formula.scores > 0
        ? `总分里投票占 ${results.formula.votes}%，工作小组评分占 ${results.formula.scores}%。总分相同时，`
        : '票数相同时，'}
      {results.tieBreaks.map((tieBreak) => tieBreakWords[tieBreak]).join('，再')}。
    </View>
    <KeyValue
      rows={[
        ...leftOut(results.counts),
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

interface ListProps {
  results: Results
  entries: ListEntry[]
  more: ReactNode
}

const List = ({ results, entries, more }: ListProps) => (
  <>
    <Card title={results.campaignName}>
      <BigNumber value={numberWords(results.ballots)} unit="张" caption="清点的有效选票" />
    </Card>
    <Places
      title={`候选名单（前 ${results.listSize} 名）`}
      entries={entries.filter(({ isListed }) => isListed)}
      campaignId={results.campaignId}
    />
    <Places
      title="没有进入名单"
      entries={entries.filter(({ isListed }) => !isListed)}
      campaignId={results.campaignId}
    />
    {more}
    <HowCounted results={results} />
  </>
)

export default function ResultsPage() {
  const { campaignId = '' } = useRouter().params
  const results = usePages(campaignId, {
    ask: (after: number | undefined) => call('voting', 'getResults', { campaignId, after }),
    read: ({ entries, next }) => ({ items: entries, next }),
  })
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
          {(value) => (
            <List
              results={value}
              entries={results.items}
              more={
                results.hasMore ? (
                  <Button kind="quiet" isLoading={results.isLoadingMore} onPress={results.loadMore}>
                    再看一些
                  </Button>
                ) : null
              }
            />
          )}
        </Answered>
      )}
    </Page>
  )
}
