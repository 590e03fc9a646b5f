import { UNREAD_SHOWN } from '@contract/limits'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { call } from '@/cloud/call'
import { readSession, storageOwner, useIsSignedIn, watchSession } from '@/cloud/session'

/** How many messages this person has not read: one number for the tab, the row and the card that show it. */

/** 我的, in the tab bar of src/app.config.ts. */
const MINE_TAB = 4
const MINUTE = 60_000

const NOTHING = { owner: '', unread: 0 }
let counted = NOTHING
let turn = 0
/** Whose messages are being counted. */
let asking: string | null = null
const listeners = new Set<() => void>()

const isSignedIn: () => boolean = process.env.TARO_ENV === 'weapp' ? () => true : () => readSession() !== null
const isInSight: () => boolean = process.env.TARO_ENV === 'weapp' ? () => true : () => !document.hidden

/** What was counted for somebody else is not this person's. */
const readUnread = (): number => (isSignedIn() && counted.owner === storageOwner() ? counted.unread : 0)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  const stopWatching = watchSession(listener)
  return () => {
    listeners.delete(listener)
    stopWatching()
  }
}

/** `99+` where counting stopped. */
export const unreadWords = (unread: number): string =>
  unread >= UNREAD_SHOWN ? `${UNREAD_SHOWN - 1}+` : String(unread)

/** WeChat refuses while a page without tabs is in sight; it is drawn when a page with them is shown. */
const drawBadge = (): void => {
  const unread = readUnread()
  const drawn =
    unread > 0
      ? Taro.setTabBarBadge({ index: MINE_TAB, text: unreadWords(unread) })
      : Taro.removeTabBarBadge({ index: MINE_TAB })
  drawn.catch(() => undefined)
}

/** For whoever has just been told the number by another answer. A count still on its way is older and is dropped. */
export const keepUnread = (unread: number): void => {
  turn += 1
  counted = { owner: storageOwner(), unread }
  drawBadge()
  for (const listener of listeners) listener()
}

/** Counts anew, once however many ask. When that fails the number stays as it was: nobody is waiting for it. */
export const refreshUnread = async (): Promise<void> => {
  drawBadge()
  const owner = storageOwner()
  if (!isSignedIn() || asking === owner) return
  asking = owner
  turn += 1
  const asked = turn
  const answer = await call('messages', 'countUnread', {})
  if (asking === owner) asking = null
  if (asked === turn && answer.ok) keepUnread(answer.value.unread)
}

/** The number, kept up to date while the page is in sight. */
export const useUnread = (): number => {
  const timer = useRef<ReturnType<typeof setInterval> | null>(null)
  const isKnown = useIsSignedIn()
  const stop = () => {
    if (timer.current !== null) clearInterval(timer.current)
    timer.current = null
  }
  const keepUp = () => {
    stop()
    timer.current = setInterval(() => {
      if (isInSight()) void refreshUnread()
    }, MINUTE)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever signs in or out has another number
  useEffect(() => {
    void refreshUnread()
    keepUp()
    return stop
  }, [isKnown])
  useDidShow(() => {
    void refreshUnread()
    keepUp()
  })
  useDidHide(stop)
  return useSyncExternalStore(subscribe, readUnread, readUnread)
}
