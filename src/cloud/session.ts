import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** Who this browser is. In WeChat nobody signs in: the cloud knows the caller by itself. */
export interface Session {
  token: string
  identity: { id: string; name: string; description: string }
}

const SESSION_KEY = 'session'
const listeners = new Set<() => void>()
let current: Session | null | undefined

export const readSession = (): Session | null => {
  if (current === undefined) current = Taro.getStorageSync<Session | ''>(SESSION_KEY) || null
  return current
}

const change = (session: Session | null): void => {
  current = session
  if (session) Taro.setStorageSync(SESSION_KEY, session)
  else Taro.removeStorageSync(SESSION_KEY)
  for (const listener of listeners) listener()
}

export const keepSession = (session: Session): void => change(session)
export const forgetSession = (): void => change(null)

export const watchSession = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSession = (): Session | null => useSyncExternalStore(watchSession, readSession, readSession)

const useIsSignedInOnWeb = () => useSession() !== null

export const useIsSignedIn: () => boolean = process.env.TARO_ENV === 'weapp' ? () => true : useIsSignedInOnWeb

/** Keeps what several people leave on one machine apart. WeChat gives each person a storage of their own. */
export const storageOwner = (): string => readSession()?.identity.id ?? 'me'
