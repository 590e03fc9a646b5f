import { CANDIDATE_NAME_LENGTH, SUMMARY_LENGTH } from '@contract/limits'
import type { FormPart } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'
import { formPartWords } from '@/words/nominations'
import { readPart, type TypedForm, type TypedPart } from '../draft/typed'
import { FieldInput } from './fieldInput'
import { Part } from './part'
import type { SaidOfParts } from './problems'

interface FormFieldsProps {
  campaign: Campaign
  form: TypedForm
  /** What stands in the way of submitting. */
  problems: SaidOfParts
  /** What a reviewer wants corrected. */
  reasons: SaidOfParts
  onType: (part: TypedPart, text: string) => void
}

/** What every form asks: which entry, where it is, what is special about it. */
const Entry = ({ campaign, form, problems, reasons, onType }: FormFieldsProps) => {
  const nameOf = (part: FormPart) =>
    formPartWords(part, { kind: campaign.kind, fields: campaign.nomination?.fields ?? [] })
  return (
    <>
      <Part part="name" reason={reasons.name}>
        <Field
          label={nameOf('name')}
          value={form.name}
          maxLength={CANDIDATE_NAME_LENGTH.max}
          help="写全称，公开时就用这个名称"
          error={problems.name}
          onChange={(text) => onType('name', text)}
        />
      </Part>
      <Part part="place" reason={reasons.place}>
        <PlaceField
          label={nameOf('place')}
          value={form.placeCode || null}
          from="district"
          depth="street"
          within={campaign.cityCode}
          help="选到区和街镇"
          error={problems.place}
          onChange={({ code }) => onType('place', code)}
        />
      </Part>
      <Part part="summary" reason={reasons.summary}>
        <Field
          label={nameOf('summary')}
          value={form.summary}
          maxLength={SUMMARY_LENGTH.max}
          help={`说出最大的特点，最多 ${SUMMARY_LENGTH.max} 个字。投票时显示在列表里`}
          error={problems.summary}
          onChange={(text) => onType('summary', text)}
        />
      </Part>
    </>
  )
}

/** Everything of the form that is typed or chosen. */
export const FormFields = (props: FormFieldsProps) => {
  const { campaign, form, problems, reasons, onType } = props
  return (
    <Card title="推荐表">
      <Entry {...props} />
      {campaign.nomination?.fields.map((field) => (
        <Part key={field.key} part={field.key} reason={reasons[field.key]}>
          <FieldInput
            field={field}
            value={readPart(form, field.key)}
            error={problems[field.key]}
            onChange={(text) => onType(field.key, text)}
          />
        </Part>
      ))}
    </Card>
  )
}
