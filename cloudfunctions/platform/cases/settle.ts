import { DISSATISFIED_STARS } from '../../../contract/cases/cases'
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
/** Where jobs that follow changes find a change. */
export const changeOrderOf = (caseId: string, changedAt: number): string => `${timeText(changedAt)}-${caseId}`
const END_OF_TIME = '9999999999999'

/** States that nobody but those concerned sees. */
const UNLISTED: readonly CaseState[] = ['refused', 'withdrawn', 'merged']

const AT_DESK: readonly CaseState[] = ['reported', 'accepted', 'filed']
const WITH_DEPARTMENT: readonly CaseState[] = ['dispatched', 'handling']
const TO_VERIFY: readonly CaseState[] = ['handled', 'verified']

/** By when it is to be handled: by its clock, or before 立案 as it would be if all went on in time. */
function promisedAt(row: CaseRow, calendar: WorkingCalendar): number | null {
  if (row.state === 'suspended') return null
  if (!isOpenState(row.state) && row.handledAt === null) return null
  const { counting, limitMinutes } = row.clock
  if (row.clock.runs.length > 0) return dueAtOf(row.clock, calendar)
  return addTime(row.acceptSince, row.acceptMinutes + limitMinutes, counting, calendar)
}

function stageDueAt(row: CaseRow, calendar: WorkingCalendar, dueAt: number | null): number | null {
  const { state, stateSince, clock } = row
  if (AT_DESK.includes(state) && !isRunning(clock))
    return addTime(row.acceptSince, row.acceptMinutes, clock.counting, calendar)
  if (AT_DESK.includes(state) || WITH_DEPARTMENT.includes(state)) return dueAt
  if (TO_VERIFY.includes(state)) return addTime(stateSince, VERIFY_MINUTES, 'working', calendar)
  if (state === 'supervised') return addTime(stateSince, SUPERVISE_MINUTES, 'working', calendar)
  return null
}

/** The next moment at which a timer has something to do. */
export function alarmAt(
  row: Pick<CaseRow, 'state' | 'stateSince' | 'suspendedUntil' | 'alarmLevel'>,
  due: number | null,
): number | null {
  if (row.state === 'suspended') return row.suspendedUntil
  if (due === null) return null
  const reminder = Math.round(row.stateSince + (due - row.stateSince) * REMINDED_AT)
  return [Math.min(reminder, due), due, due + ESCALATE_AFTER][row.alarmLevel] ?? null
}

const openOrder = (due: number | null): string => (due === null ? END_OF_TIME : timeText(due))

/** Where a queue of overdue cases ends: `dueOrder` of every open case that is late sorts before it. */
export const lateBefore = (now: number): string => timeText(now)

/** What makes a case stand out in lists of staff. */
export type Mark = 'asked' | 'reopened' | 'dissatisfied'

/** A mark with the place in whose list it is found; `desk` in the list of that place's own desk. Cases that are over have lists of their own. */
export const markOf = (scope: 'desk' | 'area', placeCode: string, isOpen: boolean, mark: Mark): string =>
  `${scope}/${placeCode}/${isOpen ? 'open' : 'over'}/${mark}`

function marksOf(row: CaseRow): string[] {
  const { cityCode, districtCode, streetCode, villageCode, asked, reopened, rating } = row
  const marks: Mark[] = []
  if (asked !== null) marks.push('asked')
  if (reopened > 0) marks.push('reopened')
  if (rating !== null && rating.stars <= DISSATISFIED_STARS) marks.push('dissatisfied')
  const isOpen = isOpenState(row.state)
  const areas = [cityCode, districtCode, streetCode, villageCode].filter((code) => code !== null)
  return marks.flatMap((mark) => [
    markOf('desk', row.deskCode, isOpen, mark),
    ...areas.map((area) => markOf('area', area, isOpen, mark)),
  ])
}

/** Where it has been before stays in the row, so that what was counted there can be put right. */
const cellFields = (before: CaseRow, cell: string | null): Pick<CaseRow, 'cell' | 'formerCells'> => {
  const left = before.cell !== null && before.cell !== cell ? [before.cell] : []
  return { cell, formerCells: [...new Set([...before.formerCells, ...left])].filter((each) => each !== cell) }
}

/** Puts all that follows into step with what was decided. */
export function settle(row: CaseRow, calendar: WorkingCalendar, now: number): CaseRow {
  const dueAt = promisedAt(row, calendar)
  const due = stageDueAt(row, calendar, dueAt)
  const isOpen = isOpenState(row.state)
  const publicLocation = publicPoint(row.location, row.isIndoor)
  const publicPosition = positionOf(publicLocation)
  return {
    ...row,
    isOpen,
    isListed: !UNLISTED.includes(row.state),
    dueAt,
    stageDueAt: due,
    dueOrder: `${isOpen ? openOrder(due) : timeText(row.stateSince)}-${row._id}`,
    order: `${timeText(row.reportedAt)}-${row._id}`,
    publicLocation,
    ...cellFields(row, publicPosition && cellOf(publicPosition)),
    changeOrder: changeOrderOf(row._id, now),
    alarmAt: alarmAt(row, due),
    tellAt: row.toldSteps < row.history.length ? now : null,
    tellStaffAt: row.toldStaff < row.history.length ? now : null,
    contactSince: isOpen || row.sealedContact === null ? null : row.stateSince,
    marks: marksOf(row),
  }
}

/** Whether whoever has it now is late. */
export const isOverdue = (
  { isOpen, stageDueAt }: Pick<CaseRow, 'isOpen' | 'stageDueAt'>,
  now: number,
): boolean => isOpen && stageDueAt !== null && now > stageDueAt
