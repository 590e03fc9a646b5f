import { collection, command } from '../database/collection'
import { type WorkRow, workId } from '../work'
import { deletePictures } from './pictures'
import type { ContentRow, PictureCheckRow } from './rows'
import { ownPictures } from './rules'

/** How content goes for good, with all that hangs on it. */

const contents = () => collection<ContentRow>('contents')

const CHECKS_AT_ONCE = 100

/** Takes content out of all that shows it, if it is still at this version. From then on it is the oldest there is. */
const markRemoved = ({ _id, version }: ContentRow): Promise<boolean> =>
  contents().changeOne(
    { _id, version },
    { state: 'withdrawn', accountId: null, changedAt: 0, version: command.inc(1) },
  )

/** With what was asked about its pictures and the work that quotes it. Its files go before it. */
async function removeRow(contentId: string): Promise<void> {
  await collection<PictureCheckRow>('pictureChecks').removeSome({ contentId }, CHECKS_AT_ONCE)
  await collection<WorkRow>('work').remove({ _id: workId('contentReview', contentId) })
  await contents().remove({ _id: contentId })
}

/**
 * Safe to be cut short: what is marked is found again, by its state, until its row has gone as well. False: it has
 * changed meanwhile and is still there.
 */
export async function removeContent(row: ContentRow): Promise<boolean> {
  if (!(await markRemoved(row))) return false
  await deletePictures(ownPictures(row))
  await removeRow(row._id)
  return true
}

/** For what it belongs to, which goes after it. Gone already is as good. */
export async function discardContent(contentId: string): Promise<boolean> {
  const row = await contents().find(contentId)
  return row === null || removeContent(row)
}
