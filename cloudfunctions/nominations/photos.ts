import { PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX } from '../../contract/limits'
import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import { deletePictures } from '../platform/contents/pictures'
import type { PhotoRefusal } from '../platform/drawnPhotos'
import { linkPhotos } from '../platform/photos'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findOwn } from './drafts'
import { presentPhoto } from './presented'
import type { NominationRow, PhotoRow } from './rows'
import { authorMay, hasDone } from './rules'
import * as store from './store'

/** Photos of a form. They are no part of its version, so that uploading does not disturb typing. */

type NominationsMethods = Methods<typeof nominations>

const MEGA = 1_000_000
const MEGABYTE = 1_048_576

const present = async (photo: PhotoRow, { version }: NominationRow) =>
  ok({ photo: presentPhoto(photo, await linkPhotos([photo.list, photo.page])), version })

export const filesOfPhoto = ({ original, page, list }: Pick<PhotoRow, 'original' | 'page' | 'list'>) => [
  original,
  page,
  list,
]

export const addPhoto: NominationsMethods['addPhoto'] = async ({ input, caller, requestId, now }) => {
  const { nominationId, kind, description, file } = input
  const row = await findOwn(nominationId, caller.accountId)
  const campaign = row && (await findCampaign(row.campaignId))
  if (!row || !campaign) return fail({ code: 'nomination_not_found' })
  const before = hasDone(row.photos, requestId)
  if (before) return present(before, row)
  const rule = campaign.nomination?.photos
  if (!rule || !authorMay(campaign, row.state, now).mayEdit) return fail({ code: 'nomination_not_editable' })
  if (row.photos.length >= rule.max) return fail({ code: 'too_many_photos', max: rule.max })
  // What reads pictures is a native library: loaded only where a picture is read.
  const { keepPhoto } = await import('./pictures')
  const kept = await keepPhoto(nominationId, file, rule)
  if ('refused' in kept) return refused(kept, rule)
  const photoId = keyedName('nominationPhoto', nominationId, requestId)
  const photo = { ...kept, photoId, kind, description, requestId }
  const isAdded = await store.addPhoto(nominationId, caller.accountId, photo, rule.max)
  if (isAdded) {
    await deletePictures([file])
    return present(photo, row)
  }
  return notAdded(photo, caller.accountId, nominationId, rule.max)
}

function refused(
  { refused: why, width, height }: PhotoRefusal,
  { shortSide, longSide }: { shortSide: number; longSide: number },
) {
  if (why === 'unreadable') return fail({ code: 'photo_unreadable' })
  if (why === 'tooSmall') return fail({ code: 'photo_too_small', width, height, shortSide, longSide })
  return fail({
    code: 'photo_too_large',
    megabytes: PHOTO_BYTES_MAX / MEGABYTE,
    megapixels: PHOTO_PIXELS_MAX / MEGA,
  })
}

/** Meanwhile the same request was faster, or the last place was taken, or the form was handed in. */
async function notAdded(photo: PhotoRow, accountId: string, nominationId: string, max: number) {
  await deletePictures(filesOfPhoto(photo))
  const row = await findOwn(nominationId, accountId)
  if (!row) return fail({ code: 'nomination_not_found' })
  const first = hasDone(row.photos, photo.requestId)
  if (first) return present(first, row)
  return row.photos.length >= max
    ? fail({ code: 'too_many_photos', max })
    : fail({ code: 'nomination_not_editable' })
}

export const removePhoto: NominationsMethods['removePhoto'] = async ({ input, caller, now }) => {
  const { nominationId, photoId } = input
  const row = await findOwn(nominationId, caller.accountId)
  const campaign = row && (await findCampaign(row.campaignId))
  if (!row || !campaign) return fail({ code: 'nomination_not_found' })
  if (!authorMay(campaign, row.state, now).mayEdit) return fail({ code: 'nomination_not_editable' })
  const photo = row.photos.find((each) => each.photoId === photoId)
  // One that is gone already is as was asked.
  if (!photo) return ok({ version: row.version })
  if (!(await store.removePhoto(nominationId, caller.accountId, photoId))) {
    const again = await findOwn(nominationId, caller.accountId)
    if (again?.photos.some((each) => each.photoId === photoId))
      return fail({ code: 'nomination_not_editable' })
  }
  await deletePictures(filesOfPhoto(photo))
  return ok({ version: row.version })
}
