import { useEffect, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { storageOwner } from '@/cloud/session'
import { TRY_AGAIN_AFTER, whenOnline } from '@/phone/network'
import { photoFiles } from '@/phone/photoFiles'
import { PhotoQueue } from './queue'

/** One for each form, so that uploads go on while the page is left. */
const queues = new Map<string, PhotoQueue>()

const KEY = 'nominationPhotos'

whenForgotten((owner) => {
  for (const queue of queues.values()) queue.forget()
  queues.clear()
  void photoFiles.forget(`${KEY}.${owner}.`)
})

const queueOf = (nominationId: string): PhotoQueue => {
  const key = `${KEY}.${storageOwner()}.${nominationId}`
  const queue = queues.get(key) ?? new PhotoQueue(key, nominationId)
  queues.set(key, queue)
  return queue
}

/** Photos on their way into one's own nomination. */
export const usePhotoQueue = (nominationId: string) => {
  const queue = queueOf(nominationId)
  const view = useSyncExternalStore(queue.subscribe, queue.read, queue.read)
  useEffect(() => whenOnline(() => void queue.goOn()), [queue])
  useEffect(() => {
    if (!view.isOffline) return
    const timer = setInterval(() => void queue.goOn(), TRY_AGAIN_AFTER)
    return () => clearInterval(timer)
  }, [queue, view.isOffline])
  return { view, queue }
}
