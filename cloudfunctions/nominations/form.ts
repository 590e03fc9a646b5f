import {
  countedLength,
  type FieldInput,
  FORM_FIELDS,
  type FormField,
  type NominationPlan,
  type PhotoKind,
} from '../../contract/campaigns'
import { CANDIDATE_NAME_LENGTH, SUMMARY_LENGTH } from '../../contract/limits'
import type { FormPart, FormProblem, NominationValues } from '../../contract/nominations'
import { isWithin } from '../../contract/places/within'
import { placeFields } from '../platform/places'
import { PHOTO_KIND_WORDS, shortLabel } from './words'

/** What stands in the way of handing a form in, all of it at once, in words that say what to do. Pure. */

export interface FilledForm {
  name: string
  placeCode: string
  summary: string
  /** With what is kept sealed. */
  values: NominationValues
  photos: { kind: PhotoKind }[]
}

export interface FormRules {
  plan: Pick<NominationPlan, 'fields' | 'photos'>
  /** Place of the campaign, which the entry must lie in. */
  area: string
  /** Whether the national table has this place. */
  isPlace: (code: string) => boolean
  /** `2026-11` in Shanghai. */
  month: string
}

export const formProblems = (form: FilledForm, rules: FormRules): FormProblem[] => [
  ...lineProblems('name', '名称', form.name, CANDIDATE_NAME_LENGTH),
  ...placeProblems(form.placeCode, rules),
  ...lineProblems('summary', '一句话介绍', form.summary, SUMMARY_LENGTH),
  ...rules.plan.fields.flatMap((field) => fieldProblems(field, form.values[field.key], rules.month)),
  ...photoProblems(form.photos, rules.plan.photos),
]

function lineProblems(
  part: FormPart,
  label: string,
  text: string,
  { min, max }: { min: number; max: number },
): FormProblem[] {
  const length = text.trim().length
  if (length < min) return [{ part, message: `请填写${label}，至少 ${min} 个字` }]
  return length > max ? [{ part, message: `${label}最多 ${max} 个字，现在是 ${length} 个` }] : []
}

const STREET_DIGITS = 9

function placeProblems(code: string, { area, isPlace }: FormRules): FormProblem[] {
  if (code === '') return [{ part: 'place', message: '请选择所属区域' }]
  const isFine = code.length <= STREET_DIGITS && placeFields(code).districtCode !== null && isPlace(code)
  if (!isFine) return [{ part: 'place', message: '所属区域请选到区或街镇' }]
  return isWithin(code, area) ? [] : [{ part: 'place', message: '所属区域不在这次活动的范围内，请重新选择' }]
}

function fieldProblems(field: FormField, value: string | number | undefined, month: string): FormProblem[] {
  const { key: part, label, isRequired } = field
  const isEmpty = value === undefined || (typeof value === 'string' && value.trim() === '')
  if (isEmpty) return isRequired ? [{ part, message: `请填写${shortLabel(label)}` }] : []
  const message = CHECKS[FORM_FIELDS[part].input](field, value, month)
  return message === null ? [] : [{ part, message }]
}

/** What is wrong with a value that was given, or null. */
type Check = (field: FormField, value: string | number, month: string) => string | null

function textCheck({ label, min, max }: FormField, value: string | number): string | null {
  const length = countedLength(String(value))
  const isFine = length >= min && (max === 0 || length <= max)
  if (isFine) return null
  const wanted = min === 0 ? `最多 ${max} 字` : max === 0 ? `至少 ${min} 字` : `要写 ${min} 至 ${max} 字`
  return `${shortLabel(label)}${wanted}，现在是 ${length} 字`
}

function numberCheck({ key, label, min, max }: FormField, value: string | number): string | null {
  const name = shortLabel(label)
  if (typeof value !== 'number') return `${name}要填数字`
  if (key === 'units' && !Number.isInteger(value)) return `${name}要填整数`
  if (value < min) return `${name}不能少于 ${min}，现在是 ${value}`
  return max > 0 && value > max ? `${name}不能多于 ${max}，现在是 ${value}` : null
}

function monthCheck({ label }: FormField, value: string | number, month: string): string | null {
  const name = shortLabel(label)
  if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(String(value))) return `${name}要选年和月，例如 2019-05`
  return String(value) > month ? `${name}不能晚于这个月` : null
}

function personCheck({ label, min, max }: FormField, value: string | number): string | null {
  const length = String(value).trim().length
  return length < min || length > max ? `${shortLabel(label)}要写 ${min} 至 ${max} 个字` : null
}

const phoneCheck = ({ label }: FormField, value: string | number): string | null =>
  /^\+?\d[\d -]{4,17}\d$/.test(String(value).trim())
    ? null
    : `${shortLabel(label)}要填电话号码，只写数字，区号后可以用短横`

const CHECKS: Record<FieldInput, Check> = {
  text: textCheck,
  longText: textCheck,
  number: numberCheck,
  month: monthCheck,
  person: personCheck,
  phone: phoneCheck,
}

function photoProblems(photos: { kind: PhotoKind }[], rule: NominationPlan['photos']): FormProblem[] {
  const problem = (message: string): FormProblem => ({ part: 'photos', message })
  const problems: FormProblem[] = []
  if (photos.length < rule.min)
    problems.push(problem(`照片至少要 ${rule.min} 张，现在有 ${photos.length} 张`))
  if (photos.length > rule.max)
    problems.push(problem(`照片最多 ${rule.max} 张，现在有 ${photos.length} 张，请删掉一些`))
  for (const { kind, min } of rule.kinds) {
    const number = photos.filter((photo) => photo.kind === kind).length
    if (number < min) problems.push(problem(`${PHOTO_KIND_WORDS[kind]}至少要 ${min} 张，现在有 ${number} 张`))
  }
  const wanted = new Set(rule.kinds.map(({ kind }) => kind))
  for (const kind of new Set(photos.map((photo) => photo.kind)))
    if (!wanted.has(kind)) problems.push(problem(`这次活动不要${PHOTO_KIND_WORDS[kind]}，请删掉或改选类型`))
  return problems
}
