import type { activities } from '../../../contract/activities'
import type { Methods } from '../../platform/serve'

type Series = Pick<
  Methods<typeof activities>,
  | 'createSeries'
  | 'reviseSeries'
  | 'endSeries'
  | 'reviseActivity'
  | 'cancelActivity'
  | 'previewDays'
  | 'listSeries'
  | 'getSeries'
  | 'listOccurrences'
  | 'listActivities'
  | 'listNearbyActivities'
  | 'getActivity'
>

const notYet = async (): Promise<never> => {
  throw new Error('not yet')
}

/** Series and their days. */
export const seriesMethods: Series = {
  createSeries: { placeOf: notYet, run: notYet },
  reviseSeries: { placeOf: notYet, run: notYet },
  endSeries: { placeOf: notYet, run: notYet },
  reviseActivity: { placeOf: notYet, run: notYet },
  cancelActivity: { placeOf: notYet, run: notYet },
  previewDays: notYet,
  listSeries: { placeOf: notYet, run: notYet },
  getSeries: notYet,
  listOccurrences: notYet,
  listActivities: notYet,
  listNearbyActivities: notYet,
  getActivity: notYet,
}
