import type { ComponentType } from 'react'
import type { MapProps } from './model'
import { WebMap } from './webMap'
import { WechatMap } from './wechatMap'

export { aboutPlace } from './districts'
export type { MapBounds, MapCell, MapMarker, MapProps } from './model'

/** A map to look at or to choose a position on. Never the only way: a list or a field beside it says the same. */
export const MapView: ComponentType<MapProps> = process.env.TARO_ENV === 'weapp' ? WechatMap : WebMap
