import type { RoutingRule } from '@contract/caseRules'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { dutyChoices } from '../../caseRuleWords'
import { OrganisationField } from '../organisation/organisationField'
import type { RuleEditorProps } from './ruleEditor'

const kinds: { value: RoutingRule['to']['kind']; text: string; line: string }[] = [
  { value: 'duty', text: '职责单位', line: '由当地承担这项职责的单位处理' },
  { value: 'department', text: '指定单位', line: '不管在哪里都由它处理' },
  { value: 'desk', text: '留给派遣员', line: '先不派，由派遣员看了再定' },
]

/** No organisation has it; the cloud refuses it until one is chosen. */
const NONE = 'none'

/** Where a rule sends to, and whether at once. */
export const TargetField = ({ placeCode, rule, names, problemAt, onChange }: RuleEditorProps) => {
  const { to } = rule
  const changeKind = (kind: RoutingRule['to']['kind']) => {
    if (kind === 'desk') onChange({ to: { kind }, isAutomatic: false })
    else if (kind === 'duty') onChange({ to: { kind, duty: 'urbanOperation' } })
    else onChange({ to: { kind, organisationId: NONE } })
  }
  return (
    <Card title="派给谁">
      <ChoiceField label="派给" choices={kinds} value={to.kind} onChange={changeKind} />
      {to.kind === 'duty' ? (
        <ChoiceField
          label="哪项职责"
          choices={dutyChoices}
          value={to.duty}
          onChange={(duty) => onChange({ to: { kind: 'duty', duty } })}
        />
      ) : null}
      {to.kind === 'department' ? (
        <OrganisationField
          label="哪个单位"
          placeCode={placeCode}
          value={to.organisationId === NONE ? null : names.organisation(to.organisationId)}
          error={problemAt('to')}
          onChange={({ organisationId }) => onChange({ to: { kind: 'department', organisationId } })}
        />
      ) : null}
      {to.kind === 'desk' ? null : (
        <ChoiceField
          label="怎样派"
          choices={[
            { value: 'byHand', text: '建议', line: '派遣员确认以后再派' },
            { value: 'atOnce', text: '自动', line: '一上报就受理、立案、派遣' },
          ]}
          value={rule.isAutomatic ? 'atOnce' : 'byHand'}
          onChange={(chosen) => onChange({ isAutomatic: chosen === 'atOnce' })}
        />
      )}
    </Card>
  )
}
