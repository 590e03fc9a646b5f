import type { CaseRow } from '../platform/cases/rows'
import { notify } from '../platform/messages'
import { noticeOfStep } from './notices'
import { toTell } from './rules'
import { type StaffFinder, staffFinder } from './staffTold'
import * as store from './store'
import { throughPages } from './throughPages'

/** Staff are told of what others did with a case and what they have to do now. */

export async function tellStaff(now: number): Promise<number> {
  const staff = staffFinder(now)
  return throughPages(
    (after) => store.listToTellStaff(now, after),
    (row) => row.tellStaffAt,
    (row) => tell(row, staff, now),
  )
}

/** Told first, then noted, like alarms. What was added meanwhile leaves the note unwritten, and is told next time. */
async function tell(row: CaseRow, staff: StaffFinder, now: number): Promise<void> {
  for (const { entry, audience } of toTell(row)) {
    for (const { accountId } of await staff.find(audience, row)) {
      if (accountId !== entry.by) await notify(noticeOfStep(row, entry, accountId), now)
    }
  }
  await store.markTold(row)
}
