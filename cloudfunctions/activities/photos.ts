import { ACTIVITY_UPLOADS } from '../../contract/activities'

/** Where photos for and of activities come from and are kept. */
export const ACTIVITY_PHOTO_PLACE = {
  uploads: ACTIVITY_UPLOADS,
  folder: 'activityPhotos',
  purpose: 'activityPhoto',
}
