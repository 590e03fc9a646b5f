import type { activities } from '../../../contract/activities'
import type { Methods } from '../../platform/serve'

type After = Pick<
  Methods<typeof activities>,
  'getAftermath' | 'addPhotos' | 'giveFeedback' | 'listFeedback' | 'thank' | 'exportMyData'
>

const notYet = async (): Promise<never> => {
  throw new Error('not yet')
}

/** What comes after an activity. */
export const afterMethods: After = {
  getAftermath: notYet,
  addPhotos: notYet,
  giveFeedback: notYet,
  listFeedback: { placeOf: notYet, run: notYet },
  thank: { placeOf: notYet, run: notYet },
  exportMyData: notYet,
}
