import type { Position } from '@contract/cases/cases'
import Taro from '@tarojs/taro'

/** Opens a map program with the way there. Positions are GCJ-02 degrees, as WeChat and 高德 use them. */
type ShowWay = (position: Position, name: string) => unknown

const inWechat: ShowWay = ({ longitude, latitude }, name) =>
  Taro.openLocation({ longitude, latitude, name, scale: 18 }).catch(() => undefined)

/** 高德's address for this opens its program on a phone that has it, and a page where not. */
const onWeb: ShowWay = ({ longitude, latitude }, name) => {
  const to = `${longitude},${latitude},${encodeURIComponent(name)}`
  window.open(`https://uri.amap.com/navigation?to=${to}&coordinate=gaode&callnative=1`, '_blank', 'noopener')
}

export const showWay: ShowWay = process.env.TARO_ENV === 'weapp' ? inWechat : onWeb
