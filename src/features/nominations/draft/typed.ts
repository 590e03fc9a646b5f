import { FIELD_KEYS, type FieldKey, FORM_FIELDS } from '@contract/campaigns'
import type { FormPart, Nomination, NominationValues } from '@contract/nominations'

/** The words of a form as they stand on the screen: all of them text, also numbers that are being typed. */
export interface TypedForm {
  name: string
  /** Empty until chosen. */
  placeCode: string
  summary: string
  /** A field that was never touched is missing. */
  values: Partial<Record<FieldKey, string>>
}

type Saved = Pick<Nomination, 'name' | 'placeCode' | 'summary' | 'values'>

/** A part that is typed; photos are brought apart from the words. */
export type TypedPart = Exclude<FormPart, 'photos'>

/** Larger numbers than the cloud takes are sent as text, so that the rest is saved and this is told at submitting. */
const LARGEST_NUMBER = 10_000_000

export const typedOf = ({ name, placeCode, summary, values }: Saved): TypedForm => ({
  name,
  placeCode,
  summary,
  values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
})

/** Chinese keyboards also write ２０. */
const sentValue = (key: FieldKey, text: string): string | number => {
  const digits = text.normalize('NFKC').trim()
  const isNumber = /^\d+(\.\d+)?$/.test(digits) && Number(digits) <= LARGEST_NUMBER
  return FORM_FIELDS[key].input === 'number' && isNumber ? Number(digits) : text
}

/** As the cloud takes it. */
export const savedOf = ({ name, placeCode, summary, values }: TypedForm): Saved => {
  const saved: NominationValues = {}
  for (const key of FIELD_KEYS) {
    const text = values[key]
    if (text !== undefined) saved[key] = sentValue(key, text)
  }
  return { name, placeCode, summary, values: saved }
}

export const TYPED_PARTS: readonly TypedPart[] = ['name', 'place', 'summary', ...FIELD_KEYS]

export const readPart = (form: TypedForm, part: TypedPart): string => {
  if (part === 'name' || part === 'summary') return form[part]
  return (part === 'place' ? form.placeCode : form.values[part]) ?? ''
}

export const withPart = (form: TypedForm, part: TypedPart, text: string): TypedForm => {
  if (part === 'name' || part === 'summary') return { ...form, [part]: text }
  if (part === 'place') return { ...form, placeCode: text }
  return { ...form, values: { ...form.values, [part]: text } }
}

/** Parts whose words differ. */
export const differences = (one: TypedForm, other: TypedForm): TypedPart[] =>
  TYPED_PARTS.filter((part) => readPart(one, part) !== readPart(other, part))

export const isSameForm = (one: TypedForm, other: TypedForm): boolean => differences(one, other).length === 0
