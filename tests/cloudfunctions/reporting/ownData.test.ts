import { expectError, expectValue } from '../../support/builders'
import { aCaseDesk, aReport, type CaseDesk, caseSeenBy, dispatchCase } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** What a person takes along of cases, and what stays of them when they are gone. */

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
afterAll(() => cloud?.stop())

const CONTACT = { name: '示例女士', phone: '13800138000' }

const kept = async () => {
  const { sections } = expectValue(await person.reporting('exportMyData', {}))
  return Object.fromEntries(sections.map(({ title, items }) => [title, items]))
}
const leave = async () => {
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  expect(await cloud.runTimer('reporting')).not.toHaveProperty('error')
}

test('a person takes along what they reported, with their contact, and what they joined or follow', async () => {
  const { caseId, number } = await aReport(cloud, person, { contact: CONTACT })
  expectValue(await person.reporting('addRemark', { caseId, words: '示例：还在', photos: [] }))
  const neighbour = await cloud.person()
  const joined = await aReport(cloud, neighbour)
  const followed = await aReport(cloud, neighbour)
  expectValue(await person.reporting('joinCase', { caseId: joined.caseId }))
  expectValue(await person.reporting('followCase', { caseId: followed.caseId, isFollowing: true }))
  expect(await kept()).toEqual({
    我的上报: [
      expect.objectContaining({
        编号: number,
        联系方式: '示例女士 13800138000',
        补充说明: '示例：还在',
        照片: 1,
      }),
    ],
    我也遇到和关注的问题: [
      expect.objectContaining({ 编号: followed.number, 关系: '关注' }),
      expect.objectContaining({ 编号: joined.number, 关系: '我也遇到' }),
    ],
  })
})

test('a case stays when its reporter goes, without the person, and goes on', async () => {
  const { caseId } = await aReport(cloud, person, { contact: CONTACT })
  await leave()
  expect(await kept()).toEqual({ 我的上报: [], 我也遇到和关注的问题: [] })
  expect(await caseSeenBy(person, caseId)).toMatchObject({ relation: null, own: null })
  const asked = { caseId, reason: '要问清楚地点' }
  const revealed = await desk.dispatcher.casework('revealReporterContact', asked)
  expect(expectError(revealed).code).toBe('contact_not_given')
  await dispatchCase(desk, caseId)
  expect((await caseSeenBy(cloud.nobody, caseId)).state).toBe('dispatched')
})

test('who is gone is not counted among those who joined', async () => {
  const { caseId } = await aReport(cloud, await cloud.person())
  expectValue(await (await cloud.person()).reporting('joinCase', { caseId }))
  expectValue(await person.reporting('joinCase', { caseId }))
  await leave()
  expect((await caseSeenBy(cloud.nobody, caseId)).joined).toBe(1)
})

test('what a person reports after having come back stays theirs', async () => {
  await aReport(cloud, person)
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  const { number } = await aReport(cloud, person)
  expect(await cloud.runTimer('reporting')).not.toHaveProperty('error')
  expect((await kept()).我的上报).toMatchObject([{ 编号: number }])
})
