import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { storageOwner, watchSession } from '@/cloud/session'
import { whenOnline } from '@/phone/network'
import { photoFiles } from '@/phone/photoFiles'
import { Outbox } from './outbox'
import { type Sent, send, upload } from './send'
import { storageOf } from './storage'

/** One for each person, so that what is on its way goes on while pages are left. */
const outboxes = new Map<string, Outbox>()

whenForgotten((owner) => {
  outboxes.get(owner)?.forget()
  outboxes.delete(owner)
  void photoFiles.forget(`reportPhotos.${owner}.`)
})

/** Under which name a photo of a report is kept, from the moment it is picked. */
export const photoName = (key: string): string => `reportPhotos.${storageOwner()}.${key}`

/** Of whoever uses the program now. */
export const ownOutbox = (): Outbox => {
  const owner = storageOwner()
  const held = outboxes.get(owner)
  if (held) return held
  const isCurrent = () => storageOwner() === owner
  const outbox = new Outbox({ storage: storageOf(owner), send, upload, files: photoFiles, isCurrent })
  outboxes.set(owner, outbox)
  return outbox
}

const goOn = (): void => void ownOutbox().goOn()

/** What waited when the program was closed goes on when it is opened, and when there is a network again. */
export const startOutbox = (): void => {
  goOn()
  whenOnline(goOn)
  watchSession(goOn)
}

/** When the program comes back to the front: a phone may have slept through the pauses. */
export const wakeOutbox = goOn

export const useOutbox = () => {
  const outbox = ownOutbox()
  const view = useSyncExternalStore(outbox.subscribe, outbox.read, outbox.read)
  return { outbox, view }
}

/** What has been sent since the page was opened. `run` is told each time: a list may have one more. */
export const useSentMeanwhile = (run: () => unknown): Sent[] => {
  const { view } = useOutbox()
  const [before] = useState(() => Object.keys(view.sent))
  const sent = Object.entries(view.sent)
    .filter(([requestId]) => !before.includes(requestId))
    .map(([, each]) => each)
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (sent.length > 0) void latest.current()
  }, [sent.length])
  return sent
}
