import type { CategoryQuestion } from '@contract/cases/categories'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import type { ReportProblems } from '../draft/reportDraft'

const TEXT_LENGTH = 100
const NUMBER_LENGTH = 9

interface QuestionProps {
  question: CategoryQuestion
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const Question = ({ question, value, error, onChange }: QuestionProps) => {
  const label = question.isRequired ? question.label : `${question.label}（选填）`
  if (question.kind === 'choice')
    return (
      <ChoiceField
        label={label}
        choices={question.options.map((option) => ({ value: option, text: option }))}
        value={value === '' ? null : value}
        error={error}
        onChange={onChange}
      />
    )
  const isNumber = question.kind === 'number'
  return (
    <Field
      label={label}
      value={value}
      maxLength={isNumber ? NUMBER_LENGTH : TEXT_LENGTH}
      keyboard={isNumber ? 'number' : 'text'}
      error={error}
      onChange={onChange}
    />
  )
}

interface QuestionsProps {
  questions: CategoryQuestion[]
  answers: Record<string, string>
  problems: ReportProblems
  onChange: (answers: Record<string, string>) => void
}

/** What only this category asks. */
export const Questions = ({ questions, answers, problems, onChange }: QuestionsProps) =>
  questions.map((question) => (
    <Question
      key={question.questionId}
      question={question}
      value={answers[question.questionId] ?? ''}
      error={problems[`answer ${question.questionId}`]}
      onChange={(value) => onChange({ ...answers, [question.questionId]: value })}
    />
  ))
