import { AUDITED_SERVICES, type Health, type WorkCount } from '../../contract/administration'
import { PAGE_SIZE } from '../../contract/limits'
import type { Role } from '../../contract/method'
import type { WorkKind } from '../../contract/workKinds'
import type { RoleGrant } from '../platform/access'
import type { AuditRow } from '../platform/audit'
import { collection, command, inTransaction } from '../platform/database/collection'
import type { ProblemRow, TimerRunRow } from '../platform/health'
import { type MessageRow, notifyIn } from '../platform/messages'
import { withinPlace } from '../platform/places'
import type { AccountRow } from '../platform/verifiedPhone'
import type { WorkRow } from '../platform/work'
import { noticeOfEnd, noticeOfGrant } from './notices'
import type { ClaimRow, GrantEntry } from './rows'

/** Every query of administration, one function each. */

const claims = collection<ClaimRow>('claims')
const grants = collection<RoleGrant>('roleGrants')
const accounts = collection<AccountRow>('accounts')
const work = collection<WorkRow>('work')
const trail = collection<AuditRow>('auditTrail')
const problems = collection<ProblemRow>('problems')
const timerRuns = collection<TimerRunRow>('timerRuns')
const messages = collection<MessageRow>('messages')

// Staff

const CLAIM_ID = 'first-administrator'

/** Whose claim it is: the database lets only the first one in. */
export async function claimOnce(accountId: string, placeCode: string): Promise<ClaimRow | null> {
  await claims.insert({ _id: CLAIM_ID, accountId, placeCode })
  return claims.find(CLAIM_ID)
}

export const insertGrant = (grant: RoleGrant) => grants.insert(grant)
export const findGrant = (grantId: string): Promise<RoleGrant | null> => grants.find(grantId)

const GRANTS_OF_ONE = 100
/** Held and ended. */
export const listGrantsOf = (accountId: string): Promise<RoleGrant[]> =>
  grants.list({ accountId }, { limit: GRANTS_OF_ONE })

interface GrantChange {
  before: RoleGrant | null
  after: RoleGrant
}

/** Gives a role, or gives it again with another name or end, and tells the person; not twice for one request. */
export const giveRole = (grant: RoleGrant, entry: GrantEntry): Promise<GrantChange> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<RoleGrant>('roleGrants', grant._id)
    if (before?.history.some(({ requestId }) => requestId === entry.requestId))
      return { before, after: before }
    const isHeld = before !== null && (before.endsAt === null || before.endsAt > entry.at)
    const after = {
      ...grant,
      startedAt: isHeld ? before.startedAt : entry.at,
      history: [...(before?.history ?? []), entry],
    }
    await transaction.put('roleGrants', after)
    await notifyIn(transaction, noticeOfGrant(after, entry), entry.at)
    return { before, after }
  })

/** Ends a role and tells the person. One that has ended before stays as it ended. */
export const takeRole = (
  grantId: string,
  entry: GrantEntry,
): Promise<{ before: RoleGrant | null; after: RoleGrant | null }> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<RoleGrant>('roleGrants', grantId)
    const hasEnded = before === null || (before.endsAt !== null && before.endsAt <= entry.at)
    if (hasEnded || before.history.some(({ requestId }) => requestId === entry.requestId)) {
      return { before, after: endedEarlier(before, entry) }
    }
    const after = { ...before, endsAt: entry.at, history: [...before.history, entry] }
    await transaction.put('roleGrants', after)
    await notifyIn(transaction, noticeOfEnd(after, entry), entry.at)
    return { before, after }
  })

/** The same request again gets the answer it got, also when the role has been given anew since. */
function endedEarlier(grant: RoleGrant | null, { requestId }: GrantEntry): RoleGrant | null {
  const mine = grant?.history.find((entry) => entry.requestId === requestId)
  return grant && mine ? { ...grant, endsAt: mine.at } : grant
}

interface StaffFilter {
  placeCode: string
  role?: Role | undefined
  state: 'holding' | 'ended'
  after?: string | undefined
}

export const listStaff = (
  { placeCode, role, state, after }: StaffFilter,
  now: number,
): Promise<RoleGrant[]> =>
  grants.list(
    {
      ...withinPlace(placeCode),
      ...(role ? { role } : {}),
      endsAt:
        state === 'ended'
          ? command.and([command.gt(0), command.lte(now)])
          : command.or([command.eq(null), command.gt(now)]),
      ...(after ? { order: command.gt(after) } : {}),
    },
    { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 },
  )

/** Which of these accounts have left a contact. */
export async function listContacts(accountIds: string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set()
  const rows = await accounts.list({ _id: command.in(accountIds) }, { limit: accountIds.length })
  return new Set(rows.filter(({ contact }) => contact !== null).map(({ _id }) => _id))
}

/** Of roles given since, the person who came back keeps the name. */
export async function forgetNames(accountId: string, requestedAt: number): Promise<void> {
  for (const { _id } of await listGrantsOf(accountId))
    await grants.changeOne({ _id, startedAt: command.lte(requestedAt) }, { name: '已注销' })
}

const PRUNED_AT_ONCE = 100

