import type { CaseSource, Position } from '../../contract/cases/cases'
import { type CaseState, isOpenState } from '../../contract/cases/workflow'
import { CASE_DUE_SOON, PAGE_SIZE } from '../../contract/limits'
import type { Role } from '../../contract/method'
import type { OrganisationKind } from '../../contract/places/organisations'
import type { RoleGrant } from '../platform/access'
import type { CaseRow } from '../platform/cases/rows'
import { lateBefore, type Mark, markOf } from '../platform/cases/settle'
import { collection, command, nearPoint, type Transaction } from '../platform/database/collection'
import type { OrganisationRow } from '../platform/organisations'
import { withinPlace } from '../platform/places'

/** Every query of casework, one function each. Cases change by platform/cases/changeCase. */

const cases = collection<CaseRow>('cases')
const grants = collection<RoleGrant>('roleGrants')
const organisations = collection<OrganisationRow>('organisations')

export const findCase = (caseId: string): Promise<CaseRow | null> => cases.find(caseId)

export const findByNumber = async (number: string): Promise<CaseRow | null> =>
  (await cases.list({ number }, { limit: 1 }))[0] ?? null

// Queues

export interface QueueFilter {
  placeCode: string
  scope: 'desk' | 'area'
  state?: CaseState | undefined
  only?: Mark | 'overdue' | 'dueSoon' | undefined
  categoryId?: string | undefined
  departmentId?: string | undefined
  source?: CaseSource | undefined
  after?: string | undefined
}

const STREET = 9

/** Below a street there is no index of its own: the street's is read. */
const inArea = (placeCode: string): object =>
  placeCode.length > STREET
    ? { ...withinPlace(placeCode), streetCode: placeCode.slice(0, STREET) }
    : withinPlace(placeCode)

/**
 * Open cases, oldest deadline first, or those of a state that is over, newest first. One more than a page tells whether
 * there is a next one.
 */
export async function listQueue(filter: QueueFilter, now: number): Promise<CaseRow[]> {
  const { placeCode, scope, state, only, after } = filter
  const isOpen = state === undefined || isOpenState(state)
  const byDeadline = only === 'overdue' || only === 'dueSoon'
  if (byDeadline && !isOpen) return []
  const bounds = [
    ...(after === undefined ? [] : [isOpen ? command.gt(after) : command.lt(after)]),
    ...(only === 'overdue' ? [command.lt(lateBefore(now))] : []),
    ...(only === 'dueSoon'
      ? [command.gte(lateBefore(now)), command.lt(lateBefore(now + CASE_DUE_SOON))]
      : []),
  ]
  const where = {
    ...(scope === 'desk' ? { deskCode: placeCode } : inArea(placeCode)),
    ...(state === undefined ? { isOpen: true } : { state }),
    ...(only === undefined || byDeadline ? {} : { marks: markOf(scope, placeCode, isOpen, only) }),
    ...(bounds.length === 0 ? {} : { dueOrder: command.and(bounds) }),
    ...equal(filter),
  }
  return cases.list(where, { orderBy: { dueOrder: isOpen ? 'asc' : 'desc' }, limit: PAGE_SIZE + 1 })
}

const equal = ({ categoryId, departmentId, source }: QueueFilter): object => ({
  ...(categoryId === undefined ? {} : { categoryId }),
  ...(departmentId === undefined ? {} : { departmentId }),
  ...(source === undefined ? {} : { source }),
})

export interface StateCount {
  _id: CaseState
  number: number
  overdue: number
  asked: number
}

/** Open cases of one desk, by state. */
export const countByState = (deskCode: string, now: number): Promise<StateCount[]> =>
  cases.aggregate<StateCount>([
    { $match: { deskCode, isOpen: true } },
    {
      $group: {
        _id: '$state',
        number: { $sum: 1 },
        overdue: { $sum: { $cond: [{ $lt: ['$dueOrder', lateBefore(now)] }, 1, 0] } },
        asked: { $sum: { $cond: [{ $eq: ['$asked', null] }, 0, 1] } },
      },
    },
  ])

// A department

/** A case without its course. */
export type ListedCase = Omit<CaseRow, 'history' | 'answers'>

export const listOfDepartment = (departmentId: string, after?: string): Promise<CaseRow[]> =>
  cases.list(
    { departmentId, isOpen: true, ...goingOn(after) },
    { orderBy: { dueOrder: 'asc' }, limit: PAGE_SIZE + 1 },
  )

/** Those that one of these grants has taken. */
export const listOfAssignee = (grantIds: string[], after?: string): Promise<CaseRow[]> =>
  cases.list(
    { assigneeId: command.in(grantIds), isOpen: true, ...goingOn(after) },
    { orderBy: { dueOrder: 'asc' }, limit: PAGE_SIZE + 1 },
  )

const goingOn = (after: string | undefined): object =>
  after === undefined ? {} : { dueOrder: command.gt(after) }

/** So many of a department are looked at for those that are nearest. */
export const NEAREST_AMONG = 300

/**
 * The most urgent ones, to be put in order by distance. By the index of the department: a search around a position
 * would read all the cases of the city that lie between. Without their course, which is long.
 */
