import { fail, ok } from '../../../contract/result'
import type { volunteerStatistics } from '../../../contract/volunteerStatistics'
import type { Scope } from '../../platform/access'
import type { SignedInCaller } from '../../platform/caller'
import type { Call } from '../../platform/checks'
import { findOrganisation, type KnownOrganisation } from '../../platform/organisations'
import { placeFields } from '../../platform/places'
import type { Methods } from '../../platform/serve'
import { loadUnitWeeks } from './known'
import { excusedId, type WeeklyDutyRow } from './rows'
import { nextLook } from './rules'
import * as store from './store'

type StatisticsMethods = Methods<typeof volunteerStatistics>
type Staff = Pick<Call<unknown, SignedInCaller>, 'caller' | 'requestId' | 'now' | 'note'>

export const placeOfUnit = async ({ organisationId }: { organisationId: string }): Promise<Scope | null> => {
  const organisation = await findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

/** Since when, now; the same request sent again finds what it has done. */
async function set(
  { _id, placeCode }: KnownOrganisation,
  since: string | null,
  { caller, requestId, now, note }: Staff,
): Promise<string | null> {
  const entry = { requestId, accountId: caller.accountId, at: now, since }
  const change = {
    since,
    isExpected: since !== null,
    lookAt: since === null ? null : nextLook(now, since),
  }
  const row: WeeklyDutyRow = {
    ...placeFields(placeCode),
    ...change,
    _id,
    placeCode,
    order: `${placeCode.padEnd(15, '0')}-${_id}`,
    history: [entry],
  }
  for (;;) {
    const before = await store.findDuty(_id)
    const isDone = before
      ? await store.changeDuty(_id, change, entry)
      : (await store.insertDuty(row)) === 'inserted'
    // Not done, though it was there: by this very request, tried again.
    if (!isDone && before) return before.since
    if (!isDone) continue
    note({ subject: `weeklyDuty/${_id}`, before: { since: before?.since ?? null }, after: { since } })
    return since
  }
}

export const setWeeklyDuty: StatisticsMethods['setWeeklyDuty'] = {
  placeOf: placeOfUnit,
  run: async (call) => {
    const { organisationId, since } = call.input
    const organisation = await findOrganisation(organisationId)
    if (!organisation) return fail({ code: 'organisation_not_found' })
    if (organisation.isClosed && since !== null) return fail({ code: 'organisation_closed' })
    return ok({ organisationId, since: await set(organisation, since, call) })
  },
}

async function excuse(
  organisationId: string,
  week: string,
  reason: string | null,
  { caller, requestId, now, note }: Staff,
): Promise<void> {
  const _id = excusedId(organisationId, week)
  const entry = { requestId, accountId: caller.accountId, at: now, reason }
  for (;;) {
    const before = await store.findExcused(_id)
    const isDone = before
      ? await store.changeExcused(_id, reason, entry)
      : (await store.insertExcused({ _id, organisationId, week, reason, history: [entry] })) === 'inserted'
    if (isDone)
      note({ subject: `excusedWeek/${_id}`, before: { reason: before?.reason ?? null }, after: { reason } })
    if (isDone || before) return
  }
}

export const excuseWeek: StatisticsMethods['excuseWeek'] = {
  placeOf: placeOfUnit,
  run: async (call) => {
    const { organisationId, week, reason } = call.input
    const organisation = await findOrganisation(organisationId)
    if (!organisation) return fail({ code: 'organisation_not_found' })
    const duty = await store.findDuty(organisationId)
    if (!duty || duty.since === null || week < duty.since) return fail({ code: 'not_expected' })
    await excuse(organisationId, week, reason, call)
    const known = (await loadUnitWeeks([duty], [week], call.now)).get(excusedId(organisationId, week))
    return known ? ok({ week: known }) : fail({ code: 'not_expected' })
  },
}
