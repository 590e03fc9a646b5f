import type { activities } from '../../contract/activities'
import type { Methods } from '../platform/serve'
import { afterMethods } from './after/api'
import { seriesMethods } from './series/api'
import { signUpMethods } from './signUps/api'

const {
  createSeries,
  reviseSeries,
  endSeries,
  reviseActivity,
  cancelActivity,
  previewDays,
  listSeries,
  getSeries,
  listOccurrences,
  listActivities,
  listNearbyActivities,
  getActivity,
} = seriesMethods
const { signUp, confirmSeat, withdraw, listMySignUps } = signUpMethods
const { getAftermath, addPhotos, giveFeedback, listFeedback, thank, exportMyData } = afterMethods

/** Methods of activities, as the contract declares them. */
export const methods: Methods<typeof activities> = {
  createSeries,
  reviseSeries,
  endSeries,
  reviseActivity,
  cancelActivity,
  previewDays,
  listSeries,
  getSeries,
  listOccurrences,
  listActivities,
  listNearbyActivities,
  getActivity,
  signUp,
  confirmSeat,
  withdraw,
  listMySignUps,
  getAftermath,
  addPhotos,
  giveFeedback,
  listFeedback,
  thank,
  exportMyData,
}
