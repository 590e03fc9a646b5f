import type { Position } from '@contract/cases/cases'
import Taro from '@tarojs/taro'
import { requireConsent } from '@/privacy/consent'

/** Where the person says it is. WeChat's own map also knows what is there; '' when nothing is named. */
export interface ChosenPosition {
  position: Position
  address: string
}

/** Null: the person went back, or does not allow it. */
export const chooseInWechat = async (from: Position | null): Promise<ChosenPosition | null> => {
  if (!(await requireConsent())) return null
  try {
    const { longitude, latitude, name, address } = await Taro.chooseLocation(from ?? {})
    return {
      position: { longitude: Number(longitude), latitude: Number(latitude) },
      address: [address, name].filter(Boolean).join(' ').trim(),
    }
  } catch {
    return null
  }
}
