import Taro from '@tarojs/taro'

/** Keeps the screen from going dark. Answers how to let it. A phone that cannot is left as it is. */
type KeepScreenOn = () => () => void

const inWechat: KeepScreenOn = () => {
  const keep = (keepScreenOn: boolean) => void Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)
  keep(true)
  return () => keep(false)
}

/** The browser lets go whenever its tab is left, so it is asked again. */
const onWeb: KeepScreenOn = () => {
  let lock: Promise<WakeLockSentinel | null> | null = null
  const ask = () => {
    if (document.visibilityState === 'visible' && navigator.wakeLock)
      lock = navigator.wakeLock.request('screen').catch(() => null)
  }
  ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    document.removeEventListener('visibilitychange', ask)
    void lock?.then((held) => held?.release())
  }
}

export const keepScreenOn: KeepScreenOn = process.env.TARO_ENV === 'weapp' ? inWechat : onWeb
