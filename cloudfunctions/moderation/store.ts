import { PAGE_SIZE } from '../../contract/limits'
import type { ContentState } from '../../contract/moderation'
import type { ContentRow, PictureCheckRow } from '../platform/contents/rows'
import { collection, command } from '../platform/database/collection'
import { withinPlace } from '../platform/places'

/** Every query of moderation, one function each. Changes go through platform/contents/settle. */

const contents = collection<ContentRow>('contents')
const pictureChecks = collection<PictureCheckRow>('pictureChecks')

export const findContent = (contentId: string): Promise<ContentRow | null> => contents.find(contentId)

const goingOn = (after: string | undefined) => (after ? { order: command.lt(after) } : {})

/** Newest first; one more than a page tells whether there is a next one. */
export const listAtPlace = (placeCode: string, state: ContentState, after?: string): Promise<ContentRow[]> =>
  contents.list(
    { ...withinPlace(placeCode), state, ...goingOn(after) },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )

/** Opinions that everyone can see, newest first; reports are answered in their cases. */
export const listOpinionsAt = (placeCode: string, after?: string): Promise<ContentRow[]> =>
  contents.list(
    { ...withinPlace(placeCode), kind: 'comment', state: 'visible', ...goingOn(after) },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )

/** In lists, where what was written up to `moment` begins. */
export const orderAfter = (moment: number): string => String(moment + 1).padStart(13, '0')

export const listByAuthor = (accountId: string, after?: string, size = PAGE_SIZE): Promise<ContentRow[]> =>
  contents.list({ accountId, ...goingOn(after) }, { orderBy: { order: 'desc' }, limit: size + 1 })

const AT_ONCE = 100

/** Content whose pictures have waited for an answer since before `moment`, oldest first. */
export const listUnanswered = (moment: number): Promise<ContentRow[]> =>
  contents.list(
    { state: 'checking', writtenAt: command.lt(moment) },
    { orderBy: { writtenAt: 'asc' }, limit: AT_ONCE },
  )

/** Content whose words have waited for an answer since before `moment`, oldest first. */
export const listUnread = (moment: number): Promise<ContentRow[]> =>
  contents.list(
    { state: 'checking', textVerdict: null, writtenAt: command.lt(moment) },
    { orderBy: { writtenAt: 'asc' }, limit: AT_ONCE },
  )

/** Content that has been in this state since before `moment`, oldest first. */
export const listSince = (state: ContentState, moment: number): Promise<ContentRow[]> =>
  contents.list({ state, changedAt: command.lt(moment) }, { orderBy: { changedAt: 'asc' }, limit: AT_ONCE })

export const dropAuthor = (contentId: string, accountId: string): Promise<boolean> =>
  contents.changeOne({ _id: contentId, accountId }, { accountId: null })

/** Answers that nobody asked for, and those that were dealt with. */
export const removePictureChecks = (askedBefore: number): Promise<number> =>
  pictureChecks.removeSome({ askedAt: command.lt(askedBefore) }, AT_ONCE)
