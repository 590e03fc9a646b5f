import type { activities } from '../../../contract/activities'
import { fail, ok } from '../../../contract/result'
import type { Series, SeriesPlan } from '../../../contract/volunteering/activities'
import type { SignedInCaller } from '../../platform/caller'
import { loadCalendar } from '../../platform/cases/loadRules'
import type { Call } from '../../platform/checks'
import { shanghaiDay } from '../../platform/clock'
import { type KeptPhoto, keepPhotos, removeUploads } from '../../platform/keptPhotos'
import { findOrganisation, type KnownOrganisation } from '../../platform/organisations'
import { placeFields } from '../../platform/places'
import { keyedName } from '../../platform/secrets'
import type { Methods } from '../../platform/serve'
import type { SeriesRow } from '../../platform/volunteering/rows'
import { ACTIVITY_PHOTO_PLACE } from '../photos'
import { startOrder } from './days'
import { makeDays } from './making'
import { auditedSeries } from './presented'
import { isHeldFrom, isServed, presentChanged, seriesSubject } from './records'
import { dayAfter, type Holidays } from './rules'
import * as store from './store'
import { refusalOfWords, wordsOf } from './words'

type ActivityMethods = Methods<typeof activities>

type Creating = Call<Parameters<ActivityMethods['createSeries']['run']>[0]['input'], SignedInCaller>

const yesterdayOf = (now: number): string => dayAfter(shanghaiDay(now), -1)

function newSeries(
  { input, caller, requestId, now }: Creating,
  organisation: KnownOrganisation,
  photos: KeptPhoto[],
): SeriesRow {
  const _id = seriesIdOf({ caller, requestId })
  return {
    ...placeFields(input.plan.placeCode),
    _id,
    organisationId: input.organisationId,
    organisationName: organisation.name,
    placeCode: input.plan.placeCode,
    plans: [{ from: shanghaiDay(now), plan: input.plan, photos }],
    lastDay: null,
    madeUntil: yesterdayOf(now),
    isEnded: false,
    turn: 0,
    order: startOrder(now, _id),
    version: 1,
    history: [{ act: 'created', requestId, accountId: caller.accountId, at: now, reason: null }],
  }
}

const seriesIdOf = ({ caller, requestId }: Pick<Creating, 'caller' | 'requestId'>): string =>
  keyedName('series', caller.accountId, requestId)

/** Days of a new series are counted from today on. */
const isEverHeld = (plan: SeriesPlan, from: string, now: number, holidays: Holidays): boolean =>
  isHeldFrom({ plans: [{ from, plan, photos: [] }], lastDay: null }, from, now, holidays)

export const createSeries: ActivityMethods['createSeries']['run'] = async (call) => {
  const { input, now, note } = call
  const holidays = await loadCalendar()
  const known = await store.findSeries(seriesIdOf(call))
  if (known) return ok({ series: await made(known._id, holidays, now) })
  const organisation = await findOrganisation(input.organisationId)
  if (!organisation) return fail({ code: 'organisation_not_found' })
  if (organisation.isClosed) return fail({ code: 'organisation_closed' })
  if (!isServed(input.plan.placeCode)) return fail({ code: 'place_not_found' })
  if (!isEverHeld(input.plan, shanghaiDay(now), now, holidays)) return fail({ code: 'no_days' })
  const refusal = await refusalOfWords(call, wordsOf(input.plan), null)
  if (refusal) return fail(refusal)
  const photos = await keepPhotos(ACTIVITY_PHOTO_PLACE, input.photos)
  if ('unreadable' in photos) return fail({ code: 'photo_unreadable', index: photos.unreadable })
  const row = newSeries(call, organisation, photos)
  await store.insertSeries(row)
  await removeUploads(ACTIVITY_PHOTO_PLACE, input.photos)
  note({ subject: seriesSubject(row._id), before: null, after: auditedSeries(row) })
  return ok({ series: await made(row._id, holidays, now) })
}

/** With the rows of its first days: what a call that broke off has left out is made up for. */
async function made(seriesId: string, holidays: Holidays, now: number): Promise<Series> {
  await makeDays(seriesId, holidays, now)
  const row = await store.findSeries(seriesId)
  if (!row) throw new Error('a series is never removed')
  return presentChanged(row, holidays, now)
}
