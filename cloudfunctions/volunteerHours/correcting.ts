import type { HourEntryKind } from '../../contract/volunteerHours'
import type { Transaction } from '../platform/database/collection'
import { enterHours, entryId } from '../platform/volunteering/ledger'
import type { AttendanceRow, HourEntryRow } from '../platform/volunteering/rows'
import { momentOf, placeOfRow } from './rules'

/** What an entry says that corrects an attendance's earlier ones. */
interface About {
  kind: Extract<HourEntryKind, 'annulment' | 'restoration'>
  minutes: number
  annulmentId: string
  by: string
  reason: string
  requestId: string
  at: number
}

/**
 * Enters a further line about an attendance, on the day, and so in the week and month, of its first one. The attendance is
 * written by who calls, with one entry more.
 */
export async function enterAbout(
  transaction: Transaction,
  row: AttendanceRow,
  { at, ...about }: About,
): Promise<HourEntryRow> {
  const first = await transaction.find<HourEntryRow>('hourEntries', entryId(row._id, 0))
  if (!first) throw new Error(`attendance ${row._id} has minutes, and no entry of the ledger`)
  const entered = await enterHours(
    transaction,
    {
      ...about,
      accountId: row.accountId,
      ledger: 'recorded',
      title: row.theme,
      organisationId: row.organisationId,
      organisationName: row.organisationName,
      activityId: row.activityId,
      attendanceId: row._id,
      claimId: null,
      grade: first.grade,
      number: row.entries,
      placeCode: placeOfRow(row),
      servedAt: momentOf(first.day),
      before: row.minutes,
    },
    at,
  )
  // The ledger answers an entry of this number that is there already: then the attendance counts them wrongly.
  if (entered.requestId !== about.requestId)
    throw new Error(`attendance ${row._id} has more entries than it says`)
  return entered
}
