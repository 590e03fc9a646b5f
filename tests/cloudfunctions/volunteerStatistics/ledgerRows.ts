import { placeFields } from '../../../cloudfunctions/platform/places'
import type { HourEntryRow, VolunteerRow } from '../../../cloudfunctions/platform/volunteering/rows'
import { monthOf, weekOf } from '../../../contract/volunteering/weeks'

/** Rows of the ledger of hours as its one writer makes them, for tests of what is counted of very many. */

export interface SomeEntry {
  accountId: string
  activityId: string
  minutes: number
  /** The moment of the service, and of the entry. */
  servedAt: number
  at: number
  organisationId?: string
  placeCode?: string
  kind?: HourEntryRow['kind']
  ledger?: HourEntryRow['ledger']
}

const SHANGHAI = 8 * 3_600_000
let entries = 0

export function anEntry({ servedAt, at, ...given }: SomeEntry): HourEntryRow {
  const { accountId, activityId, organisationId = 'organisationOne', placeCode = '310106012' } = given
  const _id = `entry${String(++entries).padStart(6, '0')}`
  return {
    ...placeFields(placeCode),
    _id,
    accountId,
    activityId,
    organisationId,
    organisationName: `示例单位 ${organisationId}`,
    kind: given.kind ?? 'credit',
    ledger: given.ledger ?? 'recorded',
    minutes: given.minutes,
    title: '示例活动',
    attendanceId: `${activityId}-${accountId}`,
    claimId: null,
    annulmentId: null,
    grade: 'A',
    day: new Date(servedAt + SHANGHAI).toISOString().slice(0, 10),
    week: weekOf(servedAt),
    month: monthOf(servedAt),
    by: null,
    reason: null,
    requestId: _id,
    at,
    order: `${String(at).padStart(13, '0')}-${_id}`,
  }
}

export const aVolunteerRow = (
  accountId: string,
  changes: Partial<Pick<VolunteerRow, 'placeCode' | 'gridCode' | 'isListed' | 'shownName'>> = {},
): VolunteerRow => {
  const placeCode = changes.placeCode ?? '310106012'
  return {
    ...placeFields(placeCode),
    _id: accountId,
    placeCode,
    gridCode: null,
    sealed: 'sealed',
    shownName: '陈**',
    isListed: true,
    skills: [],
    times: [],
    cardCode: accountId,
    registeredAt: 0,
    ageCheckAt: null,
    version: 1,
    history: [],
    ...changes,
  }
}
