import { exportMyData } from '../ownData'
import { getAftermath } from './aftermath'
import { giveFeedback, listFeedback } from './feedback'
import type { AfterMethods } from './methods'
import { addPhotos } from './photos'
import { thank } from './thanks'

/** What comes after an activity, and what a person may take along. */
export const afterMethods: AfterMethods = {
  getAftermath,
  addPhotos,
  giveFeedback,
  listFeedback,
  thank,
  exportMyData,
}
