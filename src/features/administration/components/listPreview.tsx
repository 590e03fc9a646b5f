import type { VotingRules } from '@contract/campaigns'
import { CANDIDATES_LISTED } from '@contract/limits'
import type { ListEntry } from '@contract/voting'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import type { Input } from '@/cloud/services'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Notice } from '@/components/notice'
import { RankRow } from '@/components/rankRow'
import { originWords, worthWords } from '@/words/listEntries'
import { moved } from '../previewWords'
import { NumberField } from './campaignEditor/parts'

type Asked = Omit<Input<'voting', 'previewList'>, 'campaignId'>

const asDeclared = ({ formula, tieBreaks, listSize }: VotingRules): Asked => ({
  formula,
  tieBreaks,
  listSize,
})

const within = (number: number, most: number): number => Math.min(Math.max(number, 0), most)

interface FormProps {
  asked: Asked
  onChange: (asked: Asked) => void
}

const Form = ({ asked, onChange }: FormProps) => {
  const { formula, listSize } = asked
  const weigh = (typed: number) => {
    const votes = within(typed, 100)
    onChange({ ...asked, formula: { ...formula, votes, scores: 100 - votes } })
  }
  return (
    <>
      <NumberField
        label="市民投票占百分之几"
        value={formula.votes}
        help={`工作小组评分占 ${formula.scores}%`}
        onChange={weigh}
      />
      <ChoiceField
        label="票数怎样折算成分"
        choices={[
          { value: 'shareOfMost', text: '按票数', line: '票数 ÷ 最高票数 × 100' },
          { value: 'byRank', text: '按名次', line: '第一名 100 分，往后递减' },
        ]}
        value={formula.voteScale}
        onChange={(voteScale) => onChange({ ...asked, formula: { ...formula, voteScale } })}
      />
      <NumberField
        label="名单上有几个"
        value={listSize}
        onChange={(typed) => onChange({ ...asked, listSize: within(typed, CANDIDATES_LISTED) })}
      />
    </>
  )
}

interface Outcome {
  entries: ListEntry[]
  /** By the declared rules: place by candidate. */
  before: Map<string, ListEntry>
  isDeclared: boolean
}

const Entries = ({ outcome: { entries, before, isDeclared } }: { outcome: Outcome }) => (
  <Card title="试算结果">
    <Notice kind="information" title={isDeclared ? '与公布的算法结果相同' : '与公布的算法结果不同'}>
      这里只是试算。名单按活动开始前公布的算法生成，谁也不能改。
    </Notice>
    {entries.map((entry) => (
      <RankRow
        key={entry.candidateId}
        rank={entry.rank}
        name={entry.name}
        place={`${originWords(entry)} · ${entry.isListed ? '进入名单' : '未进入'}`}
        votes={worthWords(entry)}
        note={moved(entry, before.get(entry.candidateId))}
      />
    ))}
  </Card>
)

const usePreview = (campaignId: string, declared: VotingRules) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const preview = async (asked: Asked) => {
    setTrouble(null)
    const ask = (rules: Asked) => call('voting', 'previewList', { campaignId, ...rules })
    const [tried, first] = await Promise.all([ask(asked), ask(asDeclared(declared))])
    if (!tried.ok) return setTrouble(errorText(tried.error))
    const entries = first.ok ? first.value.entries : []
    const before = new Map(entries.map((entry) => [entry.candidateId, entry]))
    setOutcome({ entries: tried.value.entries, before, isDeclared: tried.value.isDeclared })
  }
  return { outcome, trouble, preview }
}

/** Weights to try, and the list that they would give. Nothing is stored. */
export const ListPreview = ({ campaignId, declared }: { campaignId: string; declared: VotingRules }) => {
  const [asked, setAsked] = useState<Asked>(() => asDeclared(declared))
  const { outcome, trouble, preview } = usePreview(campaignId, declared)
  return (
    <>
      <Card title="换一种算法看看">
        <Form asked={asked} onChange={setAsked} />
        {trouble ? (
          <Notice kind="warning" title="现在还不能试算">
            {trouble}
          </Notice>
        ) : null}
        <Button icon="count" onPress={() => preview(asked)}>
          试算
        </Button>
      </Card>
      {outcome ? <Entries outcome={outcome} /> : null}
    </>
  )
}
