import { removeDocuments } from '../platform/documents/saveDocument'
import { keptSince } from '../platform/retention'
import { discard } from './ownData'
import * as store from './store'

export { forget } from './ownData'

/**
 * Once a minute: what was begun and left, and what was taken back, goes after its time; so do documents, those of other
 * functions too. A backlog takes several.
 */
export async function everyMinute(now: number): Promise<{ removed: number; documents: number }> {
  const since = keptSince('nominationDrafts', now)
  const old = [...(await store.listOlder('draft', since)), ...(await store.listOlder('withdrawn', since))]
  const failures: unknown[] = []
  // One that resists must not keep the others waiting.
  for (const row of old) await discard(row).catch((error: unknown) => failures.push(error))
  const documents = await removeDocuments(keptSince('madeDocuments', now))
  if (failures.length > 0) throw failures[0]
  return { removed: old.length, documents }
}
