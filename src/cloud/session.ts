import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { readDeskSession, writeDeskSession } from './deskSession'
import { forgetOwn } from './ownStorage'

interface Identity {
  id: string
  name: string
  description: string
}

/** An identity of the cloud on one machine. That cloud writes no kind. */
export interface LocalSession {
  kind?: 'local'
  token: string
  identity: Identity
}

/** A browser that was signed in by scanning its code. */
export interface DeskSession {
  kind: 'desk'
  token: string
  expiresAt: number
  identity: Identity
}

/** Who this browser is. In WeChat nobody signs in: the cloud knows the caller by itself. */
export type Session = LocalSession | DeskSession

const SESSION_KEY = 'session'
const listeners = new Set<() => void>()
let current: Session | null | undefined

const readLocalSession = (): LocalSession | null =>
  Taro.getStorageSync<LocalSession | ''>(SESSION_KEY) || null

const readOnWeb = (): Session | null => {
  if (current === undefined) current = readDeskSession() ?? readLocalSession()
  return current
}

/** Chosen here, once, so that the weapp build knows no session at all. */
export const readSession: () => Session | null = process.env.TARO_ENV === 'weapp' ? () => null : readOnWeb

const keepLocally = (session: LocalSession | null): void => {
  if (session) Taro.setStorageSync(SESSION_KEY, session)
  else Taro.removeStorageSync(SESSION_KEY)
}

/** A session replaces the one of the other kind: nobody is two people in one tab. */
const change = (session: Session | null): void => {
  const before = readSession()
  current = session
  writeDeskSession(session?.kind === 'desk' ? session : null)
  keepLocally(session && session.kind !== 'desk' ? session : null)
  // A desk is shared: whoever sits down next finds nothing there.
  if (before?.kind === 'desk') forgetOwn(before.identity.id)
  for (const listener of listeners) listener()
}

export const keepSession = (session: Session): void => change(session)
/** In WeChat there is none to forget, and the build contains nothing of it. */
export const forgetSession: () => void =
  process.env.TARO_ENV === 'weapp' ? () => undefined : () => change(null)

export const watchSession = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useSession = (): Session | null => useSyncExternalStore(watchSession, readSession, readSession)

const useIsSignedInOnWeb = () => useSession() !== null

export const useIsSignedIn: () => boolean = process.env.TARO_ENV === 'weapp' ? () => true : useIsSignedInOnWeb

/** Keeps what several people leave in one browser apart. WeChat gives each person a storage of their own. */
export const storageOwner = (): string => readSession()?.identity.id ?? 'me'
