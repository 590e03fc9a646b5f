import type { Position } from '../../contract/cases/cases'
import type { Category } from '../../contract/cases/categories'
import { CASE_ADDRESS_LENGTH, OPEN311_DESCRIPTION_MAX, PERSON_NAME_LENGTH } from '../../contract/limits'
import type { CaseRow } from '../platform/cases/rows'

/** What somebody files by the open interface, and what is wrong with it. Pure. */

/** A parameter that is empty counts as one that was not sent. */
export type Fields = Record<string, string>

export const given = (fields: Fields, name: string): string | null => fields[name]?.trim() || null

export interface Form {
  fields: Fields
  attributes: Record<string, string[]>
}

export interface Filing {
  description: string
  /** WGS84. */
  position: Position | null
  address: string | null
  /** A code of the national division table. */
  addressId: string | null
  answers: CaseRow['answers']
  contact: { name?: string; phone: string } | null
}

interface Read<Value> {
  value: Value
  problem: string | null
}

const fine = <Value>(value: Value): Read<Value> => ({ value, problem: null })
const wrong = <Value>(value: Value, problem: string): Read<Value> => ({ value, problem })

function readPosition(fields: Fields): Read<Position | null> {
  const [lat, long] = [given(fields, 'lat'), given(fields, 'long')]
  if (lat === null && long === null) return fine(null)
  const [latitude, longitude] = [Number(lat ?? Number.NaN), Number(long ?? Number.NaN)]
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPlace ? fine({ longitude, latitude }) : wrong(null, 'lat 和 long 要一起提供，是 WGS84 的度数。')
}

function readAddress(fields: Fields): Read<string | null> {
  const address = given(fields, 'address_string')
  const { max } = CASE_ADDRESS_LENGTH
  return (address?.length ?? 0) > max ? wrong(null, `address_string 最多 ${max} 个字。`) : fine(address)
}

function readDescription(fields: Fields): Read<string> {
  const description = given(fields, 'description') ?? ''
  return description.length > OPEN311_DESCRIPTION_MAX
    ? wrong('', `description 最多 ${OPEN311_DESCRIPTION_MAX} 个字。`)
    : fine(description)
}

const PHONE = /^\+?\d[\d -]{4,17}\d$/

/** 张 and 三 are written together, John and Smith apart. */
const fullName = (last: string, first: string): string =>
  /^[\x20-\x7f]*$/.test(last + first) ? `${first} ${last}`.trim() : last + first

function readContact(fields: Fields): Read<Filing['contact']> {
  const phone = given(fields, 'phone')
  const name = fullName(given(fields, 'last_name') ?? '', given(fields, 'first_name') ?? '')
  if (name.length > PERSON_NAME_LENGTH.max) return wrong(null, `姓名最多 ${PERSON_NAME_LENGTH.max} 个字。`)
  if (phone === null) return fine(null)
  if (!PHONE.test(phone)) return wrong(null, 'phone 只写数字，区号后可以用短横。')
  return fine(name === '' ? { phone } : { name, phone })
}

const ANSWER_LENGTH = 100

function readAnswer(
  { questionId, label, kind, options, isRequired }: Category['questions'][number],
  attributes: Form['attributes'],
): Read<CaseRow['answers']> {
  const value = (attributes[questionId] ?? []).map((each) => each.trim()).find(Boolean) ?? ''
  const name = `attribute[${questionId}]（${label}）`
  if (value === '') return isRequired ? wrong([], `没有提供 ${name}。`) : fine([])
  if (kind === 'choice' && !options.includes(value))
    return wrong([], `${name} 只能是：${options.join('、')}。`)
  if (kind === 'number' && !/^-?\d{1,9}$/.test(value)) return wrong([], `${name} 要填整数。`)
  if (value.length > ANSWER_LENGTH) return wrong([], `${name} 最多 ${ANSWER_LENGTH} 个字。`)
  return fine([{ questionId, label, value: kind === 'number' ? Number(value) : value }])
}

/** All that is wrong with it is said at once. */
export function readFiling(
  { fields, attributes }: Form,
  { questions }: Category,
): { filing: Filing } | { problems: string[] } {
  const [position, address] = [readPosition(fields), readAddress(fields)]
  const [description, contact] = [readDescription(fields), readContact(fields)]
  const answers = questions.map((question) => readAnswer(question, attributes))
  const addressId = given(fields, 'address_id')
  const problems = [position, address, description, contact, ...answers].flatMap(
    ({ problem }) => problem ?? [],
  )
  const isSomewhere = ['lat', 'long', 'address_string', 'address_id'].some((name) => given(fields, name))
  if (!isSomewhere) problems.push('没有提供地点：请提供 lat 和 long，或者 address_string，或者 address_id。')
  if (problems.length > 0) return { problems }
  return {
    filing: {
      description: description.value,
      position: position.value,
      address: address.value,
      addressId,
      answers: answers.flatMap(({ value }) => value),
      contact: contact.value,
    },
  }
}

/** The client's own id of a report: letters, digits and hyphens. */
export const isOwnId = (text: string): boolean => /^[\w-]{8,64}$/.test(text)
