import Taro from '@tarojs/taro'

/**
 * The cloud's time as this phone knows it: told with an answer, kept for when there is no network, and counted on by a
 * clock that nobody can set. A phone whose own clock is wrong shows and sends the right codes by it.
 */

const KEY = 'cloudClock'

/** Milliseconds since some moment, never set back or forward; where there is none, the phone's clock. */
const ticks = (): number =>
  typeof performance === 'object' && typeof performance.now === 'function' ? performance.now() : Date.now()

let known: { cloudAt: number; ticksAt: number } | null = null

/** How far the cloud's clock was ahead of the phone's when it was told last. */
const keptDifference = (): number => Taro.getStorageSync<number | ''>(KEY) || 0

/** `now`: as the cloud has answered to what was asked `tookMilliseconds` ago; it said so half-way. */
export const rememberCloudTime = (now: number, tookMilliseconds: number): void => {
  const cloudAt = now + tookMilliseconds / 2
  known = { cloudAt, ticksAt: ticks() }
  try {
    Taro.setStorageSync(KEY, cloudAt - Date.now())
  } catch {
    // The phone's storage is full: it lasts as long as the program runs.
  }
}

/** A phone that has slept may not have counted: from here on by its own clock and the difference that was kept. */
export const wakeCloudClock = (): void => {
  known = { cloudAt: Date.now() + keptDifference(), ticksAt: ticks() }
}

export const cloudNow = (): number => {
  if (known === null) wakeCloudClock()
  const { cloudAt, ticksAt } = known ?? { cloudAt: Date.now(), ticksAt: ticks() }
  return Math.round(cloudAt + ticks() - ticksAt)
}

/** A page that tells the cloud's time asks for it with `now` in the answer. */
export const withCloudTime = async <Answer extends { ok: true; value: { now: number } } | { ok: false }>(
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const askedAt = ticks()
  const answer = await ask()
  if (answer.ok) rememberCloudTime(answer.value.now, ticks() - askedAt)
  return answer
}
