import type { Catalogue, Category } from '../../../contract/cases/categories'
import type { Actor } from '../../../contract/cases/workflow'
import type { Proposal } from '../../../contract/casework'
import { now } from '../clock'
import { collection } from '../database/collection'
import { placeFields } from '../places'
import { keyedName } from '../secrets'
import { asMachine } from './changeCase'
import { newClock } from './clock'
import { firstDesk } from './desks'
import type { CaseRow, NewCase } from './rows'
import { changeOrderOf, settle } from './settle'
import { applyStep, type Step } from './steps'
import type { WorkingCalendar } from './workingTime'

/** How a case begins, whichever way it came in. */

export interface Beginning {
  begun: NewCase
  category: Category
  catalogueVersion: Catalogue['version']
  requestId: string
  /** When it came in here, where that was later than it was reported elsewhere: deadlines count from then. */
  receivedAt?: number
  actor: Extract<Actor, 'reporter' | 'dispatcher' | 'machine'>
  /** Where routing sends it, and whether at once. */
  route: { proposal: Proposal; isAutomatic: boolean; department: Step['department'] | null }
  calendar: WorkingCalendar
}

const cases = () => collection<CaseRow>('cases')

const ATTEMPTS = 8

/** The case as it is kept: a second one with this `_id` is not made, the first one is answered. */
export async function insertCase(beginning: Beginning): Promise<{ row: CaseRow; isNew: boolean }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // A ticket of last week is a change of today: jobs that follow changes have long been past last week.
    const row = { ...caseRow(beginning, attempt), changeOrder: changeOrderOf(beginning.begun._id, now()) }
    if ((await cases().insert(row)) === 'inserted') return { row, isNew: true }
    const before = await cases().find(row._id)
    if (before) return { row: before, isNew: false }
    // The number was taken by another case: the next one is tried.
  }
  throw new Error('no free case number was found')
}

const SHANGHAI = 8 * 3_600_000
const NUMBERS = 100_000

/** `261121-04827`: the day in Shanghai and five digits that tell nothing of how many there were. */
export function caseNumber(caseId: string, reportedAt: number, attempt: number): string {
  const day = new Date(reportedAt + SHANGHAI).toISOString().slice(2, 10).replaceAll('-', '')
  const name = keyedName('caseNumber', caseId, String(attempt))
  const digits = Number.parseInt(Buffer.from(name).toString('hex').slice(0, 12), 16) % NUMBERS
  return `${day}-${String(digits).padStart(5, '0')}`
}

export function caseRow(beginning: Beginning, attempt = 0): CaseRow {
  const { begun, requestId, actor, calendar } = beginning
  const row = plainRow(beginning, attempt)
  const first = {
    act: 'report' as const,
    requestId,
    actor,
    by: null,
    name: null,
    at: begun.reportedAt,
    from: 'reported' as const,
    state: 'reported' as const,
    version: 1,
    words: '',
    isInternal: false,
    photos: [],
    departmentId: null,
    departmentName: null,
    deskCode: row.deskCode,
    stars: null,
    dueAt: null,
  }
  const settled = settle(routed({ ...row, history: [first] }, beginning), calendar, startOf(beginning))
  return { ...settled, history: settled.history.map((entry) => ({ ...entry, dueAt: settled.dueAt })) }
}

const startOf = ({ begun, receivedAt }: Beginning): number => receivedAt ?? begun.reportedAt

/** By an automatic rule it is accepted, filed and dispatched at once. */
function routed(row: CaseRow, beginning: Beginning): CaseRow {
  const { requestId, route } = beginning
  if (!route.isAutomatic || !route.department) return row
  const steps: Step[] = [
    { act: 'accept' },
    { act: 'file' },
    { act: 'dispatch', department: route.department },
  ]
  return steps.reduce((before, step) => {
    const applied = applyStep(before, step, asMachine(), requestId, startOf(beginning))
    if ('problem' in applied) throw new Error(`a new case cannot be routed: ${applied.problem.code}`)
    return applied.row
  }, row)
}

function plainRow(beginning: Beginning, attempt: number): CaseRow {
  const { begun, category, catalogueVersion } = beginning
  return {
    ...begun,
    ...placeFields(begun.placeCode),
    number: caseNumber(begun._id, begun.reportedAt, attempt),
    categoryId: category.categoryId,
    categoryName: category.name,
    group: category.group,
    catalogueVersion,
    isIndoor: category.isIndoor,
    minAfterPhotos: category.minAfterPhotos,
    acceptMinutes: category.acceptHours * 60,
    acceptSince: startOf(beginning),
    state: 'reported',
    stateSince: startOf(beginning),
    deskCode: firstDesk(begun.placeCode),
    departmentId: null,
    departmentName: null,
    departmentPlace: null,
    assigneeId: null,
    assigneeName: null,
    clock: newClock(category.counting, category.handleHours),
    suspendedUntil: null,
    asked: null,
    handledAt: null,
    closedAt: null,
    refusedAt: null,
    ratingEndsAt: null,
    rating: null,
    reopened: 0,
    mergedInto: null,
    absorptions: 0,
    joined: 0,
    version: 1,
    history: [],
    isOpen: true,
    isListed: true,
    dueAt: null,
    stageDueAt: null,
    dueOrder: '',
    order: '',
    publicLocation: null,
    cell: null,
    formerCells: [],
    changeOrder: '',
    alarmAt: null,
    alarmLevel: 0,
    tellAt: null,
    toldSteps: 0,
    tellStaffAt: null,
    // A new report stands in the queue; what an automatic rule does with it is told.
    toldStaff: 1,
    contactSince: null,
    marks: [],
  }
}
