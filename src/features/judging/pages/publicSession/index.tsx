import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import type { CloudValue } from '@/cloud/services'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { entryWords, inOrder, memberKindWords, sessionStateWords } from '@/words/judging'
import { momentWords } from '@/words/moments'
import { DrawCard } from '../../components/drawCard'
import { PublicResults } from '../../components/publicResults'

type PublicSession = CloudValue<'judging', 'getPublicSession'>

const Head = ({ session: { name, state, startsAt } }: { session: PublicSession }) => (
  <Card title={name}>
    <Badge {...sessionStateWords[state]} />
    <View>{momentWords(startsAt)} 开始</View>
  </Card>
)

const Panel = ({ panel }: Pick<PublicSession, 'panel'>) =>
  panel.length === 0 ? null : (
    <Card title={`评委 ${panel.reduce((sum, { number }) => sum + number, 0)} 人`}>
      <KeyValue
        rows={panel.map(({ memberKind, number }) => ({
          key: memberKindWords[memberKind],
          value: `${number} 人`,
        }))}
      />
      <View>评委和参评方有关系的，要回避，不给它打分。</View>
    </Card>
  )

const Order = ({ campaignId, entries }: { campaignId: string; entries: PublicSession['entries'] }) =>
  entries.length === 0 ? null : (
    <Card title={entries.some(({ turn }) => turn === null) ? '参加演讲' : '演讲顺序'}>
      {inOrder(entries).map((entry) => (
        <ListRow
          key={entry.candidateId}
          title={entryWords(entry)}
          line={placeName(entry.districtCode)}
          onPress={() => open(routes.candidate(campaignId, entry.candidateId))}
        />
      ))}
    </Card>
  )

/** 专家评审，给所有人看. */
export default function PublicSessionPage() {
  const { campaignId = '' } = useRouter().params
  const answer = useAnswer(campaignId, () => call('judging', 'getPublicSession', { campaignId }))
  useRefreshOnPull(answer.refresh)
  const { state } = answer
  const isTooEarly = state.status === 'failed' && state.error.code === 'session_not_found'
  return (
    <Page title="专家评审">
      {isTooEarly ? (
        <EmptyState
          icon="calendar"
          reason="评审还没有安排。安排以后，这里公布时间、评委怎样组成和抽签的承诺。"
          way={{ text: '查看这次活动', onPress: () => replaceBy(routes.campaign(campaignId)) }}
        />
      ) : (
        <Answered answer={answer} skeleton={<Skeleton shape="row" count={5} />}>
          {(session) => (
            <>
              <Head session={session} />
              {session.results ? <PublicResults campaignId={campaignId} results={session.results} /> : null}
              <Panel panel={session.panel} />
              {session.draw ? <DrawCard draw={session.draw} entries={session.entries} /> : null}
              <Order campaignId={campaignId} entries={session.entries} />
            </>
          )}
        </Answered>
      )}
    </Page>
  )
}
