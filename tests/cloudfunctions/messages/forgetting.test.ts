import { aCampaign, aCityAdministrator, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { inboxOf, publishFor, subscribe } from './writing'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

const stateOf = async (person: Person, campaignId: string) => {
  const { templates, quietHours } = expectValue(await person.messages('getSettings', {}))
  return {
    shown: (await inboxOf(person)).messages.length,
    agreed: templates.filter(({ isAgreed }) => isAgreed).length,
    quietHours,
    reminding: expectValue(await person.voting('getMyVote', { campaignId })).reminding,
  }
}

test('a deleted account leaves no message, agreement, quiet hours or reminder, and others keep theirs', async () => {
  const [leaving, staying] = [await cloud.person(), await cloud.person()]
  const { campaignId } = await aCampaign(administrator)
  for (const person of [leaving, staying]) {
    await subscribe(person, 'roleGranted')
    expectValue(await person.voting('remindMe', { campaignId }))
  }
  const ahead = await publishFor(cloud, administrator, [leaving, staying])
  await cloud.runTimer('voting')
  const before = { shown: 1, agreed: 1, quietHours: null, reminding: true }
  expect(await stateOf(leaving, campaignId)).toEqual(before)
  await cloud.setClock(ahead + 1000)
  expectValue(await leaving.accounts('deleteAccount', { confirmation: '注销账号' }))
  for (const service of ['messages', 'voting'] as const) await cloud.runTimer(service)
  expect(await stateOf(leaving, campaignId)).toEqual({
    shown: 0,
    agreed: 0,
    quietHours: { from: 1320, until: 420 },
    reminding: false,
  })
  expect(await stateOf(staying, campaignId)).toEqual(before)
})

test('what comes after the deletion stays', async () => {
  const person = await cloud.person()
  const { campaignId } = await aCampaign(administrator)
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  await cloud.setClock(120_000)
  await subscribe(person, 'roleGranted')
  expectValue(await person.voting('remindMe', { campaignId }))
  for (const service of ['messages', 'voting'] as const) await cloud.runTimer(service)
  expect(await stateOf(person, campaignId)).toMatchObject({ agreed: 1, quietHours: null, reminding: true })
})
