import type { RoutingRule } from '@contract/caseRules'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { conditionWords, type Names, targetWords } from '../../caseRuleWords'
import { Act } from '../campaignEditor/parts'

interface RuleItemProps {
  rule: RoutingRule
  number: number
  names: Names
  isOpen: boolean
  /** Null: only looked at. */
  acts: { edit: () => void; rise: (() => void) | null; sink: (() => void) | null; remove: () => void } | null
}

/** A rule as a sentence: when, and where to. */
export const RuleItem = ({ rule, number, names, isOpen, acts }: RuleItemProps) => {
  const name = rule.name || '还没有名称'
  return (
    <View className={isOpen ? 'ruleItem ruleItem--open' : 'ruleItem'}>
      <Card title={`${number}. ${name}`}>
        {conditionWords(rule, names).map((line) => (
          <View key={line} className="ruleRow__line words-break">
            {line}
          </View>
        ))}
        <View className="ruleItem__target">{targetWords(rule, names)}</View>
        {acts ? (
          <View className="ruleItem__acts">
            <Act icon="edit" words="修改" label={name} onPress={acts.edit} />
            {acts.rise ? <Act icon="rising" words="上移" label={name} onPress={acts.rise} /> : null}
            {acts.sink ? <Act icon="falling" words="下移" label={name} onPress={acts.sink} /> : null}
            <Act icon="remove" words="去掉" label={name} onPress={acts.remove} />
          </View>
        ) : null}
      </Card>
    </View>
  )
}
