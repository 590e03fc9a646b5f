import Taro from '@tarojs/taro'

/** The environment is the one that the mini-program's own account has made its first. */
export const startCloud: () => void =
  process.env.TARO_ENV === 'weapp' ? () => Taro.cloud.init({ traceUser: false }) : () => undefined
