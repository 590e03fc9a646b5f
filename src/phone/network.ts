import Taro from '@tarojs/taro'

/** Tells when the phone is on the network again. Answers how to stop listening. */
type WhenOnline = (listener: () => void) => () => void

const inWechat: WhenOnline = (listener) => {
  const handle = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener()
  }
  Taro.onNetworkStatusChange(handle)
  return () => Taro.offNetworkStatusChange(handle)
}

/** Not Taro's way: browsers without `navigator.connection` would tell nothing. */
const onWeb: WhenOnline = (listener) => {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}

export const whenOnline: WhenOnline = process.env.TARO_ENV === 'weapp' ? inWechat : onWeb

/**
 * How long to wait before trying by itself again: a phone that has a network without a connection behind it is never
 * told that it is back.
 */
export const TRY_AGAIN_AFTER = 15_000
