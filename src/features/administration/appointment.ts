import type { FieldProblem } from '@contract/errors'
import { ACCOUNT_ID_LENGTH, PERSON_NAME_LENGTH } from '@contract/limits'
import type { Role } from '@contract/method'
import { isOrganisationRole } from '@contract/method'
import type { CloudError } from '@/cloud/services'

/** What an administrator fills in to give a role. */
export interface Appointment {
  accountId: string
  name: string
  role: Role | null
  placeCode: string
  organisation: { organisationId: string; name: string; placeCode: string } | null
  /** The first moment of the last day; null: until it is ended. */
  lastDay: number | null
}

export type Problems = Partial<Record<keyof Appointment, string>>

const DAY = 86_400_000
const CITY_OFFSET = 8 * 3_600_000

/** An account's number as it is meant: letters O, I and L do not occur in it, and are read as the digits they look like. */
export const readAccountId = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** In groups of four, so that it can be compared with another one. */
export const groupedAccountId = (accountId: string): string => (accountId.match(/.{1,4}/g) ?? []).join(' ')

/** The same day of the month so many months on, by the city's clock: its first moment. The last of a shorter month. */
export const dayAfterMonths = (now: number, months: number): number => {
  const today = new Date(now + CITY_OFFSET)
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate()]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(day, lastOfMonth)) - CITY_OFFSET
}

export const endOf = ({ lastDay }: Pick<Appointment, 'lastDay'>): number | null =>
  lastDay === null ? null : lastDay + DAY

const accountProblem = (typed: string): string | null => {
  const { length } = readAccountId(typed)
  if (length === 0) return '请填写账号编号，对方在“我的”里可以复制'
  if (length === ACCOUNT_ID_LENGTH) return null
  return `账号编号是 ${ACCOUNT_ID_LENGTH} 位，现在是 ${length} 位，请核对`
}

const nameProblem = (name: string): string | null =>
  name.trim().length < PERSON_NAME_LENGTH.min ? `请填写姓名，至少 ${PERSON_NAME_LENGTH.min} 个字` : null

const organisationProblem = ({ role, organisation }: Appointment): string | null =>
  isOrganisationRole(role) && organisation === null ? '请选择对方所在的组织' : null

const endProblem = (appointment: Appointment, now: number): string | null => {
  const endsAt = endOf(appointment)
  return endsAt !== null && endsAt <= now ? '最后一天已经过去，请选今天或以后的一天' : null
}

/** The same as the cloud will say, before asking it. */
export const problemsOf = (appointment: Appointment, now: number): Problems => {
  const found = {
    accountId: accountProblem(appointment.accountId),
    name: nameProblem(appointment.name),
    role: appointment.role === null ? '请选择角色' : null,
    organisation: organisationProblem(appointment),
    lastDay: endProblem(appointment, now),
  }
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words !== null)) as Problems
}

const fieldsOfErrors: Partial<Record<CloudError['code'], keyof Appointment>> = {
  cannot_grant_to_self: 'accountId',
  end_has_passed: 'lastDay',
  organisation_not_found: 'organisation',
  not_above: 'role',
}

const fieldsOfInput: Record<string, keyof Appointment> = {
  accountId: 'accountId',
  name: 'name',
  role: 'role',
  placeCode: 'placeCode',
  organisationId: 'organisation',
  endsAt: 'lastDay',
}

const byField = (fields: FieldProblem[]): Problems =>
  Object.fromEntries(
    fields.flatMap(({ path, message }) => {
      const field = fieldsOfInput[path]
      return field ? [[field, message]] : []
    }),
  )

/** Where on the form an error of the cloud belongs; empty: to the form as a whole. */
export const problemsOfError = (error: CloudError, sentence: string): Problems => {
  if (error.code === 'invalid_input') return byField(error.fields)
  const field = fieldsOfErrors[error.code]
  return field ? { [field]: sentence } : {}
}

interface Named {
  /** Its place in words. */
  place: string
  roleName: string
}

/** What will be given, in one sentence, to be read before the button is pressed. */
export const reviewWords = (appointment: Appointment, { place, roleName }: Named, end: string): string => {
  const { name, accountId, role, organisation } = appointment
  const code = readAccountId(accountId).slice(-6)
  const as = isOrganisationRole(role)
    ? `“${organisation?.name ?? ''}”的${role === 'handler' ? '处置员' : '负责人'}`
    : `${place}${roleName}`
  return `${name.trim()}（账号尾号 ${code}）将成为${as}，${end}。`
}
