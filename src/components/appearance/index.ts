import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const CARE_MODE_KEY = 'careMode'
/** What WeChat on Android and browsers call the ordinary size; iOS says 17. */
const ORDINARY_FONT_SIZE = 16
const ORDINARY_FONT_SIZE_IOS = 17
/** Layouts are made to hold up to twice the size. */
const LARGEST_FACTOR = 2

const asFactor = (fontSize: number): number =>
  fontSize <= ORDINARY_FONT_SIZE_IOS ? 1 : Math.min(fontSize / ORDINARY_FONT_SIZE, LARGEST_FACTOR)

const weappFontSize = (): number => {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return fontSizeSetting ?? ORDINARY_FONT_SIZE
}

/** The reader's own font size in the browser: what `medium` comes to, whatever the page sets. */
const webFontSize = (): number => {
  const probe = document.createElement('span')
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium'
  document.body.appendChild(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return Number.isNaN(size) ? ORDINARY_FONT_SIZE : size
}

const systemFontSize = process.env.TARO_ENV === 'weapp' ? weappFontSize : webFontSize

export interface Appearance {
  /** 关怀版: larger type and targets, stronger contrast. */
  isCareMode: boolean
  /** The system's font size setting, 1 to 2. */
  typeFactor: number
}

let current: Appearance | null = null
const listeners = new Set<() => void>()

const read = (): Appearance => {
  current ??= {
    isCareMode: Taro.getStorageSync<boolean | ''>(CARE_MODE_KEY) === true,
    typeFactor: asFactor(systemFontSize()),
  }
  return current
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** How large and how strong this person wants to see the program; kept on the phone. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, read, read)

export const setCareMode = (isCareMode: boolean): void => {
  current = { ...read(), isCareMode }
  Taro.setStorageSync(CARE_MODE_KEY, isCareMode)
  for (const listener of listeners) listener()
}
