import type { RoutingPreview } from '@contract/caseRules'
import { CASE_SOURCES, type CaseSource } from '@contract/cases/cases'
import type { Category } from '@contract/cases/categories'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Notice } from '@/components/notice'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { caseSourceWords } from '@/words/cases'
import { momentWords } from '@/words/moments'
import { proposalWords } from '../../caseProposal'
import { usePlaceNames } from '../../usePlaceNames'

interface TryRoutingProps {
  placeCode: string
  categories: Category[]
  /** Whether the rules on the page differ from those that are tried. */
  isChanged: boolean
}

interface Question {
  placeCode: string
  categoryId: string | null
  at: number | null
  source: CaseSource
}

const Outcome = ({ preview }: { preview: RoutingPreview }) => {
  const { proposal, isAutomatic, deskCode, dueAt } = preview
  const nameOf = usePlaceNames([deskCode])
  const { title, line } = proposalWords(proposal)
  return (
    <Notice
      kind={proposal.departmentId === null ? 'warning' : 'success'}
      title={isAutomatic ? title.replace('建议派给', '自动派给') : title}
    >
      {line.replace(/。$/, '')}。由{nameOf(deskCode)}受理，应在 {momentWords(dueAt)} 前处理。
    </Notice>
  )
}

const useTry = (placeCode: string) => {
  const [question, setQuestion] = useState<Question>({
    placeCode,
    categoryId: null,
    at: Date.now(),
    source: 'wechat',
  })
  const [outcome, setOutcome] = useState<RoutingPreview | string | null>(null)
  const change = (part: Partial<Question>) => {
    setQuestion({ ...question, ...part })
    setOutcome(null)
  }
  const ask = async () => {
    const { categoryId, at, ...rest } = question
    if (categoryId === null || at === null) return setOutcome('请先选类别和时间。')
    const answer = await call('caseRules', 'previewRouting', { ...rest, categoryId, at })
    setOutcome(answer.ok ? answer.value : errorText(answer.error))
  }
  return { question, outcome, change, ask }
}

/** 试一试: what would become of such a report, by the rules as they are kept. */
export const TryRouting = ({ placeCode, categories, isChanged }: TryRoutingProps) => {
  const { question, outcome, change, ask } = useTry(placeCode)
  return (
    <Card title="试一试">
      <ChoiceField
        label="类别"
        choices={categories
          .filter(({ isRetired }) => !isRetired)
          .map(({ categoryId, name }) => ({ value: categoryId, text: name }))}
        value={question.categoryId}
        onChange={(categoryId) => change({ categoryId })}
      />
      <PlaceField
        label="地点"
        value={question.placeCode}
        within={placeCode}
        from={levelOf(placeCode)}
        depth="grid"
        onChange={({ code }) => change({ placeCode: code })}
      />
      <DateTimeField
        label="上报时间"
        value={question.at}
        hasTime
        mayClear={false}
        onChange={(at) => change({ at })}
      />
      <ChoiceField
        label="来源"
        choices={CASE_SOURCES.map((value) => ({ value, text: caseSourceWords[value] }))}
        value={question.source}
        onChange={(source) => change({ source })}
      />
      {isChanged ? <Notice kind="information" title="按已经保存的规则试，没有保存的改动不算" /> : null}
      <Button kind="secondary" onPress={ask}>
        看看会派给谁
      </Button>
      {typeof outcome === 'string' ? <Notice kind="error">{outcome}</Notice> : null}
      {outcome !== null && typeof outcome !== 'string' ? <Outcome preview={outcome} /> : null}
    </Card>
  )
}
