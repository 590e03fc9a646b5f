import { expectError, expectValue } from '../../support/builders'
import {
  aCaseDesk,
  act,
  aReport,
  type CaseDesk,
  caseSeenBy,
  dispatchCase,
  storedFiles,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** How long what people report is kept. */

const DAY = 86_400_000
const HALF_A_YEAR = 180 * DAY

let cloud: Cloud
let desk: CaseDesk
let person: Person

beforeAll(async () => {
  cloud = await startCloud()
  desk = await aCaseDesk(cloud)
})
beforeEach(async () => {
  person = await cloud.person()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const CONTACT = { name: '示例女士', phone: '13800138000' }
const runTimerAfter = async (milliseconds: number) => {
  await cloud.setClock(milliseconds)
  expect(await cloud.runTimer('reporting')).not.toHaveProperty('error')
}
const contactOf = (caseId: string) =>
  desk.dispatcher.casework('revealReporterContact', { caseId, reason: '要问清楚地点' })
const refuse = (caseId: string) => act(desk.dispatcher, caseId, { act: 'refuse', words: '不属于受理范围' })

test('a contact goes half a year after its case was over, not before; the case stays', async () => {
  const { caseId } = await aReport(cloud, person, { contact: CONTACT })
  await refuse(caseId)
  await runTimerAfter(HALF_A_YEAR - DAY)
  expect(expectValue(await contactOf(caseId)).phone).toBe(CONTACT.phone)
  await runTimerAfter(HALF_A_YEAR + DAY)
  expect(expectError(await contactOf(caseId)).code).toBe('contact_not_given')
  expect(await caseSeenBy(person, caseId)).toMatchObject({ state: 'refused', own: { hasContact: false } })
})

test('while a case is open, or open again, its contact stays however long it takes', async () => {
  const open = await aReport(cloud, person, { contact: CONTACT })
  await dispatchCase(desk, open.caseId)
  const reopened = await aReport(cloud, person, { contact: CONTACT })
  await refuse(reopened.caseId)
  await act(desk.dispatcher, reopened.caseId, { act: 'reopen', words: '属于受理范围' })
  await runTimerAfter(2 * HALF_A_YEAR)
  for (const { caseId } of [open, reopened])
    expect(expectValue(await contactOf(caseId)).phone).toBe(CONTACT.phone)
})

test('a report that was taken back goes after half a year with words, photos and followers, once', async () => {
  const filesBefore = storedFiles(cloud, 'casePhotos').length
  const neighbour = await cloud.person()
  const { caseId } = await aReport(cloud, person)
  const staying = await aReport(cloud, person)
  expectValue(await neighbour.reporting('joinCase', { caseId }))
  expectValue(await person.reporting('withdrawCase', { caseId }))
  await runTimerAfter(HALF_A_YEAR - DAY)
  expect((await caseSeenBy(person, caseId)).state).toBe('withdrawn')
  await Promise.all([runTimerAfter(HALF_A_YEAR + DAY), runTimerAfter(HALF_A_YEAR + DAY)])
  await runTimerAfter(HALF_A_YEAR + DAY)
  expect(expectError(await person.reporting('getCase', { caseId })).code).toBe('case_not_found')
  const contents = expectValue(await person.moderation('exportMyData', {})).sections
  expect(contents.flatMap(({ items }) => items)).toHaveLength(1)
  expect(expectValue(await neighbour.reporting('exportMyData', {})).sections[1]?.items).toEqual([])
  expect(storedFiles(cloud, 'casePhotos')).toHaveLength(filesBefore + 2)
  expect((await caseSeenBy(person, staying.caseId)).state).toBe('reported')
})
