import { keptSince } from '../platform/retention'
import { addTickets } from './adding'
import * as store from './store'

/** A run leaves the next one its minute. */
const RUN = 40_000
/** What was begun and left holds names and telephones: it goes after a day. */
const LEFT_AFTER = 86_400_000

/** Once a minute: imports that were cut short, and tickets that are no longer kept. */
export async function everyMinute(now: number): Promise<{ added: number; removed: number }> {
  const failures: unknown[] = []
  let added = 0
  for (const row of await store.listImportsIn('adding', now)) {
    // One that resists must not keep the others waiting.
    const isDone = await addTickets(row, now + RUN).catch((error: unknown) => void failures.push(error))
    if (isDone) added += 1
  }
  const removed = await removeTickets(now)
  if (failures.length > 0) throw failures[0]
  return { added, removed }
}

async function removeTickets(now: number): Promise<number> {
  for (const { _id } of await store.listImportsIn('receiving', now - LEFT_AFTER))
    await store.changeImport(_id, ({ state }) =>
      state === 'receiving' ? { changes: { state: 'dropped' } } : { repeated: true },
    )
  let removed = await store.removeTicketsBefore(keptSince('hotlineTickets', now))
  for (const { _id } of await store.listDroppedWithTickets()) {
    const some = await store.removeTicketsOf(_id)
    removed += some
    if (some === 0) await store.changeImport(_id, () => ({ changes: { hasTickets: false } }))
  }
  return removed
}
