import { useDidShow } from '@tarojs/taro'
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'

/** Paper is wide too, so that tables are printed as tables. */
const WIDE = '(min-width: 1024px), print'

const watchWidth = (listener: () => void) => {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

const isWindowWide = () => matchMedia(WIDE).matches
const watchNothing = () => () => undefined
const never = () => false

const useIsWideOnWeb = (isAsked = true): boolean =>
  useSyncExternalStore(isAsked ? watchWidth : watchNothing, isAsked ? isWindowWide : never)

/** Whether the window is as wide as a desk; in WeChat never. */
export const useIsWide: () => boolean = process.env.TARO_ENV === 'weapp' ? never : useIsWideOnWeb

/** The page in sight decides: each says it anew when it is shown, so that none must tidy up after itself. */
const useDeskOnWeb = (mayBeWide: boolean): boolean => {
  const isWide = useIsWideOnWeb(mayBeWide)
  const lift = () => {
    document.documentElement.classList.toggle('is-desk', mayBeWide)
  }
  useEffect(lift, [mayBeWide])
  useDidShow(lift)
  return isWide
}

/** Lifts the phone frame while a page that may be wide is shown. True: it has the whole of a wide window now. */
export const useDeskOf: (mayBeWide: boolean) => boolean =
  process.env.TARO_ENV === 'weapp' ? never : useDeskOnWeb

export const DeskContext = createContext(false)

/** Whether the page around this component has the whole of a wide window. In the phone frame it has not. */
export const useIsDesk = (): boolean => useContext(DeskContext)
