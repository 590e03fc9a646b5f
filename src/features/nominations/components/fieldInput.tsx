import { FORM_FIELDS, type FormField, type FieldInput as Kind } from '@contract/campaigns'
import { FIELD_TEXT_MAX, PERSON_NAME_LENGTH } from '@contract/limits'
import { Field } from '@/components/field'
import { MonthField } from '@/components/monthField'
import { counterWords, helpWords } from '../words'

interface FieldInputProps {
  field: FormField
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const TELEPHONE_LENGTH = 20
const NUMBER_LENGTH = 12

const longest: Record<Exclude<Kind, 'month'>, number> = {
  text: FIELD_TEXT_MAX,
  longText: FIELD_TEXT_MAX,
  number: NUMBER_LENGTH,
  person: PERSON_NAME_LENGTH.max,
  phone: TELEPHONE_LENGTH,
}
const keyboards = { number: 'number', phone: 'telephone' } as const

/** A field of the campaign's form, by the way it is filled in. */
export const FieldInput = ({ field, value, error, onChange }: FieldInputProps) => {
  const { input } = FORM_FIELDS[field.key]
  const shared = {
    label: field.isRequired ? field.label : `${field.label}（选填）`,
    value,
    help: helpWords(field),
    error,
    onChange,
  }
  if (input === 'month') return <MonthField {...shared} until={Date.now()} />
  const isText = input === 'text' || input === 'longText'
  return (
    <Field
      {...shared}
      maxLength={longest[input]}
      isLong={input === 'longText'}
      keyboard={input === 'number' || input === 'phone' ? keyboards[input] : 'text'}
      counter={isText ? counterWords(value, field) : null}
    />
  )
}
