import type { activities } from '../../../contract/activities'
import type { Methods } from '../../platform/serve'

/** What comes after an activity, as the contract declares it. */
export type AfterMethods = Pick<
  Methods<typeof activities>,
  'getAftermath' | 'addPhotos' | 'giveFeedback' | 'listFeedback' | 'thank' | 'exportMyData'
>
