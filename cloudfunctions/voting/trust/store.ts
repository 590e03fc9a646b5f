import { PAGE_SIZE } from '../../../contract/limits'
import { collection, command, inTransaction, type Transaction } from '../../platform/database/collection'
import type { BallotRow, Votes } from '../rows'
import type {
  AlertRow,
  Mark,
  RuledBallotRow,
  RulingRow,
  SharedAddress,
  TrustStateRow,
  VoteWindowRow,
} from './rows'
import type { RuledGroup } from './ruledCount'

/** Every query of watching and ruling, one function each. */

const ballots = collection<BallotRow>('ballots')
const states = collection<TrustStateRow>('trustStates')
const windows = collection<VoteWindowRow>('voteWindows')
const alerts = collection<AlertRow>('voteAlerts')
const rulings = collection<RulingRow>('rulings')
const ruledBallots = collection<RuledBallotRow>('ruledBallots')
const tallyParts = collection<{ _id: string }>('tallyParts')

export { inTransaction, type Transaction }

// How far, and how many

const nothingYet = (campaignId: string): TrustStateRow => ({
  _id: campaignId,
  watchedThrough: 0,
  openAlerts: 0,
  rulings: 0,
})

export const findState = async (campaignId: string): Promise<TrustStateRow> =>
  (await states.find(campaignId)) ?? nothingYet(campaignId)

export const findStateIn = async (transaction: Transaction, campaignId: string): Promise<TrustStateRow> =>
  (await transaction.find<TrustStateRow>('trustStates', campaignId)) ?? nothingYet(campaignId)

/** Never back: two timers at once may be at different windows. */
export async function moveWatch(campaignId: string, through: number): Promise<void> {
  const behind = { _id: campaignId, watchedThrough: command.lt(through) }
  if (await states.changeOne(behind, { watchedThrough: through })) return
  await states.insert({ ...nothingYet(campaignId), watchedThrough: through })
}

// Windows

interface VoteGroup {
  _id: { choice: number; isNew: boolean | null }
  votes: number
  /** Of these votes, those that stand first on their ballot: over all choices, one per ballot. */
  first: number
}

const GROUPS_AT_ONCE = 100_000

const within = (campaignId: string, from: number, to: number): object => ({
  campaignId,
  bucket: command.and([command.gte(from), command.lt(to)]),
})

/** What the ballots of [`from`, `to`) come to, whatever their standing: pending ones are part of what is unusual. */
export async function countVotes(
  campaignId: string,
  from: number,
  to: number,
): Promise<Pick<VoteWindowRow, 'ballots' | 'votes' | 'knownVotes' | 'newVotes'>> {
  const groups = await ballots.aggregate<VoteGroup>([
    { $match: within(campaignId, from, to) },
    { $unwind: { path: '$choices', includeArrayIndex: 'place' } },
    {
      $group: {
        _id: { choice: '$choices', isNew: '$isNew' },
        votes: { $sum: 1 },
        first: { $sum: { $cond: [{ $eq: ['$place', 0] }, 1, 0] } },
      },
    },
    { $limit: GROUPS_AT_ONCE },
  ])
  const [votes, knownVotes, newVotes]: [Votes, Votes, Votes] = [{}, {}, {}]
  const add = (to: Votes, group: VoteGroup) => {
    to[group._id.choice] = (to[group._id.choice] ?? 0) + group.votes
  }
  for (const group of groups) {
    add(votes, group)
    if (group._id.isNew !== null) add(knownVotes, group)
    if (group._id.isNew === true) add(newVotes, group)
  }
  return { ballots: groups.reduce((sum, { first }) => sum + first, 0), votes, knownVotes, newVotes }
}

interface AddressGroup {
  _id: string
  ballots: number
  votes: { choice: number; votes: number }[]
}

const ADDRESSES_AT_ONCE = 50

/** Network addresses with at least `fewest` ballots in [`from`, `to`), those with the most first. */
export async function listSharedAddresses(
  campaignId: string,
  from: number,
  to: number,
  fewest: number,
): Promise<SharedAddress[]> {
  const groups = await ballots.aggregate<AddressGroup>([
    { $match: { ...within(campaignId, from, to), address: command.neq(null) } },
    { $unwind: { path: '$choices', includeArrayIndex: 'place' } },
    {
      $group: {
        _id: { address: '$address', choice: '$choices' },
        votes: { $sum: 1 },
        first: { $sum: { $cond: [{ $eq: ['$place', 0] }, 1, 0] } },
      },
    },
    {
      $group: {
        _id: '$_id.address',
        ballots: { $sum: '$first' },
        votes: { $push: { choice: '$_id.choice', votes: '$votes' } },
      },
    },
    { $match: { ballots: command.gte(fewest) } },
    { $sort: { ballots: -1 } },
    { $limit: ADDRESSES_AT_ONCE },
  ])
  return groups.map(({ _id: address, ballots: some, votes }) => ({
    address,
    ballots: some,
    votes: Object.fromEntries(votes.map((one) => [one.choice, one.votes])),
  }))
}

export const insertWindow = (window: VoteWindowRow) => windows.insert(window)

/** Of many candidates a window holds some 10 KB, and the database answers at most 1 MB. */
const WINDOWS_AT_ONCE = 50

/** Windows with ballots that begin in [`from`, `to`), in order of time. */
export async function listWindows(campaignId: string, from: number, to: number): Promise<VoteWindowRow[]> {
  const found: VoteWindowRow[] = []
  let after = from - 1
  for (;;) {
    const page = await windows.list(
      { campaignId, at: command.and([command.gt(after), command.lt(to)]) },
      { orderBy: { campaignId: 'asc', at: 'asc' }, limit: WINDOWS_AT_ONCE },
    )
    found.push(...page)
    if (page.length < WINDOWS_AT_ONCE) return found
    after = page.at(-1)?.at ?? to
  }
}

