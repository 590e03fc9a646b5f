import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { kindWords } from '@/words/kinds'
import { formulaExample } from '@/words/plan'
import { withVotesWeight } from '../../planEdits'
import type { RulesProps } from './ballot'
import { NumberField, ProblemLine, Spot } from './parts'

/** How votes and the selection group's scores come together. The second weight is what the first leaves. */
export const FormulaRules = ({ editor: { draft, problemAt }, rules, onChange }: RulesProps) => {
  const { formula } = rules
  const { entry } = kindWords[draft.plan.kind]
  return (
    <Card title="票数和评分的权重">
      <Spot path="rules.formula">
        <NumberField
          label="市民投票占百分之几"
          value={formula.votes}
          help={`工作小组评分占 ${formula.scores}%`}
          error={problemAt('rules.formula.votes')}
          onChange={(votes) => onChange(withVotesWeight(rules, votes))}
        />
        <ProblemLine message={problemAt('rules.formula') ?? problemAt('rules.formula.scores')} />
      </Spot>
      {formula.scores > 0 ? (
        <>
          <ChoiceField
            label="票数怎样折算成分"
            choices={[
              { value: 'shareOfMost', text: '按票数', line: '票数 ÷ 最高票数 × 100' },
              { value: 'byRank', text: '按名次', line: '第一名 100 分，往后递减' },
            ]}
            value={formula.voteScale}
            onChange={(voteScale) => onChange({ formula: { ...formula, voteScale } })}
          />
          <View className="editorChips__help">{formulaExample(formula, entry)}</View>
        </>
      ) : null}
    </Card>
  )
}
