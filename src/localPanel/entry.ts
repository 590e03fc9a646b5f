/** The way to the cloud on one machine; null in weapp, where webpack then leaves the whole folder out. */
export const loadLocalCloud = process.env.TARO_ENV === 'h5' ? () => import('./localCloud') : null
