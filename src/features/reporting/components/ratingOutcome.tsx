import { RATING_REASONS, type Rating } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { starWords } from '@/components/stars'
import { momentWords } from '@/words/moments'
import { outcomeWords } from '../ratingWords'

/** What has come of the rating that was just given. */
export const RatingOutcome = ({ outcome }: { outcome: keyof typeof outcomeWords }) => {
  const { title, line } = outcomeWords[outcome]
  return (
    <Notice kind="success" title={title}>
      {line}
    </Notice>
  )
}

export const GivenRating = ({ rating: { stars, reasons, words, at } }: { rating: Rating }) => (
  <Card title="我的评价">
    <View>
      {stars} 星，{starWords[stars]}
    </View>
    {reasons.length > 0 ? <View>{reasons.map((reason) => RATING_REASONS[reason]).join('、')}</View> : null}
    {words ? <View className="words-break">{words}</View> : null}
    <View>{momentWords(at)}</View>
  </Card>
)
