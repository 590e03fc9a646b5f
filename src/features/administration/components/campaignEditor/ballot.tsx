import { TIE_BREAKS, type VotingRules } from '@contract/campaigns'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { tieBreakWords } from '@/words/campaigns'
import { kindWords } from '@/words/kinds'
import { FormulaRules } from './formulaRules'
import { UnlessFrozen } from './frozen'
import { Chips, Fields, NumberField, Spot } from './parts'
import { RiskRulesCard } from './riskRules'
import type { SectionProps } from './sections'

export interface RulesProps extends SectionProps {
  rules: VotingRules
  onChange: (part: Partial<VotingRules>) => void
}

const Who = ({ rules, onChange }: RulesProps) => (
  <Card title="谁投，投几次">
    <ChoiceField
      label="身份要求"
      choices={[
        { value: 'wechat', text: '微信号', line: '一个微信号投一票' },
        { value: 'phone', text: '验证过的手机号', line: '一个手机号投一票，投票前要验证' },
      ]}
      value={rules.identity}
      onChange={(identity) => onChange({ identity })}
    />
    <ChoiceField
      label="投票次数"
      choices={[
        { value: 'once', text: '每人一次', line: '整个活动投一次' },
        { value: 'daily', text: '每人每天一次', line: '按北京时间的日期' },
      ]}
      value={rules.period}
      onChange={(period) => onChange({ period })}
    />
  </Card>
)

const HowMany = ({ editor: { draft, problemAt }, rules, onChange }: RulesProps) => {
  const { entry } = kindWords[draft.plan.kind]
  const { choices } = rules
  return (
    <Card title="选票">
      <Fields>
        <Spot path="rules.choices.min">
          <NumberField
            label={`最少选几个${entry}`}
            value={choices.min}
            error={problemAt('rules.choices.min')}
            onChange={(min) => onChange({ choices: { ...choices, min } })}
          />
        </Spot>
        <Spot path="rules.choices.max">
          <NumberField
            label={`最多选几个${entry}`}
            value={choices.max}
            error={problemAt('rules.choices.max')}
            onChange={(max) => onChange({ choices: { ...choices, max } })}
          />
        </Spot>
      </Fields>
      <ChoiceField
        label="投票期间的票数"
        choices={[
          { value: 'hidden', text: '不公开', line: '谁也看不到，工作人员也看不到' },
          { value: 'public', text: '公开', line: '随时可以看' },
        ]}
        value={rules.runningCounts}
        onChange={(runningCounts) => onChange({ runningCounts })}
      />
    </Card>
  )
}

const List = ({ editor: { problemAt }, rules, onChange }: RulesProps) => (
  <Card title="候选名单">
    <Spot path="rules.listSize">
      <NumberField
        label="名单有几个"
        value={rules.listSize}
        error={problemAt('rules.listSize')}
        onChange={(listSize) => onChange({ listSize })}
      />
    </Spot>
    <Spot path="rules.tieBreaks">
      <Chips
        label="同分时怎样排"
        options={TIE_BREAKS.map((value) => ({ value, text: tieBreakWords[value] }))}
        chosen={rules.tieBreaks}
        isOrdered
        help="先点的先用，再点一次取消"
        error={problemAt('rules.tieBreaks')}
        onChange={(tieBreaks) => onChange({ tieBreaks })}
      />
    </Spot>
  </Card>
)

const Rules = (props: RulesProps) => (
  <>
    <Who {...props} />
    <HowMany {...props} />
    <List {...props} />
    <FormulaRules {...props} />
    <RiskRulesCard {...props} />
  </>
)

/** 投票规则. */
export const Ballot = (props: SectionProps) => {
  const { draft, change } = props.editor
  const { hasVoting, rules } = draft.plan
  return (
    <UnlessFrozen campaign={props.campaign} part="ballot">
      <Card title="投票">
        <ChoiceField
          label="市民投票"
          choices={[
            { value: 'voting', text: '设投票' },
            { value: 'none', text: '不设投票' },
          ]}
          value={hasVoting ? 'voting' : 'none'}
          onChange={(chosen) => change({ hasVoting: chosen === 'voting' })}
        />
      </Card>
      {hasVoting ? (
        <Rules {...props} rules={rules} onChange={(part) => change({ rules: { ...rules, ...part } })} />
      ) : null}
    </UnlessFrozen>
  )
}
