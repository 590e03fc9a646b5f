import type { WorkCount } from '@contract/administration'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { open, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { workKinds } from '../../workKinds'
import './waitingCards.scss'
import './waitingCardsDesk.scss'

const KindCard = ({ placeCode, count }: { placeCode: string; count: WorkCount }) => {
  const { name, unit, icon } = workKinds[count.kind]
  const overdue = count.overdue > 0 ? `${numberWords(count.overdue)} ${unit}逾期` : '没有逾期'
  return (
    <Card onPress={() => open(routes.work({ placeCode, kind: count.kind }))}>
      <View className="waitingCards__head">
        <Icon name={icon} />
        <View className="waitingCards__name">{name}</View>
        <Badge
          tone={count.overdue > 0 ? 'wrong' : 'plain'}
          icon={count.overdue > 0 ? 'warning' : undefined}
          text={overdue}
        />
      </View>
      <BigNumber
        value={numberWords(count.waiting)}
        unit={unit}
        caption={`最早的从 ${momentWords(count.oldestAt)} 开始等`}
      />
    </Card>
  )
}

/** What waits, a card for each kind. */
export const WaitingCards = ({ placeCode, counts }: { placeCode: string; counts: WorkCount[] }) => (
  <View className="waitingCards">
    {counts.map((count) => (
      <KindCard key={count.kind} placeCode={placeCode} count={count} />
    ))}
  </View>
)
