import type { RoutingRule } from '@contract/caseRules'
import { CASE_SOURCES } from '@contract/cases/cases'
import { CATEGORY_GROUP_KEYS, CATEGORY_GROUPS, type Category } from '@contract/cases/categories'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { caseSourceWords } from '@/words/cases'
import type { Names } from '../../caseRuleWords'
import { Chips } from '../campaignEditor/parts'
import { HoursField } from './hoursField'
import { PlacesField } from './placesField'
import { TargetField } from './targetField'

const NAME_MAX = 30

export interface RuleEditorProps {
  placeCode: string
  rule: RoutingRule
  categories: Category[]
  names: Names
  problemAt: (path: string) => string | undefined
  onChange: (part: Partial<RoutingRule>) => void
  onDone: () => void
}

const dayChoices = [
  { value: 'all', text: '每天' },
  { value: 'working', text: '工作日' },
  { value: 'off', text: '休息日和节假日' },
] as const

const What = ({ rule, categories, onChange }: RuleEditorProps) => (
  <Card title="哪些问题">
    <Chips
      label="大类"
      options={CATEGORY_GROUP_KEYS.map((value) => ({ value, text: CATEGORY_GROUPS[value] }))}
      chosen={rule.groups}
      onChange={(groups) => onChange({ groups })}
    />
    <Chips
      label="类别"
      options={categories
        .filter(({ isRetired, categoryId }) => !isRetired || rule.categoryIds.includes(categoryId))
        .map(({ categoryId, name }) => ({ value: categoryId, text: name }))}
      chosen={rule.categoryIds}
      help="大类和类别选中任何一个就算；都不选，就是所有问题"
      onChange={(categoryIds) => onChange({ categoryIds })}
    />
  </Card>
)

const When = ({ placeCode, rule, names, problemAt, onChange }: RuleEditorProps) => (
  <Card title="哪里、什么时候">
    <PlacesField
      within={placeCode}
      codes={rule.placeCodes}
      nameOf={names.place}
      error={problemAt('placeCodes')}
      onChange={(placeCodes) => onChange({ placeCodes })}
    />
    <HoursField hours={rule.hours} onChange={(hours) => onChange({ hours })} />
    <ChoiceField
      label="日子"
      choices={[...dayChoices]}
      value={rule.days ?? 'all'}
      onChange={(days) => onChange({ days: days === 'all' ? null : days })}
    />
    <Chips
      label="来源"
      options={CASE_SOURCES.map((value) => ({ value, text: caseSourceWords[value] }))}
      chosen={rule.sources}
      help="都不选，就是所有来源"
      onChange={(sources) => onChange({ sources })}
    />
  </Card>
)

/** When a rule holds, and where it sends what it holds for. */
export const RuleEditor = (props: RuleEditorProps) => {
  const { rule, problemAt, onChange, onDone } = props
  return (
    <>
      <Card>
        <Field
          label="规则名称"
          value={rule.name}
          maxLength={NAME_MAX}
          help="派遣员会看到，例如“夜间占道摆摊”"
          error={problemAt('name')}
          onChange={(name) => onChange({ name })}
        />
      </Card>
      <What {...props} />
      <When {...props} />
      <TargetField {...props} />
      <Button kind="secondary" onPress={onDone}>
        写好了
      </Button>
    </>
  )
}
