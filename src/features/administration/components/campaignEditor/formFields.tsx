import { FORM_FIELDS, type FormField } from '@contract/campaigns'
import { PLAN_TEXTS } from '@contract/limits'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { earlierAt, missingFields, replacedAt, toggledField, withoutAt } from '../../planEdits'
import type { NominationProps } from './form'
import { Act, Chips, Fields, Item, NumberField, ProblemLine, Spot } from './parts'

const inputWords = {
  text: '一行文字',
  longText: '一段文字',
  number: '数字',
  month: '年月',
  person: '姓名，不公开',
  phone: '电话，加密保存，不公开',
} as const

/** Only texts and numbers have limits. */
const limitsOf = ({ key }: FormField): [string, string] | null => {
  const { input } = FORM_FIELDS[key]
  if (input === 'number') return ['最小', '最大']
  return input === 'text' || input === 'longText' || input === 'person' ? ['最少字数', '最多字数'] : null
}

interface FieldItemProps extends NominationProps {
  field: FormField
  index: number
}

const Limits = ({ editor: { problemAt }, nomination, onChange, field, index }: FieldItemProps) => {
  const names = limitsOf(field)
  const path = `nomination.fields.${index}`
  const revise = (part: Partial<FormField>) =>
    onChange({ fields: replacedAt(nomination.fields, index, part) })
  return names ? (
    <Fields>
      <Spot path={`${path}.min`}>
        <NumberField
          label={names[0]}
          value={field.min}
          error={problemAt(`${path}.min`)}
          onChange={(min) => revise({ min })}
        />
      </Spot>
      <Spot path={`${path}.max`}>
        <NumberField
          label={names[1]}
          value={field.max}
          error={problemAt(`${path}.max`)}
          onChange={(max) => revise({ max })}
        />
      </Spot>
    </Fields>
  ) : null
}

const FieldItem = (props: FieldItemProps) => {
  const { editor, nomination, onChange, field, index } = props
  const { fields } = nomination
  const kind = FORM_FIELDS[field.key]
  return (
    <Item
      acts={
        <>
          <Chip
            text="必填"
            label={`必填：${field.label}`}
            isChosen={field.isRequired}
            onPress={() => onChange({ fields: replacedAt(fields, index, { isRequired: !field.isRequired }) })}
          />
          {index > 0 ? (
            <Act
              icon="rising"
              words="前移"
              label={field.label}
              onPress={() => onChange({ fields: earlierAt(fields, index) })}
            />
          ) : null}
          <Act
            icon="remove"
            words="去掉"
            label={field.label}
            onPress={() => onChange({ fields: withoutAt(fields, index) })}
          />
        </>
      }
    >
      <Spot path={`nomination.fields.${index}.label`}>
        <Field
          label={kind.label}
          value={field.label}
          maxLength={PLAN_TEXTS.fieldLabel.max}
          help={`申报表上的名称；${inputWords[kind.input]}`}
          error={editor.problemAt(`nomination.fields.${index}.label`)}
          onChange={(label) => onChange({ fields: replacedAt(fields, index, { label }) })}
        />
      </Spot>
      <Limits {...props} />
    </Item>
  )
}

/** What is asked on the form, out of the set that the program knows. */
export const FormFields = (props: NominationProps) => {
  const { editor, nomination, onChange } = props
  const missing = missingFields(nomination.fields)
  return (
    <Card title="填写项">
      {nomination.fields.map((field, index) => (
        <FieldItem key={field.key} {...props} field={field} index={index} />
      ))}
      <Spot path="nomination.fields">
        <ProblemLine message={editor.problemAt('nomination.fields')} />
        {missing.length > 0 ? (
          <Chips
            label="加一个填写项"
            options={missing.map((key) => ({ value: key, text: FORM_FIELDS[key].label }))}
            chosen={[]}
            onChange={([key]) => key && onChange({ fields: toggledField(nomination.fields, key) })}
          />
        ) : null}
      </Spot>
    </Card>
  )
}
