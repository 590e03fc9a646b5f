/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** The build target; replaced by a literal when building. */
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** Id of the cloud environment; empty: the account's first one. */
declare const CLOUD_ENVIRONMENT: string
/** Origin of the functions' HTTP access, without a slash at its end; `.` when pages and functions are of one machine. */
declare const HTTP_ORIGIN: string
/** Where the tiles of maps in a browser come from; an empty address: plain ground. */
declare const MAP_TILES: { url: string; attribution: string; datum: 'gcj02' | 'wgs84' }

/** The smallest build of exifr: what JPEG and HEIC say of place and time, without names for the tags. */
declare module 'exifr/dist/mini.umd.js' {
  export function parse(
    file: ArrayBuffer,
    options: { ifd0: boolean; exif: number[]; gps: number[] },
  ): Promise<Record<string, unknown> | undefined>
}
