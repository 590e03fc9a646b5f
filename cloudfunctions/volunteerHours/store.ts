import { CERTIFICATE_ENTRIES_MAX, PAGE_SIZE } from '../../contract/limits'
import type { AnnulmentState, ClaimState } from '../../contract/volunteerHours'
import type { RoleGrant } from '../platform/access'
import { collection, command, inTransaction } from '../platform/database/collection'
import { withinPlace } from '../platform/places'
import type { AttendanceRow, HourEntryRow, HourTotalsRow } from '../platform/volunteering/rows'
import type { AnnulmentRow, CertificateRow, ClaimRow } from './rows'

/** Every query of volunteerHours, one function each. Entries and totals are written by platform/volunteering/ledger. */

export { inTransaction }

const entries = collection<HourEntryRow>('hourEntries')
const totals = collection<HourTotalsRow>('hourTotals')
const claims = collection<ClaimRow>('hourClaims')
const annulments = collection<AnnulmentRow>('annulments')
const attendances = collection<AttendanceRow>('attendances')
const certificates = collection<CertificateRow>('certificates')
const grants = collection<RoleGrant>('roleGrants')

/** One more than a page tells whether there is a next one. */
const PAGE = PAGE_SIZE + 1

const before = (order: string | undefined) => (order ? { order: command.lt(order) } : {})

// The ledger

export const findTotals = (accountId: string): Promise<HourTotalsRow | null> => totals.find(accountId)

const DAYS_OF_YEAR = 366

/** What each day of a time comes to, both ledgers together, in order. */
export async function minutesByDay(
  accountId: string,
  from: string,
  until: string,
): Promise<{ day: string; minutes: number }[]> {
  const groups = await entries.aggregate<{ _id: string; minutes: number }>([
    { $match: { accountId, day: command.and([command.gte(from), command.lte(until)]) } },
    { $group: { _id: '$day', minutes: { $sum: '$minutes' } } },
    { $sort: { _id: 1 } },
    { $limit: DAYS_OF_YEAR },
  ])
  return groups.map(({ _id, minutes }) => ({ day: _id, minutes }))
}

/** Newest first. */
export const listEntries = (accountId: string, after: string | undefined): Promise<HourEntryRow[]> =>
  entries.list({ accountId, ...before(after) }, { orderBy: { order: 'desc' }, limit: PAGE })

/** Of these days, in order: from the one at `skip`, at most CERTIFICATE_ENTRIES_MAX. */
export const listEntriesBetween = (
  accountId: string,
  { from, until }: { from: string; until: string },
  skip = 0,
): Promise<HourEntryRow[]> =>
  entries.list(
    { accountId, day: command.and([command.gte(from), command.lte(until)]) },
    { orderBy: { day: 'asc', order: 'asc' }, limit: CERTIFICATE_ENTRIES_MAX, skip },
  )

// Claims

export const findClaim = (claimId: string): Promise<ClaimRow | null> => claims.find(claimId)

export const listClaimsOf = (accountId: string, after: string | undefined): Promise<ClaimRow[]> =>
  claims.list({ accountId, ...before(after) }, { orderBy: { order: 'desc' }, limit: PAGE })

/** Those that wait come in the order in which they came; those that are decided, newest first. */
export function listClaimsAt(
  organisationId: string,
  state: ClaimState,
  after: string | undefined,
): Promise<ClaimRow[]> {
  const isWaiting = state === 'proposed'
  const beyond = isWaiting && after ? { order: command.gt(after) } : before(after)
  const orderBy = { order: isWaiting ? ('asc' as const) : ('desc' as const) }
  return claims.list({ organisationId, state, ...beyond }, { orderBy, limit: PAGE })
}

const isHeld = (now: number) => command.or([command.eq(null), command.gt(now)])
const TOLD_MAX = 20

export const listLeaders = (organisationId: string, now: number): Promise<RoleGrant[]> =>
  grants.list({ organisationId, role: 'organisationLeader', endsAt: isHeld(now) }, { limit: TOLD_MAX })

export const listAdministratorsAt = (placeCodes: string[], now: number): Promise<RoleGrant[]> =>
  grants.list(
    { placeCode: command.in(placeCodes), role: 'administrator', endsAt: isHeld(now) },
    { limit: TOLD_MAX },
  )

// Attendance and annulments

export const findAttendance = (attendanceId: string): Promise<AttendanceRow | null> =>
  attendances.find(attendanceId)

/** With marks that nobody has looked at, newest first. */
export const listMarked = (placeCode: string, after: string | undefined): Promise<AttendanceRow[]> =>
  attendances.list(
    {
      ...withinPlace(placeCode),
      markedOrder: after ? command.and([command.gt(''), command.lt(after)]) : command.gt(''),
    },
    { orderBy: { markedOrder: 'desc' }, limit: PAGE },
  )

export const findAnnulment = (annulmentId: string): Promise<AnnulmentRow | null> =>
  annulments.find(annulmentId)

export const findAnnulments = (annulmentIds: string[]): Promise<AnnulmentRow[]> =>
  annulmentIds.length === 0
    ? Promise.resolve([])
    : annulments.list({ _id: command.in(annulmentIds) }, { limit: annulmentIds.length })

export const listAnnulmentsAt = (
  placeCode: string,
  state: AnnulmentState,
  after: string | undefined,
): Promise<AnnulmentRow[]> =>
  annulments.list(
    { ...withinPlace(placeCode), state, ...before(after) },
    { orderBy: { order: 'desc' }, limit: PAGE },
  )

export const listAnnulmentsOf = (accountId: string, after: string | undefined): Promise<AnnulmentRow[]> =>
  annulments.list({ accountId, ...before(after) }, { orderBy: { order: 'desc' }, limit: PAGE })

// Certificates

export const findCertificate = (certificateId: string): Promise<CertificateRow | null> =>
  certificates.find(certificateId)

export const insertCertificate = (row: CertificateRow) => certificates.insert(row)

export const listCertificatesOf = (accountId: string, after: string | undefined): Promise<CertificateRow[]> =>
  certificates.list({ accountId, ...before(after) }, { orderBy: { order: 'desc' }, limit: PAGE })

/** False: it is not this person's, or taken back already. */
export const withdrawCertificate = (
  certificateId: string,
  accountId: string,
  withdrawnAt: number,
): Promise<boolean> =>
  certificates.changeOne({ _id: certificateId, accountId, withdrawnAt: null }, { withdrawnAt })

// Forgetting a person

export const removeClaim = (claimId: string): Promise<boolean> => claims.remove({ _id: claimId })
export const removeAnnulment = (annulmentId: string): Promise<boolean> =>
  annulments.remove({ _id: annulmentId })
export const removeCertificate = (certificateId: string): Promise<boolean> =>
  certificates.remove({ _id: certificateId })
