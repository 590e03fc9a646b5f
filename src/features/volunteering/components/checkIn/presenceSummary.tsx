import type { Check, Direction, OwnPresence } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { gradeWords } from '@/words/volunteering'
import { checkTitle, evidenceWords, nextWords } from '../../checkIn/words'
import './index.scss'

const End = ({ direction, check }: { direction: Direction; check: Check }) => (
  <View className="checkIn__end">
    <View className="checkIn__line">
      <View className="checkIn__time">{checkTitle(direction, check)}</View>
      <Badge tone={check.grade === 'C' ? 'waiting' : 'done'} text={gradeWords[check.grade].name} />
    </View>
    <View className="checkIn__evidence">{evidenceWords(check)}</View>
  </View>
)

/** When the person came and went, what each end is worth, and what follows. */
export const PresenceSummary = ({ presence }: { presence: OwnPresence }) => {
  const { checkIn, checkOut } = presence
  return (
    <Card>
      {checkIn ? <End direction="in" check={checkIn} /> : null}
      {checkOut ? <End direction="out" check={checkOut} /> : null}
      <View className="checkIn__next">{nextWords(presence)}</View>
    </Card>
  )
}
