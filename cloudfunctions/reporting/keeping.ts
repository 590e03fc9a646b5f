import { filesOf } from '../platform/cases/photos'
import type { CaseRow } from '../platform/cases/rows'
import { deletePictures } from '../platform/contents/pictures'
import { discardContent } from '../platform/contents/removing'
import { keptSince } from '../platform/retention'
import * as store from './store'
import { removeWatchers } from './watchers/store'

/** What is no longer kept of cases. A stretch at a time: a backlog takes several. */

export async function removeOld(now: number): Promise<{ contacts: number; withdrawn: number }> {
  const contacts = await store.dropContactsBefore(keptSince('reporterContacts', now))
  const old = await store.listWithdrawnBefore(keptSince('withdrawnCases', now))
  const failures: unknown[] = []
  // One that resists must not keep the others waiting.
  for (const row of old) await discard(row).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return { contacts, withdrawn: old.length }
}

/**
 * Safe to be cut short: the case is found again until it has gone as the last. What it counted as stays counted, and
 * tells of nobody.
 */
async function discard(row: CaseRow): Promise<void> {
  if (row.contentId !== null && !(await discardContent(row.contentId))) return
  if (!(await removeWatchers(row._id))) return
  await deletePictures(filesOf([...row.photos, ...row.history.flatMap(({ photos }) => photos)]))
  await store.removeWithdrawn(row._id)
}
