import type { PublicCount } from '@contract/publicCount'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { HowToCount } from '../../components/howToCount'
import { PublicFiles } from '../../components/publicFiles'

const Counts = ({ count }: { count: PublicCount }) => (
  <Card title={count.campaignName}>
    <View>全部选票都在公开文件里，没有名字，也没有投票时间。任何人都可以下载，自己数一遍。</View>
    <KeyValue
      rows={[
        { key: '文件里的选票', value: `${numberWords(count.lines - 1)} 张` },
        { key: '计入票数', value: `${numberWords(count.counts.counted)} 张` },
        { key: '按规则不计', value: `${numberWords(count.counts.notCounted)} 张` },
        { key: '剔除', value: `${numberWords(count.counts.struck)} 张` },
        { key: '封存时间', value: momentWords(count.sealedAt) },
      ]}
    />
  </Card>
)

const actWords = { strike: '剔除', accept: '认可' } as const

const Rulings = ({ rulings }: Pick<PublicCount, 'rulings'>) =>
  rulings.length > 0 ? (
    <Card title="剔除和认可的选票">
      <View>每一项都由两名工作人员决定。选票仍然留在文件里，标着是哪一项决定。</View>
      <KeyValue
        rows={rulings.map(({ number, act, ballots, reason, decidedAt }) => ({
          key: `第 ${number} 项 · ${momentWords(decidedAt)}`,
          value: `${actWords[act]} ${numberWords(ballots)} 张。${reason}`,
        }))}
      />
    </Card>
  ) : null

const Root = ({ root }: Pick<PublicCount, 'root'>) => (
  <Card title="根哈希">
    <View>根哈希好比整个文件的指纹：文件里改动一个字，指纹就变了。请把它抄下来，以后随时可以核对。</View>
    <View className="words-break">{root}</View>
    <CopyButton name="根哈希" text={root} />
  </Card>
)

const Content = ({ campaignId, count }: { campaignId: string; count: PublicCount }) => (
  <>
    <Counts count={count} />
    <Rulings rulings={count.rulings} />
    <Root root={count.root} />
    <PublicFiles count={count} />
    <HowToCount count={count} />
    <Button kind="secondary" icon="result" onPress={() => open(routes.results(campaignId))}>
      查看公布的名单
    </Button>
  </>
)

export default function PublicCountPage() {
  const { campaignId = '' } = useRouter().params
  const count = useAnswer(campaignId, () => call('voting', 'getPublicCount', { campaignId }))
  useRefreshOnPull(count.refresh)
  const { state } = count
  const isTooEarly = state.status === 'failed' && state.error.code === 'results_not_published'
  return (
    <Page title="自己数一遍">
      {isTooEarly ? (
        <EmptyState
          icon="count"
          reason="选票还没有公开。名单公布的时候，全部选票会在这里公开。"
          way={{ text: '查看这次活动', onPress: () => replaceBy(routes.campaign(campaignId)) }}
        />
      ) : (
        <Answered answer={count} skeleton={<Skeleton shape="text" count={3} />}>
          {(value) => <Content campaignId={campaignId} count={value} />}
        </Answered>
      )}
    </Page>
  )
}