export const pruneRoles = (endedBefore: number): Promise<number> =>
  grants.removeSome({ endsAt: command.and([command.gt(0), command.lt(endedBefore)]) }, PRUNED_AT_ONCE)

// Work

const COUNTED = 10_000

export async function countWaiting(placeCode: string, kinds: WorkKind[], now: number): Promise<WorkCount[]> {
  const groups = await work.aggregate<Omit<WorkCount, 'kind'> & { _id: WorkKind }>([
    { $match: { ...withinPlace(placeCode), isWaiting: true, kind: command.in(kinds) } },
    { $limit: COUNTED },
    {
      $group: {
        _id: '$kind',
        waiting: { $sum: 1 },
        overdue: { $sum: { $cond: [{ $lt: ['$dueAt', now] }, 1, 0] } },
        oldestAt: { $min: '$since' },
      },
    },
  ])
  return groups.map(({ _id: kind, ...count }) => ({ kind, ...count }))
}

interface WorkFilter {
  placeCode: string
  kinds: WorkKind[]
  state: 'waiting' | 'overdue' | 'done'
  after?: string | undefined
  now: number
}

export function listWork({ placeCode, kinds, state, after, now }: WorkFilter): Promise<WorkRow[]> {
  const isWaiting = state !== 'done'
  return work.list(
    {
      ...withinPlace(placeCode),
      isWaiting,
      kind: command.in(kinds),
      ...(state === 'overdue' ? { dueAt: command.lt(now) } : {}),
      ...(after ? { order: isWaiting ? command.gt(after) : command.lt(after) } : {}),
    },
    { orderBy: { order: isWaiting ? 'asc' : 'desc' }, limit: PAGE_SIZE + 1 },
  )
}

export const pruneWork = (doneBefore: number): Promise<number> =>
  work.removeSome({ doneAt: command.and([command.gt(0), command.lt(doneBefore)]) }, PRUNED_AT_ONCE)

// Audit trail

interface TrailFilter {
  placeCode: string
  accountId?: string | undefined
  method?: string | undefined
  subject?: string | undefined
  from?: number | undefined
  until?: number | undefined
  after?: string | undefined
}

export function listAuditTrail({
  placeCode,
  from,
  until,
  after,
  ...exact
}: TrailFilter): Promise<AuditRow[]> {
  const equal = Object.fromEntries(Object.entries(exact).filter(([, value]) => value !== undefined))
  const bounds = [
    command.gte(startOf(from ?? 0)),
    command.lt(startOf((until ?? Number.MAX_SAFE_INTEGER / 1000) + 1)),
    ...(after ? [command.lt(after)] : []),
  ]
  return trail.list(
    { ...withinPlace(placeCode), ...equal, order: command.and(bounds) },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )
}

const startOf = (time: number): string => String(Math.floor(time)).padStart(13, '0')

export const findAuditRow = async (chain: string, sequence: number): Promise<AuditRow | null> =>
  (await trail.list({ chain, sequence }, { limit: 1 }))[0] ?? null

export const listChain = (chain: string, after: number, limit: number): Promise<AuditRow[]> =>
  trail.list({ chain, sequence: command.gt(after) }, { orderBy: { chain: 'asc', sequence: 'asc' }, limit })

/** The newest entry of each chain. */
export const listHeads = (): Promise<Pick<AuditRow, 'chain' | 'sequence' | 'hash'>[]> =>
  Promise.all(
    AUDITED_SERVICES.map(async (chain) => {
      const [head] = await trail.list({ chain }, { orderBy: { chain: 'asc', sequence: 'desc' }, limit: 1 })
      return head ?? { chain, sequence: 0, hash: '' }
    }),
  )

// Health

export const listTimerRuns = (): Promise<TimerRunRow[]> => timerRuns.list({}, { limit: 50 })

export async function describeOutbox(now: number, failedSince: number): Promise<Health['outbox']> {
  const due = { dueAt: command.lte(now) }
  const [waiting, [oldest], failed] = await Promise.all([
    messages.count(due),
    messages.list(due, { orderBy: { dueAt: 'asc' }, limit: 1 }),
    messages.count({ delivery: 'failed', createdAt: command.gt(failedSince) }),
  ])
  return { waiting, oldestDueAt: oldest?.dueAt ?? null, failed }
}

export async function countProblems(since: number): Promise<Health['problems']> {
  const groups = await problems.aggregate<{
    _id: Omit<Health['problems'][number], 'number'>
    number: number
  }>([
    { $match: { at: command.gt(since) } },
    { $limit: COUNTED },
    {
      $group: { _id: { service: '$service', method: '$method', kind: '$kind' }, number: { $sum: 1 } },
    },
  ])
  return groups.map(({ _id, number }) => ({ ..._id, number }))
}

export const listProblems = (before: number): Promise<ProblemRow[]> =>
  problems.list({ at: command.lt(before) }, { orderBy: { at: 'desc' }, limit: PAGE_SIZE + 1 })

export const pruneProblems = (before: number): Promise<number> =>
  problems.removeSome({ at: command.lt(before) }, PRUNED_AT_ONCE)