// Alerts

export const findAlert = (alertId: string): Promise<AlertRow | null> => alerts.find(alertId)

/** Newest first; one more than a page tells whether there is a next one. */
export const listAlerts = (campaignId: string, after: string | undefined): Promise<AlertRow[]> =>
  alerts.list(after === undefined ? { campaignId } : { campaignId, order: command.lt(after) }, {
    orderBy: { campaignId: 'asc', order: 'desc' },
    limit: PAGE_SIZE + 1,
  })

const ALERTS_AT_ONCE = 500

export const listOpenAlerts = (campaignId: string): Promise<AlertRow[]> =>
  alerts.list({ campaignId, state: 'open' }, { limit: ALERTS_AT_ONCE })

// Ballots that meet a filter

/** What a ballot, or what is kept of a ruled one, must meet besides its time. */
export type Conditions = Record<string, unknown>

export interface Stretch {
  campaignId: string
  from: number
  /** Not included. */
  to: number
}

/** A condition on `standing`: pending, or not counted. */
export const notCounted: unknown = command.in(['pending', 'notCounted'])

const meant = ({ campaignId, from, to }: Stretch, conditions: Conditions): object => ({
  ...conditions,
  ...within(campaignId, from, to),
})

/** In order of time; ballots of one minute in the order in which they are stored, which settled ones keep. */
export const listMeant = (
  stretch: Stretch,
  conditions: Conditions,
  skip: number,
  limit: number,
): Promise<BallotRow[]> =>
  ballots.list(meant(stretch, conditions), { orderBy: { campaignId: 'asc', bucket: 'asc' }, skip, limit })

export const countMeant = (stretch: Stretch, conditions: Conditions): Promise<number> =>
  ballots.count(meant(stretch, conditions))

export const countRuledOf = (stretch: Stretch, conditions: Conditions): Promise<number> =>
  ruledBallots.count(meant(stretch, conditions))

interface RankGroup {
  _id: number | null
  ballots: number
}

const byRank = (stretch: Stretch, conditions: Conditions) => [
  { $match: meant(stretch, conditions) },
  { $group: { _id: '$rank', ballots: { $sum: 1 } } },
]

export const countRanks = (stretch: Stretch, conditions: Conditions): Promise<RankGroup[]> =>
  ballots.aggregate<RankGroup>(byRank(stretch, conditions))

export const countRuledRanks = (stretch: Stretch, conditions: Conditions): Promise<RankGroup[]> =>
  ruledBallots.aggregate<RankGroup>(byRank(stretch, conditions))

export const PARTS_AT_ONCE = 500

/** The first buckets with ballots in a stretch, and how many each holds, as far as they are folded. */
export const listPartSizes = ({
  campaignId,
  from,
  to,
}: Stretch): Promise<{ bucket: number; ballots: number }[]> =>
  tallyParts.aggregate([
    { $match: within(campaignId, from, to) },
    { $sort: { campaignId: 1, bucket: 1 } },
    { $limit: PARTS_AT_ONCE },
    { $project: { _id: 0, bucket: 1, ballots: 1 } },
  ])

// Rulings

export const findRuling = (rulingId: string): Promise<RulingRow | null> => rulings.find(rulingId)

const RULINGS_AT_ONCE = 500

/** Newest first. */
export const listRulings = (campaignId: string): Promise<RulingRow[]> =>
  rulings.list({ campaignId }, { orderBy: { campaignId: 'asc', number: 'desc' }, limit: RULINGS_AT_ONCE })

export const listRulingsOf = (rulingIds: string[]): Promise<RulingRow[]> =>
  rulings.list({ _id: command.in(rulingIds) }, { limit: Math.max(1, rulingIds.length) })

/** Those that somebody has confirmed and nobody has finished. */
export const listApplying = (): Promise<RulingRow[]> =>
  rulings.list({ status: 'applying' }, { limit: PAGE_SIZE })

/** Moves the writing of a ruling on, if nobody else has moved it. */
export const advanceRuling = (rulingId: string, from: Mark, to: Mark): Promise<boolean> =>
  rulings.changeOne(
    { _id: rulingId, status: 'applying', 'through.bucket': from.bucket, 'through.seen': from.seen },
    { through: to },
  )

/** `duplicate`: this ballot has been ruled before. */
export const insertRuledBallot = (row: RuledBallotRow) => ruledBallots.insert(row)

export const listRuledBallots = (ballotIds: string[]): Promise<RuledBallotRow[]> =>
  ballotIds.length === 0
    ? Promise.resolve([])
    : ruledBallots.list({ _id: command.in(ballotIds) }, { limit: ballotIds.length })

export const countRuled = (rulingId: string): Promise<number> => ruledBallots.count({ rulingId })

/** What all rulings of a campaign have done, in groups that counts are corrected by. */
export const listRuledGroups = (campaignId: string): Promise<RuledGroup[]> =>
  ruledBallots.aggregate([
    { $match: { campaignId } },
    { $unwind: { path: '$choices', includeArrayIndex: 'place' } },
    {
      $group: {
        _id: { act: '$act', standing: '$standing', choice: '$choices' },
        votes: { $sum: 1 },
        first: { $sum: { $cond: [{ $eq: ['$place', 0] }, 1, 0] } },
      },
    },
    {
      $project: {
        _id: 0,
        act: '$_id.act',
        standing: '$_id.standing',
        choice: '$_id.choice',
        votes: 1,
        first: 1,
      },
    },
    { $limit: GROUPS_AT_ONCE },
  ])
