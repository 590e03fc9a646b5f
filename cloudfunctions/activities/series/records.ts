import { isWithin } from '../../../contract/places/within'
import type { Series } from '../../../contract/volunteering/activities'
import type { Scope } from '../../platform/access'
import { shanghaiDay } from '../../platform/clock'
import { filesOf } from '../../platform/keptPhotos'
import { findOrganisation } from '../../platform/organisations'
import { linkPhotos } from '../../platform/photos'
import { isKnownPlace } from '../../platform/placeNames'
import { topPlaces } from '../../platform/places'
import type { SeriesRow } from '../../platform/volunteering/rows'
import { nextStart } from './coming'
import { presentSeries } from './presented'
import { daysOfSeries, firstDays, type Holidays, timesOn } from './rules'
import * as store from './store'

/** What every change of a series asks and answers alike. */

export const scopeOfOrganisation = async ({
  organisationId,
}: {
  organisationId: string
}): Promise<Scope | null> => {
  const organisation = await findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

export const scopeOfSeries = async ({ seriesId }: { seriesId: string }): Promise<Scope | null> => {
  const series = await store.findSeries(seriesId)
  return series && scopeOfOrganisation(series)
}

export const seriesSubject = (seriesId: string): string => `series/${seriesId}`

const STREET = 9

/** Of a place of this deployment; villages and grids go by the street they lie in. */
export const isServed = (placeCode: string): boolean =>
  topPlaces().some((top) => isWithin(placeCode, top)) && isKnownPlace(placeCode.slice(0, STREET))

/** As its leader sees it after a change. */
export async function presentChanged(row: SeriesRow, holidays: Holidays, now: number): Promise<Series> {
  const photos = row.plans.at(-1)?.photos ?? []
  const [rows, links] = await Promise.all([
    store.listDays(row._id, shanghaiDay(now), store.ROWS_AT_ONCE),
    linkPhotos(filesOf(photos)),
  ])
  return presentSeries(row, links, nextStart(row, rows, now, holidays))
}

/** Whether it is held at all from a day on, and after this moment. */
export function isHeldFrom(
  series: Pick<SeriesRow, 'plans' | 'lastDay'>,
  from: string,
  now: number,
  holidays: Holidays,
): boolean {
  const later = (span: [string, string]) =>
    daysOfSeries(series, span, holidays).filter(({ heldOn, plan }) => timesOn(heldOn, plan).startsAt > now)
  return firstDays(later, from, 1).length > 0
}

/** Whether a request has been carried out before. */
export const hasDone = (history: readonly { requestId: string }[], requestId: string): boolean =>
  history.some((entry) => entry.requestId === requestId)
