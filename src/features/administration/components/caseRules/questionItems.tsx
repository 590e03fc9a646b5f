import type { CategoryQuestion } from '@contract/cases/categories'
import { CATEGORY_QUESTIONS_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { wordsTyped } from '../../caseRuleWords'
import { newQuestion } from '../../categoryDraft'
import { earlierAt, replacedAt, withoutAt } from '../../planEdits'
import { Act, Item } from '../campaignEditor/parts'
import type { PartProps } from './categoryEditor'

const LABEL_MAX = 40
const OPTIONS_MAX = 200

const kinds: { value: CategoryQuestion['kind']; text: string }[] = [
  { value: 'choice', text: '选择' },
  { value: 'text', text: '一行文字' },
  { value: 'number', text: '数字' },
]

interface QuestionProps extends PartProps {
  question: CategoryQuestion
  index: number
}

const Options = ({ question, path, problemAt, onChange }: OptionsProps) => {
  const [typed, setTyped] = useState(question.options.join('、'))
  return (
    <Field
      label="选项"
      value={typed}
      maxLength={OPTIONS_MAX}
      help="至少两个，用顿号隔开"
      error={problemAt(`${path}.options`)}
      onChange={(next) => {
        setTyped(next)
        onChange(wordsTyped(next))
      }}
    />
  )
}

interface OptionsProps {
  question: CategoryQuestion
  path: string
  problemAt: PartProps['problemAt']
  onChange: (options: string[]) => void
}

const QuestionActs = ({ draft: { questions }, onChange, question, index }: QuestionProps) => {
  const label = question.label || `第 ${index + 1} 个问题`
  return (
    <>
      <Chip
        text="必答"
        label={`必答：${label}`}
        isChosen={question.isRequired}
        onPress={() =>
          onChange({ questions: replacedAt(questions, index, { isRequired: !question.isRequired }) })
        }
      />
      {index > 0 ? (
        <Act
          icon="rising"
          words="前移"
          label={label}
          onPress={() => onChange({ questions: earlierAt(questions, index) })}
        />
      ) : null}
      <Act
        icon="remove"
        words="去掉"
        label={label}
        onPress={() => onChange({ questions: withoutAt(questions, index) })}
      />
    </>
  )
}

const Question = (props: QuestionProps) => {
  const { draft, problemAt, onChange, question, index } = props
  const path = `questions.${index}`
  const revise = (part: Partial<CategoryQuestion>) =>
    onChange({ questions: replacedAt(draft.questions, index, part) })
  return (
    <Item acts={<QuestionActs {...props} />}>
      <Field
        label={`第 ${index + 1} 个问题`}
        value={question.label}
        maxLength={LABEL_MAX}
        error={problemAt(`${path}.label`)}
        onChange={(label) => revise({ label })}
      />
      <ChoiceField
        label="怎样回答"
        choices={kinds}
        value={question.kind}
        onChange={(kind) => revise({ kind, options: kind === 'choice' ? question.options : [] })}
      />
      {question.kind === 'choice' ? (
        <Options
          question={question}
          path={path}
          problemAt={problemAt}
          onChange={(options) => revise({ options })}
        />
      ) : null}
    </Item>
  )
}

/** What only this category asks. */
export const QuestionItems = (props: PartProps) => {
  const { questions } = props.draft
  return (
    <Card title="上报时的提问">
      {questions.length === 0 ? <View>没有提问。需要市民多说一点的，在这里加。</View> : null}
      {questions.map((question, index) => (
        <Question key={question.questionId} {...props} question={question} index={index} />
      ))}
      {questions.length < CATEGORY_QUESTIONS_MAX ? (
        <Button
          kind="secondary"
          icon="add"
          onPress={() => props.onChange({ questions: [...questions, newQuestion(questions)] })}
        >
          加一个提问
        </Button>
      ) : null}
    </Card>
  )
}
