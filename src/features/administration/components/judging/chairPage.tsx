import type { ChairView } from '@contract/judging'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DocumentButton } from '@/components/documentButton'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { droppingWords, sessionStateWords } from '@/words/judging'
import { momentWords } from '@/words/moments'
import type { ChairProps } from './act'
import { Course } from './course'
import { EntryTable } from './entryTable'
import { Live } from './live'
import { Panel } from './panel'
import { ResultTable } from './resultTable'
import './chairPage.scss'
import './chairPageDesk.scss'

const Head = ({ view: { name, campaignName, state, startsAt, plan } }: { view: ChairView }) => (
  <Card title={name}>
    <Badge {...sessionStateWords[state]} />
    <KeyValue
      rows={[
        { key: '活动', value: campaignName },
        { key: '开始时间', value: momentWords(startsAt) },
        {
          key: '评分标准',
          value: plan.criteria.map(({ name, points }) => `${name} ${points} 分`).join('，'),
        },
        { key: '计分方法', value: droppingWords(plan) },
      ]}
    />
  </Card>
)

const Lots = ({ draw }: Pick<ChairView, 'draw'>) =>
  draw ? (
    <Card title="抽签">
      <KeyValue
        rows={[
          { key: '承诺', value: draw.commitment },
          { key: '种子', value: draw.seed ?? '抽签时公布' },
        ]}
      />
    </Card>
  ) : null

/** What the panel reads: every entry, and what the public says of it. */
const PanelFile = ({ sessionId }: Pick<ChairView, 'sessionId'>) => (
  <DocumentButton
    words="下载评审材料"
    make={(requestId) => call('judging', 'printPanelFile', { sessionId }, { requestId })}
  />
)

interface ChairPageProps extends ChairProps {
  /** False: what is shown may be out of date. */
  isConnected: boolean
  onHall: () => void
}

/** What the chair works on now. */
const Main = ({ view, onDone, onHall }: Omit<ChairPageProps, 'isConnected'>) => {
  if (view.state === 'preparing') return <Panel view={view} onDone={onDone} />
  if (view.results) return <ResultTable view={view} results={view.results} />
  return (
    <>
      {view.state === 'open' ? (
        <Card>
          <Live view={view} />
          <Button kind="quiet" icon="expand" onPress={onHall}>
            大屏显示
          </Button>
        </Card>
      ) : null}
      <EntryTable view={view} onDone={onDone} />
    </>
  )
}

/** At a desk what goes on stands left and wide, what is settled right; on the phone one under the other. */
export const ChairPage = ({ view, isConnected, onDone, onHall }: ChairPageProps) => (
  <>
    {isConnected ? null : (
      <Notice kind="warning" title="现在没有连上网络">
        下面可能不是最新的情况。评委的评分没有丢，连上以后会出现。
      </Notice>
    )}
    <View className="chairPage">
      <View className="chairPage__main">
        <Main view={view} onDone={onDone} onHall={onHall} />
      </View>
      <View className="chairPage__side">
        <Course view={view} />
        {view.state === 'preparing' ? null : <Panel view={view} onDone={onDone} />}
        <Head view={view} />
        {view.entries.length > 0 ? <PanelFile sessionId={view.sessionId} /> : null}
        {view.kind === 'experts' ? <Lots draw={view.draw} /> : null}
      </View>
    </View>
  </>
)
