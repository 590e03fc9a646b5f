import { shanghaiDay } from '../platform/clock'
import type { AttendanceRow } from '../platform/volunteering/rows'
import { ALWAYS_CONFIRMED, marksOf } from './marks'
import * as store from './store'

/** More than the newest few, since what overlaps may be of the days around. */
const LATEST = ALWAYS_CONFIRMED * 3

/**
 * Marks hours that are unlike everybody else's, once they are in the ledger: of two that come at the same moment the
 * later one sees both. Marks are added here and taken away by staff only. Answers the row as it is then.
 */
export async function lookOver(row: AttendanceRow): Promise<AttendanceRow> {
  if (row.state !== 'credited' || row.isAnnulled) return row
  const [ofDay, latest] = await Promise.all([
    store.listEntriesOfDay(row.accountId, shanghaiDay(row.plannedFrom)),
    store.listOwn(row.accountId, LATEST),
  ])
  const minutes = ofDay
    .filter(({ ledger }) => ledger === 'recorded')
    .reduce((sum, entry) => sum + entry.minutes, 0)
  const marks = [...new Set([...row.marks, ...marksOf(row, latest, minutes)])]
  if (marks.length === row.marks.length) return row
  const marked = { ...row, marks, markedOrder: row.order }
  await store.markAttendance(row, marked)
  return marked
}
