import type { RiskRules, Standing } from '@contract/campaigns'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import type { RulesProps } from './ballot'
import { Spot } from './parts'

const standings: { value: Standing; text: string }[] = [
  { value: 'counted', text: '照常计入' },
  { value: 'pending', text: '先保存，两人核查以后决定' },
  { value: 'notCounted', text: '不计入' },
]

const PROPOSED: RiskRules = { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: true }

interface RanksProps {
  risk: RiskRules
  onChange: (risk: RiskRules) => void
}

const Ranks = ({ risk, onChange }: RanksProps) => (
  <>
    <ChoiceField
      label="等级 3 的选票"
      choices={standings}
      value={risk.rank3}
      onChange={(rank3) => onChange({ ...risk, rank3 })}
    />
    <ChoiceField
      label="等级 4 的选票"
      choices={standings}
      value={risk.rank4}
      onChange={(rank4) => onChange({ ...risk, rank4 })}
    />
    <Chip
      text="等级 1 和 2 先回答一个小问题"
      isChosen={risk.asksRanks1And2}
      onPress={() => onChange({ ...risk, asksRanks1And2: !risk.asksRanks1And2 })}
    />
    <View className="editorChips__help">微信自己对榜单的规则是：等级 3 降权或者待核查，等级 4 不计入。</View>
  </>
)

/** 防止刷票: what WeChat's risk rank of a voter does to the ballot. */
export const RiskRulesCard = ({ rules, onChange }: RulesProps) => (
  <Card title="防止刷票">
    <Spot path="rules.risk">
      <ChoiceField
        label="按微信的账号风险等级处理"
        choices={[
          { value: 'on', text: '处理' },
          { value: 'off', text: '不处理', line: '每张选票都计入' },
        ]}
        value={rules.risk ? 'on' : 'off'}
        onChange={(chosen) => onChange({ risk: chosen === 'on' ? (rules.risk ?? PROPOSED) : null })}
      />
    </Spot>
    {rules.risk ? <Ranks risk={rules.risk} onChange={(risk) => onChange({ risk })} /> : null}
  </Card>
)
