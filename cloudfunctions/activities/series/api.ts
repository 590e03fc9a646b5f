import type { activities } from '../../../contract/activities'
import type { Methods } from '../../platform/serve'
import { createSeries } from './creating'
import { getActivity, listActivities, listNearbyActivities } from './lists'
import { cancelActivity, reviseActivity } from './oneDay'
import { getSeries, listOccurrences, listSeries, previewDays } from './reading'
import { scopeOfOrganisation, scopeOfSeries } from './records'
import { endSeries, reviseSeries } from './revising'

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

/** Series and their days. */
export const seriesMethods: Series = {
  createSeries: { placeOf: scopeOfOrganisation, run: createSeries },
  reviseSeries: { placeOf: scopeOfSeries, run: reviseSeries },
  endSeries: { placeOf: scopeOfSeries, run: endSeries },
  reviseActivity: { placeOf: scopeOfSeries, run: reviseActivity },
  cancelActivity: { placeOf: scopeOfSeries, run: cancelActivity },
  previewDays,
  listSeries: { placeOf: scopeOfOrganisation, run: listSeries },
  getSeries,
  listOccurrences,
  listActivities,
  listNearbyActivities,
  getActivity,
}
