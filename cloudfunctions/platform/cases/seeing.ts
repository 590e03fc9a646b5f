import type { ContentRow } from '../contents/rows'
import { collection, command } from '../database/collection'
import { linkPhotos } from '../photos'
import { filesOf } from './photos'
import { afterPhotos, type Seen } from './publicView'
import type { CasePhotoRow, CaseRow } from './rows'

/** Loads what decides which words and photos of cases are shown, and the links to these photos. */

/** Of these cases, those whose words and photos the check has passed. One query for a page of a list. */
export async function findShown(rows: readonly CaseRow[]): Promise<Set<string>> {
  const contentIds = rows.flatMap(({ contentId }) => contentId ?? [])
  if (contentIds.length === 0) return new Set()
  const visible = await collection<ContentRow>('contents').list(
    { _id: command.in(contentIds), state: 'visible' },
    { limit: contentIds.length },
  )
  const ids = new Set(visible.map(({ _id }) => _id))
  return new Set(rows.flatMap(({ _id, contentId }) => (contentId && ids.has(contentId) ? _id : [])))
}

/** For `presentPublicCase`: all sizes of all photos. */
export async function seeForEveryone(rows: readonly CaseRow[], now: number): Promise<Seen> {
  const shown = await findShown(rows)
  const photos = rows.flatMap((row) => [
    ...(shown.has(row._id) ? row.photos : []),
    ...afterPhotos(row.history),
  ])
  return { now, shown, links: await linkPhotos(filesOf(photos)) }
}

/** For `presentPublicSummary`: the first photos, in the size of a list. `own` are cases of the caller's, shown as they are. */
export async function seeInList(
  rows: readonly CaseRow[],
  now: number,
  own: ReadonlySet<string> = new Set(),
): Promise<Seen> {
  const shown = new Set([...(await findShown(rows.filter(({ _id }) => !own.has(_id)))), ...own])
  const first = ([photo]: readonly CasePhotoRow[]) => photo?.list ?? null
  const files = rows.flatMap((row) => [
    shown.has(row._id) ? first(row.photos) : null,
    first(afterPhotos(row.history)),
  ])
  return { now, shown, links: await linkPhotos(files) }
}
