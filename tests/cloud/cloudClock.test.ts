import Taro from '@tarojs/taro'
import { cloudNow, rememberCloudTime, wakeCloudClock, withCloudTime } from '@/cloud/cloudClock'

const HOUR = 3_600_000
/** The phone believes this. */
const PHONE = Date.UTC(2026, 10, 21, 1)
const CLOUD = PHONE + 3 * HOUR

beforeEach(() => {
  jest.useFakeTimers({ now: PHONE })
  Taro.removeStorageSync('cloudClock')
  wakeCloudClock()
})
afterEach(() => jest.useRealTimers())

it('goes by the phone until the cloud has told the time', () => {
  expect(cloudNow()).toBe(PHONE)
})

it('goes by the cloud from then on, and counts half of the way that the answer took', () => {
  rememberCloudTime(CLOUD, 200)
  jest.advanceTimersByTime(5000)
  expect(cloudNow()).toBe(CLOUD + 100 + 5000)
})

it('does not follow when somebody sets the phone’s clock', () => {
  rememberCloudTime(CLOUD, 0)
  jest.advanceTimersByTime(1000)
  jest.setSystemTime(PHONE - 24 * HOUR)
  expect(cloudNow()).toBe(CLOUD + 1000)
})

it('goes on by the difference that was kept when the phone has slept', () => {
  rememberCloudTime(CLOUD, 0)
  // Asleep, nothing was counted.
  jest.setSystemTime(PHONE + HOUR)
  wakeCloudClock()
  expect(cloudNow()).toBe(CLOUD + HOUR)
})

it('takes the time from answers, not from failures', async () => {
  await withCloudTime(async () => ({ ok: false as const }))
  expect(cloudNow()).toBe(PHONE)
  await withCloudTime(async () => ({ ok: true as const, value: { now: CLOUD } }))
  expect(cloudNow()).toBe(CLOUD)
})
