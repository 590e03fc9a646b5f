import { DESK_IDLE_TIME, DESK_SESSION_TIME } from '../../../contract/limits'
import {
  aCityAdministrator,
  aDistrictReviewer,
  expectError,
  expectValue,
  JINGAN,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { signInAtDesk, startAtDesk, statusOf } from './deskSignIns'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let cloud: Cloud
let person: Person

beforeAll(async () => {
  cloud = await startCloud()
})
beforeEach(async () => {
  person = await cloud.person()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const devicesOf = async (who: Person) => expectValue(await who.accounts('listDevices', {})).devices

test('somebody else’s device cannot be ended, nor one that is not there', async () => {
  const { token } = await signInAtDesk(cloud, person)
  const [device] = await devicesOf(person)
  const stranger = await cloud.person()
  const deviceId = device?.deviceId as string
  expect(expectError(await stranger.accounts('endDevice', { deviceId })).code).toBe('device_not_found')
  expect(expectError(await person.accounts('endDevice', { deviceId: 'NONE' })).code).toBe('device_not_found')
  expect(await devicesOf(stranger)).toEqual([])
  expect(await statusOf(cloud, token)).toBe(200)
})

test('an ended device is out at its next call, is ended once, and does not come back by asking again', async () => {
  const { token, code, secret } = await signInAtDesk(cloud, person)
  const [device] = await devicesOf(person)
  const deviceId = device?.deviceId as string
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => person.accounts('endDevice', { deviceId })),
  )
  expect(new Set(answers.map((answer) => expectValue(answer).endedAt)).size).toBe(1)
  expect(await statusOf(cloud, token)).toBe(401)
  expect(await devicesOf(person)).toEqual([])
  const again = await cloud.desk().accounts('finishDeskSignIn', { code, secret })
  expect(expectError(again).code).toBe('sign_in_expired')
})

test('a desk knows itself among the devices, and can end itself', async () => {
  const first = cloud.desk((await signInAtDesk(cloud, person)).token)
  const second = await signInAtDesk(cloud, person, 'Edge · Windows')
  const { devices } = expectValue(await first.accounts('listDevices', {}))
  expect(devices.map(({ device, isThis }) => [device, isThis])).toEqual([
    ['Edge · Windows', false],
    ['Chrome · Windows', true],
  ])
  const deviceId = devices.find(({ isThis }) => isThis)?.deviceId as string
  expectValue(await first.accounts('endDevice', { deviceId }))
  await expect(first.accounts('getMe', {})).rejects.toThrow('401')
  expect(await statusOf(cloud, second.token)).toBe(200)
})

test('a desk that is left alone is signed out, and one that is used is not', async () => {
  const [used, left] = [await signInAtDesk(cloud, person), await signInAtDesk(cloud, person)]
  await cloud.setClock(DESK_IDLE_TIME / 2)
  expect(await statusOf(cloud, used.token)).toBe(200)
  await cloud.setClock(DESK_IDLE_TIME + 1000)
  expect([await statusOf(cloud, used.token), await statusOf(cloud, left.token)]).toEqual([200, 401])
  expect(await devicesOf(person)).toHaveLength(1)
})

test('however much it is used, a session ends with the working day', async () => {
  const { token } = await signInAtDesk(cloud, person)
  for (let time = DESK_IDLE_TIME / 2; time < DESK_SESSION_TIME; time += DESK_IDLE_TIME / 2) {
    await cloud.setClock(time)
    expect(await statusOf(cloud, token)).toBe(200)
  }
  await cloud.setClock(DESK_SESSION_TIME + 1000)
  expect(await statusOf(cloud, token)).toBe(401)
})

test('at a desk staff do what their roles allow, and no more', async () => {
  const administrator = await aCityAdministrator(cloud)
  const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  const staff = { placeCode: JINGAN }
  const asStaff = cloud.desk((await signInAtDesk(cloud, administrator)).token)
  expectValue(await asStaff.administration('listStaff', staff))
  const asReviewer = cloud.desk((await signInAtDesk(cloud, reviewer)).token)
  expect(expectError(await asReviewer.administration('listStaff', staff)).code).toBe('not_allowed')
  const asCitizen = cloud.desk((await signInAtDesk(cloud, person)).token)
  expect(expectError(await asCitizen.administration('listStaff', staff)).code).toBe('not_allowed')
})

test('sign-ins and sessions that are no longer kept go, and only those', async () => {
  await signInAtDesk(cloud, person)
  await startAtDesk(cloud)
  const sections = async () => expectValue(await person.accounts('exportMyData', {})).sections
  const exported = async () => (await sections()).find(({ title }) => title === '登录过的设备')?.items
  await cloud.runTimer('accounts')
  expect(await exported()).toHaveLength(1)
  await cloud.setClock(2 * DAY)
  const { result } = (await cloud.runTimer('accounts')) as { result: { removed: number } }
  expect(result.removed).toBeGreaterThanOrEqual(2)
  expect(await exported()).toHaveLength(1)
  await cloud.setClock(31 * DAY)
  await cloud.runTimer('accounts')
  expect(await exported()).toEqual([])
})