export const listToApproach = (
  of: { departmentId: string } | { grantIds: string[] },
): Promise<ListedCase[]> =>
  cases.aggregate<ListedCase>([
    {
      $match: {
        ...('departmentId' in of ? of : { assigneeId: command.in(of.grantIds) }),
        isOpen: true,
      },
    },
    { $sort: { dueOrder: 1 } },
    { $limit: NEAREST_AMONG },
    { $project: { history: 0, answers: 0 } },
  ])

export interface DepartmentCount {
  _id: string
  open: number
}

export const countOpen = (departmentIds: string[]): Promise<DepartmentCount[]> =>
  cases.aggregate<DepartmentCount>([
    { $match: { departmentId: command.in(departmentIds), isOpen: true } },
    { $group: { _id: '$departmentId', open: { $sum: 1 } } },
  ])

// Merging

const TARGETS = 20
const ABSORBED_SHOWN = 50

/** Open cases of a category by growing distance from a position, within so many metres. */
export const listAround = (
  { longitude, latitude }: Position,
  categoryId: string,
  metres: number,
): Promise<CaseRow[]> =>
  cases.list(
    {
      location: command.geoNear({ geometry: nearPoint(longitude, latitude), maxDistance: metres }),
      categoryId,
      isOpen: true,
    },
    { limit: TARGETS },
  )

/** Where a case has no position: those of its category in its street, or wherever it lies. */
export const listOfCategory = (placeCode: string, categoryId: string): Promise<CaseRow[]> =>
  cases.list(
    { ...withinPlace(placeCode.slice(0, STREET)), isOpen: true, categoryId },
    { orderBy: { dueOrder: 'asc' }, limit: TARGETS },
  )

export const listAbsorbed = (caseId: string): Promise<CaseRow[]> =>
  cases.list({ mergedInto: caseId }, { limit: ABSORBED_SHOWN })

/**
 * Takes hold of the case that another is merged into, for the length of the transaction. It is written, not only read:
 * two cases that are merged into each other at the same moment would both find the other one open.
 */
export async function holdTarget(
  transaction: Transaction,
  caseId: string,
  mayAbsorb: (row: CaseRow) => boolean,
): Promise<boolean> {
  const target = await transaction.find<CaseRow>('cases', caseId)
  if (!target || !mayAbsorb(target)) return false
  await transaction.put('cases', { ...target, absorptions: target.absorptions + 1 })
  return true
}

// Staff and organisations

const STAFF_OF_ONE = 100
const holdsAt = (now: number) => command.or([command.eq(null), command.gt(now)])

export const listHandlers = (organisationId: string, now: number): Promise<RoleGrant[]> =>
  grants.list({ organisationId, role: 'handler', endsAt: holdsAt(now) }, { limit: STAFF_OF_ONE })

export const findGrant = (grantId: string): Promise<RoleGrant | null> => grants.find(grantId)

/** Who holds one of these roles at one of these places itself, not above or below. */
export const listStaffAt = (placeCodes: string[], roles: Role[], now: number): Promise<RoleGrant[]> =>
  grants.list(
    {
      placeCode: command.in(placeCodes),
      role: command.in(roles),
      organisationId: null,
      endsAt: holdsAt(now),
    },
    { limit: STAFF_OF_ONE * placeCodes.length },
  )

const ORGANISATIONS_SHOWN = 200
const RECEIVING_KINDS: OrganisationKind[] = ['bureau', 'department', 'company']

/** Of a district or city itself: what belongs to a street of it is left out. */
const ownOf = (placeCode: string): object => {
  const within = withinPlace(placeCode)
  if ('cityCode' in within) return { ...within, districtCode: null }
  return 'districtCode' in within ? { ...within, streetCode: null } : within
}

/** Open ones that may be given cases, in a street or below it, or of a district or city itself. */
export const listOrganisations = (placeCode: string): Promise<OrganisationRow[]> =>
  organisations.list(
    {
      ...ownOf(placeCode),
      isClosed: false,
      kind: command.in(RECEIVING_KINDS),
    },
    { limit: ORGANISATIONS_SHOWN },
  )

// Alarms, and telling staff

const AT_ONCE = 100

/** Cases that a timer has to look at, the longest waiting first. */
export const listAlarms = (now: number, after: number): Promise<CaseRow[]> =>
  cases.list(
    { alarmAt: command.and([command.gt(after), command.lte(now)]) },
    { orderBy: { alarmAt: 'asc' }, limit: AT_ONCE },
  )

/** Of two timers at once, one. */
export const raiseAlarm = (row: CaseRow, alarmLevel: number, alarmAt: number | null): Promise<boolean> =>
  cases.changeOne({ _id: row._id, version: row.version, alarmLevel: row.alarmLevel }, { alarmLevel, alarmAt })

export const listToTellStaff = (now: number, after: number): Promise<CaseRow[]> =>
  cases.list(
    { tellStaffAt: command.and([command.gt(after), command.lte(now)]) },
    { orderBy: { tellStaffAt: 'asc' }, limit: AT_ONCE },
  )

/** Only if nothing has been added meanwhile. */
export const markTold = ({ _id, version, history }: CaseRow): Promise<boolean> =>
  cases.changeOne({ _id, version }, { toldStaff: history.length, tellStaffAt: null })
