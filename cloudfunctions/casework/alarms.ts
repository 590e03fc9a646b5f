import { asMachine, changeCase } from '../platform/cases/changeCase'
import type { CaseRow } from '../platform/cases/rows'
import { alarmAt } from '../platform/cases/settle'
import { notify } from '../platform/messages'
import { noticeOfAlarm } from './notices'
import { type Alarm, alarmsDue, holderOf } from './rules'
import { type StaffFinder, staffFinder } from './staffTold'
import * as store from './store'
import { throughPages } from './throughPages'

/** Reminders, missed deadlines and escalation; and what was suspended until now goes on. */

export async function raiseAlarms(now: number): Promise<number> {
  const staff = staffFinder(now)
  return throughPages(
    (after) => store.listAlarms(now, after),
    (row) => row.alarmAt,
    (row) => (row.state === 'suspended' ? resume(row, now) : raise(row, staff, now)),
  )
}

/**
 * Told first, then noted: after a crash it comes again, and who has been told is not told twice. Of two timers at once
 * both come here, and each person's message is written by one of them.
 */
async function raise(row: CaseRow, staff: StaffFinder, now: number): Promise<void> {
  const { level, alarms } = alarmsDue(row, now)
  for (const alarm of alarms) {
    const told = new Set((await toldOf(alarm, row, staff)).map(({ accountId }) => accountId))
    for (const accountId of told) await notify(noticeOfAlarm(row, alarm, accountId), now)
  }
  await store.raiseAlarm(row, level, alarmAt({ ...row, alarmLevel: level }, row.stageDueAt))
}

async function toldOf(alarm: Alarm, row: CaseRow, staff: StaffFinder) {
  if (alarm === 'escalated') return staff.findAbove(row)
  const holders = await staff.find(holderOf(row), row)
  return alarm === 'late' ? [...holders, ...(await staff.find('supervisors', row))] : holders
}

/** Somebody may have been faster; then there is nothing left to do. */
async function resume({ _id, suspendedUntil }: CaseRow, now: number): Promise<void> {
  await changeCase({
    caseId: _id,
    requestId: `resume-${_id}-${suspendedUntil}`,
    now,
    steps: (row) => {
      const isOver = row.suspendedUntil !== null && row.suspendedUntil <= now
      return isOver
        ? [{ act: 'resume' }]
        : { problem: { code: 'step_not_allowed', act: 'resume', state: row.state } }
    },
    who: asMachine,
  })
}
