import { type CaseState, isOpenState } from '../../../contract/cases/workflow'
import { cellOf, publicPoint } from './cells'
import { dueAtOf, isRunning } from './clock'
import type { CaseRow } from './rows'
import { positionOf } from './rows'
import { addTime, type WorkingCalendar } from './workingTime'

/** What follows from the other fields of a case: deadlines, orders, what the public sees, when to look again. Pure. */

/** Minutes that a desk has to verify and close, and a supervisor to decide. In working time: one day, and three. */
const VERIFY_MINUTES = 8 * 60
const SUPERVISE_MINUTES = 3 * 8 * 60
/** An alarm before the deadline when three quarters of a stage have passed. */
const REMINDED_AT = 0.75
/** The place above is told when a deadline has been missed by this. */
export const ESCALATE_AFTER = 24 * 3_600_000

const timeText = (time: number): string => String(Math.round(time)).padStart(13, '0')
const END_OF_TIME = '9999999999999'

/** States that nobody but those concerned sees. */
const UNLISTED: readonly CaseState[] = ['refused', 'withdrawn', 'merged']

const AT_DESK: readonly CaseState[] = ['reported', 'accepted', 'filed']
const WITH_DEPARTMENT: readonly CaseState[] = ['dispatched', 'handling']
const TO_VERIFY: readonly CaseState[] = ['handled', 'verified']

/** By when it is to be handled: by its clock, or before 立案 as it would be if all went on in time. */
function promisedAt(row: CaseRow, calendar: WorkingCalendar): number | null {
  if (row.state === 'suspended') return null
  const { counting, limitMinutes } = row.clock
  if (row.clock.runs.length > 0) return dueAtOf(row.clock, calendar)
  return isOpenState(row.state)
    ? addTime(row.reportedAt, row.acceptMinutes + limitMinutes, counting, calendar)
    : null
}

function stageDueAt(row: CaseRow, calendar: WorkingCalendar, dueAt: number | null): number | null {
  const { state, stateSince, clock } = row
  if (AT_DESK.includes(state) && !isRunning(clock))
    return addTime(row.reportedAt, row.acceptMinutes, clock.counting, calendar)
  if (AT_DESK.includes(state) || WITH_DEPARTMENT.includes(state)) return dueAt
  if (TO_VERIFY.includes(state)) return addTime(stateSince, VERIFY_MINUTES, 'working', calendar)
  if (state === 'supervised') return addTime(stateSince, SUPERVISE_MINUTES, 'working', calendar)
  return null
}

/** The next moment at which a timer has something to do. */
function alarmAt(row: CaseRow, due: number | null): number | null {
  if (row.state === 'suspended') return row.suspendedUntil
  if (due === null) return null
  const reminder = row.stateSince + (due - row.stateSince) * REMINDED_AT
  return [Math.min(reminder, due), due, due + ESCALATE_AFTER][row.alarmLevel] ?? null
}

/** Puts all that follows into step with what was decided. */
export function settle(row: CaseRow, calendar: WorkingCalendar, now: number): CaseRow {
  const dueAt = promisedAt(row, calendar)
  const due = stageDueAt(row, calendar, dueAt)
  const publicLocation = publicPoint(row.location, row.isIndoor)
  const publicPosition = positionOf(publicLocation)
  return {
    ...row,
    isOpen: isOpenState(row.state),
    isListed: !UNLISTED.includes(row.state),
    dueAt,
    stageDueAt: due,
    dueOrder: `${due === null ? END_OF_TIME : timeText(due)}-${row._id}`,
    order: `${timeText(row.reportedAt)}-${row._id}`,
    publicLocation,
    cell: publicPosition && cellOf(publicPosition),
    changeOrder: `${timeText(now)}-${row._id}`,
    alarmAt: alarmAt(row, due),
    tellAt: row.toldSteps < row.history.length ? now : null,
  }
}

/** Whether whoever has it now is late. */
export const isOverdue = (
  { isOpen, stageDueAt }: Pick<CaseRow, 'isOpen' | 'stageDueAt'>,
  now: number,
): boolean => isOpen && stageDueAt !== null && now > stageDueAt
