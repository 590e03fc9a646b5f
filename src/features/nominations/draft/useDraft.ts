import type { Nomination } from '@contract/nominations'
import { useDidHide } from '@tarojs/taro'
import { useEffect, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { storageOwner } from '@/cloud/session'
import { TRY_AGAIN_AFTER, whenOnline } from '@/phone/network'
import { DraftStore } from './store'

/** One for each form, so that a page that is left and opened again goes on with the same save. */
const stores = new Map<string, DraftStore>()

whenForgotten(() => {
  for (const store of stores.values()) store.forget()
  stores.clear()
})

const storeOf = (nomination: Nomination): DraftStore => {
  const { nominationId } = nomination
  const key = `nomination.${storageOwner()}.${nominationId}`
  const held = stores.get(key)
  if (held) return held
  const store = new DraftStore(key, nominationId, nomination)
  stores.set(key, store)
  return store
}

/** The words of one's own nomination; saved by themselves. */
export const useDraft = (nomination: Nomination) => {
  const store = storeOf(nomination)
  const view = useSyncExternalStore(store.subscribe, store.read, store.read)
  useEffect(() => store.look(nomination), [store, nomination])
  useEffect(() => whenOnline(() => void store.flush()), [store])
  // Leaving saves at once what has been typed.
  useEffect(() => () => void store.flush(), [store])
  useDidHide(() => void store.flush())
  const isStuck = view.state === 'offline' || view.state === 'failed'
  useEffect(() => {
    if (!isStuck) return
    const timer = setInterval(() => void store.flush(), TRY_AGAIN_AFTER)
    return () => clearInterval(timer)
  }, [store, isStuck])
  return { view, read: store.read, type: store.type, flush: store.flush, choose: store.choose }
}
