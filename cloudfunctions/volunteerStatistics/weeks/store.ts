import type { Role } from '../../../contract/method'
import type { RoleGrant } from '../../platform/access'
import { collection, command } from '../../platform/database/collection'
import type { OrganisationRow } from '../../platform/organisations'
import { withinPlace } from '../../platform/places'
import type { ActivityRow } from '../../platform/volunteering/rows'
import type { CountRow } from '../folding/rows'
import type { ExcusedWeekRow, WeeklyDutyRow } from './rows'

/** Every query of units and weeks, one function each. */

const duties = collection<WeeklyDutyRow>('weeklyDuties')
const excused = collection<ExcusedWeekRow>('excusedWeeks')
const counts = collection<CountRow>('serviceCounts')
const activities = collection<ActivityRow>('activities')
const organisations = collection<OrganisationRow>('organisations')
const grants = collection<RoleGrant>('roleGrants')

export const findDuty = (organisationId: string): Promise<WeeklyDutyRow | null> => duties.find(organisationId)

export const insertDuty = (row: WeeklyDutyRow) => duties.insert(row)

/** Not twice for one request. */
export const changeDuty = (
  organisationId: string,
  change: Pick<WeeklyDutyRow, 'since' | 'isExpected' | 'lookAt'>,
  entry: WeeklyDutyRow['history'][number],
): Promise<boolean> =>
  duties.changeOne(
    { _id: organisationId, 'history.requestId': command.neq(entry.requestId) },
    { ...change, history: command.push([entry]) },
  )

/** Units at a place and below, in order. */
export const listDuties = (placeCode: string, after: string, limit: number): Promise<WeeklyDutyRow[]> =>
  duties.list(
    { ...withinPlace(placeCode), isExpected: true, order: command.gt(after) },
    { orderBy: { order: 'asc' }, limit },
  )

/** Units to be looked at, but for these. */
export const listDue = (now: number, but: string[], limit: number): Promise<WeeklyDutyRow[]> =>
  duties.list(
    { lookAt: command.and([command.gt(0), command.lte(now)]), _id: command.nin(but) },
    { orderBy: { lookAt: 'asc' }, limit },
  )

/** Unless somebody has looked meanwhile, or nothing is expected any more. */
export const lookAgain = ({ _id, lookAt }: WeeklyDutyRow, next: number): Promise<boolean> =>
  duties.changeOne({ _id, lookAt, isExpected: true }, { lookAt: next })

export const findExcused = (id: string): Promise<ExcusedWeekRow | null> => excused.find(id)

export const insertExcused = (row: ExcusedWeekRow) => excused.insert(row)

/** Not twice for one request. */
export const changeExcused = (
  id: string,
  reason: string | null,
  entry: ExcusedWeekRow['history'][number],
): Promise<boolean> =>
  excused.changeOne(
    { _id: id, 'history.requestId': command.neq(entry.requestId) },
    { reason, history: command.push([entry]) },
  )

export const listExcused = (ids: string[]): Promise<ExcusedWeekRow[]> =>
  excused.list({ _id: command.in(ids) }, { limit: ids.length })

export const listCounts = (ids: string[]): Promise<CountRow[]> =>
  counts.list({ _id: command.in(ids) }, { limit: ids.length })

export const listOrganisations = (ids: string[]): Promise<OrganisationRow[]> =>
  organisations.list({ _id: command.in(ids) }, { limit: ids.length })

const PLANNED_MAX = 1000
const DIGITS = 13

/** Activities that are not cancelled and begin in [from, until); at most PLANNED_MAX. */
export const listPlanned = (
  organisationIds: string[],
  from: number,
  until: number,
): Promise<Pick<ActivityRow, 'organisationId' | 'startsAt'>[]> => {
  const moment = (time: number) => String(time).padStart(DIGITS, '0')
  return activities.aggregate([
    {
      $match: {
        organisationId: command.in(organisationIds),
        order: command.and([command.gte(moment(from)), command.lt(moment(until))]),
        isCancelled: false,
      },
    },
    { $limit: PLANNED_MAX },
    { $project: { organisationId: 1, startsAt: 1 } },
  ])
}

const STAFF_OF_ONE = 50

const holdsAt = (now: number) => command.or([command.eq(null), command.gt(now)])

export const listLeaders = (organisationId: string, now: number): Promise<RoleGrant[]> =>
  grants.list(
    { organisationId, role: 'organisationLeader' satisfies Role, endsAt: holdsAt(now) },
    { limit: STAFF_OF_ONE },
  )

/** Who administrates one of these places itself. */
export const listAdministrators = (placeCodes: string[], now: number): Promise<RoleGrant[]> =>
  grants.list(
    {
      placeCode: command.in(placeCodes),
      role: 'administrator' satisfies Role,
      organisationId: null,
      endsAt: holdsAt(now),
    },
    { limit: STAFF_OF_ONE * placeCodes.length },
  )
