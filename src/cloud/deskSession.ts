import type { DeskSession } from './session'

/**
 * Where the session of a desk is kept: in the storage of the tab. A desk is shared and left, so closing the tab signs
 * out, and no other tab, nor whoever opens the browser next, finds the token; in localStorage they would.
 */
const KEY = 'deskSession'

/** A browser that is told to keep nothing throws here; the session then lasts until the page is left. */
const storageOfTab = (): Storage | null => {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

export const readDeskSession = (): DeskSession | null => {
  const kept = storageOfTab()?.getItem(KEY) ?? null
  return kept === null ? null : (JSON.parse(kept) as DeskSession)
}

export const writeDeskSession = (session: DeskSession | null): void => {
  if (session) storageOfTab()?.setItem(KEY, JSON.stringify(session))
  else storageOfTab()?.removeItem(KEY)
}
