import { monthOf, weekOf } from '../../../contract/volunteering/weeks'
import { shanghaiDay } from '../clock'
import { collection, command, inTransaction, type Transaction } from '../database/collection'
import { placeFields } from '../places'
import { keyedName } from '../secrets'
import type { HourEntryRow, HourTotalsRow } from './rows'

/**
 * The one writer of the ledger of hours. An entry and the total that follows from it are written in one transaction,
 * together with the record that brought them; so the total is the sum of the entries, always. Entries are never changed.
 */

type Given = Pick<
  HourEntryRow,
  | 'accountId'
  | 'kind'
  | 'ledger'
  | 'minutes'
  | 'title'
  | 'organisationId'
  | 'organisationName'
  | 'activityId'
  | 'attendanceId'
  | 'claimId'
  | 'annulmentId'
  | 'grade'
  | 'by'
  | 'reason'
  | 'requestId'
>

export interface NewEntry extends Given {
  /** Names it: what it is about and how many there were before. Entered twice, it is there once. */
  number: number
  placeCode: string
  /** The moment at which the service was. */
  servedAt: number
  /** Minutes that the same attendance or claim has brought before. */
  before: number
}

export const entryId = (subject: string, number: number): string =>
  keyedName('hourEntry', subject, String(number))

/** Adds the entry and changes the total. `at` is the time of the call. An entry that is there already is answered as it is. */
export async function enterHours(
  transaction: Transaction,
  { number, placeCode, servedAt, before, ...given }: NewEntry,
  at: number,
): Promise<HourEntryRow> {
  const subject = given.attendanceId ?? given.claimId
  if (subject === null) throw new Error('an entry of hours is about an attendance or a claim')
  if (!Number.isInteger(given.minutes) || before < 0 || before + given.minutes < 0)
    throw new Error('hours cannot come below 0')
  const _id = entryId(subject, number)
  const known = await transaction.find<HourEntryRow>('hourEntries', _id)
  if (known) return known
  const row: HourEntryRow = {
    ...given,
    ...placeFields(placeCode),
    _id,
    day: shanghaiDay(servedAt),
    week: weekOf(servedAt),
    month: monthOf(servedAt),
    at,
    order: `${String(at).padStart(13, '0')}-${_id}`,
  }
  const totals = await transaction.find<HourTotalsRow>('hourTotals', given.accountId)
  await transaction.put('hourEntries', row)
  await transaction.put('hourTotals', added(totals ?? noHours(given.accountId), row, before))
  return row
}

export const noHours = (accountId: string): HourTotalsRow => ({
  _id: accountId,
  recorded: 0,
  backfilled: 0,
  activities: 0,
  weeks: {},
  version: 0,
})

/** The total with an entry more. Pure. */
export function added(totals: HourTotalsRow, entry: HourEntryRow, before: number): HourTotalsRow {
  const version = totals.version + 1
  if (entry.ledger === 'backfilled')
    return { ...totals, backfilled: totals.backfilled + entry.minutes, version }
  const counted = (minutes: number) => (minutes > 0 ? 1 : 0)
  const { [entry.week]: inWeek = 0, ...otherWeeks } = totals.weeks
  const week = inWeek + entry.minutes
  return {
    ...totals,
    recorded: totals.recorded + entry.minutes,
    activities: totals.activities + counted(before + entry.minutes) - counted(before),
    weeks: week > 0 ? { ...otherWeeks, [entry.week]: week } : otherWeeks,
    version,
  }
}

const entries = () => collection<HourEntryRow>('hourEntries')
const totals = () => collection<HourTotalsRow>('hourTotals')

const REMOVED_AT_ONCE = 100
const REMAINING_MAX = 1000
const ATTEMPTS = 5

/** Removes a person's entries up to a moment. Entries of somebody who came back since are added up anew. */
export async function forgetHours(accountId: string, until: number): Promise<void> {
  const old = { accountId, order: command.lt(String(until + 1).padStart(13, '0')) }
  while ((await entries().removeSome(old, REMOVED_AT_ONCE)) > 0);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) if (await addUpAnew(accountId)) return
  throw new Error('hours were entered each time they were to be added up anew')
}

/** False: an entry came meanwhile. */
async function addUpAnew(accountId: string): Promise<boolean> {
  const version = (await totals().find(accountId))?.version ?? 0
  const left = await entries().list(
    { accountId },
    { orderBy: { accountId: 'asc', order: 'desc' }, limit: REMAINING_MAX },
  )
  return inTransaction(async (transaction) => {
    const now = await transaction.find<HourTotalsRow>('hourTotals', accountId)
    if ((now?.version ?? 0) !== version) return false
    if (left.length > 0)
      await transaction.put('hourTotals', { ...sumOf(accountId, left), version: version + 1 })
    else if (now) await transaction.remove('hourTotals', accountId)
    return true
  })
}

/** The total of entries in any order. Pure. */
export function sumOf(accountId: string, rows: readonly HourEntryRow[]): HourTotalsRow {
  const before = new Map<string, number>()
  let total = noHours(accountId)
  for (const row of [...rows].sort((one, other) => (one.order < other.order ? -1 : 1))) {
    const subject = row.attendanceId ?? row.claimId ?? row._id
    const had = before.get(subject) ?? 0
    total = added(total, row, had)
    before.set(subject, had + row.minutes)
  }
  return total
}
