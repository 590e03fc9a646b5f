/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** The build target; replaced by a literal when building. */
    TARO_ENV: 'weapp' | 'h5'
  }
}
