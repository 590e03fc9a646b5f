import type { Question } from '@contract/voting'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import './questionCard.scss'

interface QuestionCardProps {
  question: Question
  wasWrong: boolean
  isSending: boolean
  onAnswer: (answer: { questionId: string; option: number }) => unknown
}

/** A question that a person answers at a glance, before some ballots are taken. Each option answers at once. */
export const QuestionCard = ({ question, wasWrong, isSending, onAnswer }: QuestionCardProps) => {
  const { questionId, text, options } = question
  return (
    <View className="questionCard">
      {wasWrong ? (
        <Notice kind="warning" title="刚才答得不对">
          选票还在，没有丢。请再回答一题。
        </Notice>
      ) : (
        <View className="questionCard__note">提交前请回答一个小问题，用来挡住自动投票的程序。</View>
      )}
      <View className="questionCard__text">{text}</View>
      {options.map((option, index) => (
        <Button
          key={`${questionId}/${option}`}
          kind="secondary"
          disabled={isSending}
          onPress={() => onAnswer({ questionId, option: index })}
        >
          {option}
        </Button>
      ))}
    </View>
  )
}
