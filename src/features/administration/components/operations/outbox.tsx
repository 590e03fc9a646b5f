import type { Health } from '@contract/administration'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { numberWords } from '@/words/numbers'
import { agoWords } from '../../healthWords'

/** Messages go out within a minute; one that waits this long is stuck. */
const STUCK_AFTER = 10 * 60_000

const stateOf = ({ outbox: { waiting, oldestDueAt, failed }, now }: Health) => {
  if (oldestDueAt !== null && now - oldestDueAt > STUCK_AFTER)
    return { tone: 'wrong', text: '有消息发不出去' } as const
  if (failed > 0) return { tone: 'waiting', text: '有的没有发成' } as const
  return waiting > 0
    ? ({ tone: 'waiting', text: '正在发送' } as const)
    : ({ tone: 'done', text: '都发出去了' } as const)
}

/** Messages on their way to WeChat. */
export const Outbox = ({ health }: { health: Health }) => {
  const { waiting, oldestDueAt, failed } = health.outbox
  return (
    <Card title="微信通知">
      <Badge {...stateOf(health)} />
      <KeyValue
        rows={[
          { key: '等待发送', value: `${numberWords(waiting)} 条` },
          ...(oldestDueAt === null
            ? []
            : [{ key: '最早一条', value: `${agoWords(oldestDueAt, health.now)}就该发了` }]),
          { key: '没有发成', value: `${numberWords(failed)} 条（24 小时内）` },
        ]}
      />
    </Card>
  )
}
