import type { Position } from '../../contract/cases/cases'
import type { ContentState } from '../../contract/moderation'
import type { CaseRow } from '../platform/cases/rows'
import type { ContentRow } from '../platform/contents/rows'
import { collection, command, nearPoint } from '../platform/database/collection'
import type { ActivityRow } from '../platform/volunteering/rows'

/** Every query of reporting, one function each. Cases begin by `insertCase` and change by `changeCase`. */

const cases = collection<CaseRow>('cases')
const contents = collection<ContentRow>('contents')

export const findCase = (caseId: string): Promise<CaseRow | null> => cases.find(caseId)

export const findCases = (caseIds: string[]): Promise<CaseRow[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : cases.list({ _id: command.in(caseIds) }, { limit: caseIds.length })

export const findActivity = (activityId: string): Promise<ActivityRow | null> =>
  collection<ActivityRow>('activities').find(activityId)

const before = (order: string | undefined) => (order ? { order: command.lt(order) } : {})

/** What an account has reported, newest first; `after` is the order of the last one seen. */
export const listReportedBy = (
  accountId: string,
  after: string | undefined,
  limit: number,
): Promise<CaseRow[]> => cases.list({ accountId, ...before(after) }, { orderBy: { order: 'desc' }, limit })

/** Of what an account has reported, how many are closed and can still be rated. */
export const countUnrated = (accountId: string, now: number): Promise<number> =>
  cases.count({ accountId, state: 'closed', rating: null, ratingEndsAt: command.gte(now) })

/** In lists, where what was reported up to `moment` begins. */
export const orderAfter = (moment: number): string => String(moment + 1).padStart(13, '0')

const around = ({ longitude, latitude }: Position, maxDistance: number) => ({
  publicLocation: command.geoNear({
    geometry: nearPoint(longitude, latitude) as never,
    maxDistance,
    minDistance: 0,
  }),
})

const SIMILAR = 10

/** Open cases of a category around a point, by where everyone sees them; nearest first. */
export const listSimilar = (categoryId: string, position: Position, metres: number): Promise<CaseRow[]> =>
  cases.list({ ...around(position, metres), categoryId, isOpen: true, isListed: true }, { limit: SIMILAR })

const NEIGHBOURS = 30

/** The cases nearest to a point, whatever their state. */
export const listNearest = (position: Position, metres: number): Promise<CaseRow[]> =>
  cases.list(around(position, metres), { limit: NEIGHBOURS })

/** Of what the check of a case's words and photos has come to; null while they are not with it yet. */
export const findContentState = async (contentId: string | null): Promise<ContentState | null> =>
  contentId === null ? null : ((await contents.find(contentId))?.state ?? null)

const TOLD_AT_ONCE = 50

/** Cases whose newest steps people have not been told of, those first that have waited longest. */
export const listUntold = (now: number): Promise<CaseRow[]> =>
  cases.list({ tellAt: command.lte(now) }, { orderBy: { tellAt: 'asc' }, limit: TOLD_AT_ONCE })

/** People know this version; if it has changed meanwhile, they are told again. */
export const markTold = ({ _id, version, history }: CaseRow): Promise<boolean> =>
  cases.changeOne({ _id, version }, { tellAt: null, toldSteps: history.length })

/** The case stays, without the person. */
export const dropReporter = (caseId: string, accountId: string): Promise<boolean> =>
  cases.changeOne({ _id: caseId, accountId }, { accountId: null, sealedContact: null, contactSince: null })

// What is no longer kept

const CONTACTS_AT_ONCE = 100
const CASES_AT_ONCE = 20

/** Contacts of cases that have been over since before `moment`; of a case that is open again they stay. */
export const dropContactsBefore = (moment: number): Promise<number> =>
  cases.changeSome(
    { contactSince: command.and([command.gt(0), command.lt(moment)]) },
    { sealedContact: null, contactSince: null },
    CONTACTS_AT_ONCE,
  )

/** Cases that were taken back before `moment`, oldest first. */
export const listWithdrawnBefore = (moment: number): Promise<CaseRow[]> =>
  cases.list(
    { state: 'withdrawn', stateSince: command.lt(moment) },
    { orderBy: { stateSince: 'asc' }, limit: CASES_AT_ONCE },
  )

export const removeWithdrawn = (caseId: string): Promise<boolean> =>
  cases.remove({ _id: caseId, state: 'withdrawn' })
