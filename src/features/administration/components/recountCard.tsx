import type { CountView, Recount } from '@contract/voting'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { ProgressBar } from '@/components/progressBar'
import { numberWords } from '@/words/numbers'

const outcomes: Record<
  Exclude<Recount['state'], 'running'>,
  { kind: 'success' | 'warning' | 'error'; title: string; text: string }
> = {
  equal: { kind: 'success', title: '清点一致', text: '每张选票重新清点，结果与计票完全相同。' },
  repaired: {
    kind: 'warning',
    title: '清点后已补齐',
    text: '有选票当时没有计入，清点时已经补上，现在一致。',
  },
  differs: {
    kind: 'error',
    title: '清点不一致',
    text: '清点与计票不同，不能生成名单。请再清点一次；还不一致，请联系技术人员。',
  },
}

const Outcome = ({ recount }: { recount: Recount }) => {
  if (recount.state === 'running')
    return (
      <ProgressBar
        progress={recount.progress}
        text={`正在清点，已清点 ${numberWords(recount.ballotsCounted)} 张`}
      />
    )
  const { kind, title, text } = outcomes[recount.state]
  return (
    <Notice kind={kind} title={title}>
      {text}
    </Notice>
  )
}

/** The running count beside the recount from the ballots themselves. */
export const RecountCard = ({ view: { tally, recount } }: { view: CountView }) => (
  <Card title="计票">
    {tally ? null : (
      <Notice kind="information" title="票数还不公开">
        按这次活动的规则，投票期间谁都看不到票数，工作人员也一样。
      </Notice>
    )}
    <KeyValue
      rows={[
        ...(tally ? [{ key: '计票得到', value: `${numberWords(tally.ballots)} 张选票` }] : []),
        ...(recount ? [{ key: '清点得到', value: `${numberWords(recount.ballotsCounted)} 张选票` }] : []),
      ]}
    />
    {recount ? <Outcome recount={recount} /> : null}
  </Card>
)
