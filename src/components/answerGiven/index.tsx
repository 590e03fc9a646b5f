import type { OfficialAnswer } from '@contract/moderation'
import { View } from '@tarojs/components'
import { momentWords } from '@/words/moments'
import './index.scss'

/** What the organiser has answered to an opinion, below it. */
export const AnswerGiven = ({ answer }: { answer: OfficialAnswer | null }) =>
  answer === null ? null : (
    <View className="answerGiven">
      <View className="answerGiven__head">主办单位答复 · {momentWords(answer.at)}</View>
      <View className="words-break">{answer.text}</View>
    </View>
  )
