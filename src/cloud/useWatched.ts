import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Without a connection the pause doubles, up to this. */
const LONGEST_PAUSE = 30_000

type WatchVisibility = (listener: (isVisible: boolean) => void) => () => void

/** A tab in the background is not looked at, though Taro calls its page shown. */
const watchTab: WatchVisibility = (listener) => {
  const tell = () => listener(document.visibilityState === 'visible')
  tell()
  document.addEventListener('visibilitychange', tell)
  return () => document.removeEventListener('visibilitychange', tell)
}

/** WeChat hides the page itself. */
const watchNothing: WatchVisibility = () => () => undefined

const watchVisibility = process.env.TARO_ENV === 'weapp' ? watchNothing : watchTab

/** Whether somebody can see the page. */
const useIsShown = (): boolean => {
  const [isShown, setShown] = useState(true)
  const [isVisible, setVisible] = useState(true)
  const show = useCallback(() => setShown(true), [])
  const hide = useCallback(() => setShown(false), [])
  useDidShow(show)
  useDidHide(hide)
  useEffect(() => watchVisibility(setVisible), [])
  return isShown && isVisible
}

interface Watching {
  /** Milliseconds between an answer and the next question. */
  pause: number
  isOn: boolean
}

/**
 * Asks again and again while the page is shown and `isOn`, each time after the answer before. `ask` answers whether it
 * came through; the hook answers whether the last one did, so that the page can say that it may be out of date.
 */
export const useWatched = (ask: () => Promise<boolean>, { pause, isOn }: Watching): boolean => {
  const isShown = useIsShown()
  const [isConnected, setConnected] = useState(true)
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (!isOn || !isShown) return
    let timer: ReturnType<typeof setTimeout>
    let isStopped = false
    const askAfter = (wait: number) => {
      timer = setTimeout(async () => {
        const came = await latest.current()
        if (isStopped) return
        setConnected(came)
        askAfter(came ? pause : Math.min(wait * 2, LONGEST_PAUSE))
      }, wait)
    }
    askAfter(pause)
    return () => {
      isStopped = true
      clearTimeout(timer)
    }
  }, [isOn, isShown, pause])
  return isConnected
}
