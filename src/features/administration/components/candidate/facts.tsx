import { FACT_LENGTHS, FACTS_PER_CANDIDATE } from '@contract/limits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import type { DraftFact } from '../../candidateDraft'
import { withoutAt } from '../../planEdits'
import { Act, Item } from '../campaignEditor/parts'
import type { PartProps } from './part'

interface FactProps {
  fact: DraftFact
  index: number
  problemAt: (path: string) => string | undefined
  onChange: (part: Partial<DraftFact>) => void
  onRemove: () => void
}

const Text = ({ fact, index, problemAt, onChange }: FactProps) => (
  <Field
    label={fact.isProposed ? fact.label : '内容'}
    value={fact.text}
    maxLength={FACT_LENGTHS.text.max}
    error={problemAt(`facts.${index}.text`)}
    onChange={(text) => onChange({ text })}
  />
)

const OwnFact = (props: FactProps) => {
  const { fact, index, problemAt, onChange, onRemove } = props
  return (
    <Item acts={<Act icon="remove" words="去掉" label={fact.label || '这一项'} onPress={onRemove} />}>
      <Field
        label="项目"
        value={fact.label}
        maxLength={FACT_LENGTHS.label.max}
        placeholder="例如：所获荣誉"
        error={problemAt(`facts.${index}.label`)}
        onChange={(label) => onChange({ label })}
      />
      <Text {...props} />
    </Item>
  )
}

/** Short facts: what the form proposes may be left empty, others can be added. */
export const Facts = ({ registering: { draft, change, problemAt } }: PartProps) => {
  const { facts } = draft
  return (
    <Card title="简要情况">
      {facts.map((fact, index) => {
        const props: FactProps = {
          fact,
          index,
          problemAt,
          onChange: (part) =>
            change({ facts: facts.map((each, at) => (at === index ? { ...each, ...part } : each)) }),
          onRemove: () => change({ facts: withoutAt(facts, index) }),
        }
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same while they are typed
        return fact.isProposed ? <Text key={index} {...props} /> : <OwnFact key={index} {...props} />
      })}
      {facts.length < FACTS_PER_CANDIDATE ? (
        <Button
          kind="secondary"
          icon="add"
          onPress={() => change({ facts: [...facts, { label: '', text: '', isProposed: false }] })}
        >
          添加一项
        </Button>
      ) : null}
    </Card>
  )
}
