import type * as forgettingModule from '../../../cloudfunctions/platform/forgetting'
import { type CloudDatabase, startCloudDatabase } from '../../conformance/cloudDatabase'

/** Against the real SDK and the local cloud's database: what is asked of arrays is easily asked wrongly. */

type Wish = forgettingModule.ForgettingRow

let cloud: CloudDatabase
let forgetting: typeof forgettingModule

beforeAll(async () => {
  const indexes = [{ name: 'byService', unique: false, fields: [{ path: 'waiting', order: 1 as const }] }]
  cloud = await startCloudDatabase([{ name: 'forgetting', indexes }])
  // The platform connects when it is loaded, so the database must be there before.
  forgetting = await import('../../../cloudfunctions/platform/forgetting')
})
beforeEach(async () => {
  for (const { _id } of await wishes()) await cloud.db.collection('forgetting').doc(String(_id)).remove()
})
afterAll(() => cloud?.stop())

const wishes = async () => (await cloud.db.collection('forgetting').get()).data
const aWish = (changes: Partial<Wish> = {}): Wish => ({
  _id: 'ann',
  accountId: 'ann',
  requestId: 'first',
  requestedAt: 1000,
  waiting: ['accounts', 'voting'],
  ...changes,
})

/** A service's part, which remembers what it was asked to do. */
function aService() {
  const asked: [string, number][] = []
  return { asked, forget: async (...wish: [string, number]) => void asked.push(wish) }
}

test('each service does its part once, and the wish goes with the last', async () => {
  await forgetting.askToForget(aWish())
  const { asked, forget } = aService()
  expect(await forgetting.settleForgetting('messages', forget)).toBe(0)
  expect(await forgetting.settleForgetting('accounts', forget)).toBe(1)
  expect(await forgetting.settleForgetting('accounts', forget)).toBe(0)
  expect(await wishes()).toMatchObject([{ waiting: ['voting'] }])
  expect(await forgetting.settleForgetting('voting', forget)).toBe(1)
  expect(await wishes()).toEqual([])
  expect(asked).toEqual([
    ['ann', 1000],
    ['ann', 1000],
  ])
})

test('a service that fails is asked again, and keeps no other person waiting', async () => {
  await forgetting.askToForget(aWish())
  await forgetting.askToForget(aWish({ _id: 'bob', accountId: 'bob' }))
  const failing = async (accountId: string) => {
    if (accountId === 'ann') throw new Error('on purpose')
  }
  await expect(forgetting.settleForgetting('accounts', failing)).rejects.toThrow('on purpose')
  expect((await wishes()).map(({ _id, waiting }) => [_id, waiting])).toEqual([
    ['ann', ['accounts', 'voting']],
    ['bob', ['voting']],
  ])
  const { asked, forget } = aService()
  await forgetting.settleForgetting('accounts', forget)
  expect(asked).toEqual([['ann', 1000]])
})

test('timers of all services at once, twice each, leave nothing', async () => {
  const waiting = ['accounts', 'administration', 'messages', 'moderation', 'voting']
  for (let person = 0; person < 20; person++)
    await forgetting.askToForget(aWish({ _id: `p${person}`, accountId: `p${person}`, waiting }))
  const parts = [...waiting, ...waiting].map((service) => ({ service, ...aService() }))
  await Promise.all(parts.map(({ service, forget }) => forgetting.settleForgetting(service, forget)))
  expect(await wishes()).toEqual([])
  for (const service of waiting) {
    const asked = parts.filter((part) => part.service === service).flatMap((part) => part.asked)
    expect(new Set(asked.map(([accountId]) => accountId)).size).toBe(20)
  }
})

test.each([
  ['removeDocument', 1, 'dropBeforeWrite'],
  ['removeDocument', 2, 'dropBeforeWrite'],
  ['removeDocument', 2, 'dropAfterWrite'],
  ['modifyDocument', 1, 'dropBeforeWrite'],
  ['modifyDocument', 1, 'dropAfterWrite'],
] as const)(
  'whatever breaks (%s %i, %s), no wish is left that waits for nobody',
  async (name, count, effect) => {
    await forgetting.askToForget(aWish())
    const { forget } = aService()
    const settle = () =>
      Promise.allSettled(
        ['accounts', 'voting'].map((service) => forgetting.settleForgetting(service, forget)),
      )
    await cloud.service.setFaults({ failAfter: { action: `database.${name}`, count, effect } })
    expect((await settle()).filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect((await wishes()).filter(({ waiting }) => (waiting as string[]).length === 0)).toEqual([])
    await settle()
    expect(await wishes()).toEqual([])
  },
)

test('the same request is one wish, also when it has been done in part', async () => {
  await forgetting.askToForget(aWish())
  const { asked, forget } = aService()
  await forgetting.settleForgetting('accounts', forget)
  const again = await forgetting.askToForget(aWish({ requestedAt: 2000 }))
  expect(again).toMatchObject({ requestedAt: 1000, waiting: ['voting'] })
  expect(await forgetting.settleForgetting('accounts', forget)).toBe(0)
  expect(asked).toHaveLength(1)
})

test('asked anew, the wish waits for every service again, even for one that is just settling the old one', async () => {
  await forgetting.askToForget(aWish())
  const anew = aWish({ requestId: 'second', requestedAt: 2000 })
  await forgetting.settleForgetting('accounts', async () => void (await forgetting.askToForget(anew)))
  expect(await wishes()).toMatchObject([{ requestedAt: 2000, waiting: ['accounts', 'voting'] }])
})

test('asked by 16 requests at once there is one wish, which waits for all', async () => {
  const requests = Array.from({ length: 16 }, (_, index) => aWish({ requestId: `request ${index}` }))
  await Promise.all(requests.map((wish) => forgetting.askToForget(wish)))
  expect(await wishes()).toMatchObject([{ waiting: ['accounts', 'voting'] }])
})
