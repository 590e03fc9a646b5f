import Taro from '@tarojs/taro'

/** The environment that this build was made for, or else the first one of the mini-program's account. */
const environment = CLOUD_ENVIRONMENT === '' ? {} : { env: CLOUD_ENVIRONMENT }

export const startCloud: () => void =
  process.env.TARO_ENV === 'weapp'
    ? () => Taro.cloud.init({ ...environment, traceUser: false })
    : () => undefined
