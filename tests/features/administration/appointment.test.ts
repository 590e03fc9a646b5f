import {
  type Appointment,
  dayAfterMonths,
  endOf,
  groupedAccountId,
  problemsOf,
  problemsOfError,
  readAccountId,
  reviewWords,
} from '@/features/administration/appointment'
import { lastDayWords } from '@/features/administration/staffWords'

const NOW = Date.UTC(2026, 10, 21, 2)
const ACCOUNT = 'WJAT1TH4HGY8HWBMCZDYT6H2YY'

const anAppointment = (part: Partial<Appointment> = {}): Appointment => ({
  accountId: ACCOUNT,
  name: '王示例',
  role: 'reviewer',
  placeCode: '310106',
  organisation: null,
  lastDay: null,
  ...part,
})

it.each([
  ['in small letters', ACCOUNT.toLowerCase()],
  ['in groups, with a line end', `${groupedAccountId(ACCOUNT)}\n`],
  ['with the letters O, I and L for digits', ACCOUNT.replace('1', 'l')],
])('reads an account number %s', (_name, typed) => {
  expect(readAccountId(typed)).toBe(ACCOUNT)
})

it('finds nothing wrong with a whole appointment', () => {
  expect(problemsOf(anAppointment(), NOW)).toEqual({})
})

it.each<[string, Partial<Appointment>, keyof Appointment]>([
  ['no account number', { accountId: ' ' }, 'accountId'],
  ['a short account number', { accountId: ACCOUNT.slice(1) }, 'accountId'],
  ['no name', { name: ' 王 ' }, 'name'],
  ['no role', { role: null }, 'role'],
  ['the head of no organisation', { role: 'organisationLeader' }, 'organisation'],
  ['a last day in the past', { lastDay: dayAfterMonths(NOW, -1) }, 'lastDay'],
])('says at the field what is wrong with %s', (_name, part, field) => {
  expect(Object.keys(problemsOf(anAppointment(part), NOW))).toEqual([field])
})

it('lets a role end with this very day', () => {
  expect(problemsOf(anAppointment({ lastDay: dayAfterMonths(NOW, 0) }), NOW)).toEqual({})
})

it.each([
  ['half a year on', NOW, 6, '2027年5月21日'],
  ['in the last of a shorter month', Date.UTC(2026, 7, 31, 2), 6, '2027年2月28日'],
  ['by the clock of the city', Date.UTC(2026, 10, 21, 17), 12, '2027年11月22日'],
])('ends %s, with that day', (_name, now, months, words) => {
  expect(lastDayWords(endOf({ lastDay: dayAfterMonths(now, months) }) ?? 0)).toBe(words)
})

it('puts an error of the cloud where it belongs', () => {
  const input = { code: 'invalid_input', fields: [{ path: 'endsAt', message: '太晚' }] } as const
  expect(problemsOfError({ ...input, fields: [...input.fields] }, '')).toEqual({ lastDay: '太晚' })
  expect(problemsOfError({ code: 'cannot_grant_to_self' }, '不能')).toEqual({ accountId: '不能' })
  expect(problemsOfError({ code: 'no_connection' }, '没有连上')).toEqual({})
})

it('says in one sentence what will be given', () => {
  const named = { place: '静安区', roleName: '审核员' }
  expect(reviewWords(anAppointment(), named, '没有期限')).toBe(
    '王示例（账号尾号 T6H2YY）将成为静安区审核员，没有期限。',
  )
  const organisation = { organisationId: 'o', name: '示例公司', placeCode: '310106' }
  expect(reviewWords(anAppointment({ role: 'organisationLeader', organisation }), named, '到明天')).toBe(
    '王示例（账号尾号 T6H2YY）将成为“示例公司”的负责人，到明天。',
  )
})
