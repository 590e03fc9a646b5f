import type { CampaignPlan, Standing } from '../../contract/campaigns'
import { PAGE_SIZE, RESULTS_PAGE } from '../../contract/limits'
import type { ListEntry } from '../../contract/voting'
import { collection, command, inTransaction, pattern } from '../platform/database/collection'
import type { Contender } from './ranking'
import type {
  BallotRow,
  CampaignRow,
  CandidateListRow,
  CandidateRow,
  HistoryEntry,
  ListPageRow,
  RecountRow,
  ReminderRow,
  TallyPartRow,
  TallyRow,
  Votes,
} from './rows'
import { addVotes } from './rules'

/** Every query of voting, one function each. */

const campaigns = collection<CampaignRow>('campaigns')
const candidates = collection<CandidateRow>('candidates')
const ballots = collection<BallotRow>('ballots')
const tallies = collection<TallyRow>('tallies')
const tallyParts = collection<TallyPartRow>('tallyParts')
const recounts = collection<RecountRow>('recounts')
const lists = collection<CandidateListRow>('candidateLists')
const listPages = collection<ListPageRow>('listPages')
const reminders = collection<ReminderRow>('reminders')

// Campaigns

/** Newest voting first; one more than a page tells whether there is a next one. */
export const listCampaigns = (startingBefore: number): Promise<CampaignRow[]> =>
  campaigns.list(
    { votingOpensAt: command.lt(startingBefore) },
    { orderBy: { votingOpensAt: 'desc' }, limit: PAGE_SIZE + 1 },
  )

export const findCampaign = (campaignId: string): Promise<CampaignRow | null> => campaigns.find(campaignId)

const CAMPAIGNS_AT_ONCE = 100

/** The next campaigns whose ballots are still being counted, in the order of their ids. */
export const listCountingCampaigns = (after: string): Promise<CampaignRow[]> =>
  campaigns.list(
    { isCounting: true, _id: command.gt(after) },
    { orderBy: { isCounting: 'asc', _id: 'asc' }, limit: CAMPAIGNS_AT_ONCE },
  )

export const insertCampaign = (campaign: CampaignRow) => campaigns.insert(campaign)

/** Freezes rules and ballot paper, if they are still at this version. */
export const freezeRules = (
  campaignId: string,
  version: number,
  hash: string,
  at: number,
): Promise<boolean> =>
  campaigns.changeOne(
    { _id: campaignId, rulesVersion: version, rulesFrozenAt: null },
    { rulesHash: hash, rulesFrozenAt: at },
  )

type PublicChange = CampaignRow['changes'][number]

/** Moves the end of voting, if it still is at `from`. */
export const moveVotingEnd = (
  campaignId: string,
  from: number,
  to: number,
  change: PublicChange,
  entry: HistoryEntry,
): Promise<boolean> =>
  campaigns.changeOne(
    { _id: campaignId, votingClosesAt: from },
    {
      votingClosesAt: to,
      planVersion: command.inc(1),
      changes: command.push([change]),
      history: command.push([entry]),
    },
  )

/** What a revision was decided by, and must still be so when it is written. */
export type StillSo = Pick<CampaignRow, 'planVersion' | 'votingClosesAt'> &
  Partial<Record<'rulesFrozenAt' | 'nominationFrozenAt' | 'judgingFrozenAt' | 'publishedAt', null>>

export interface Revision {
  /** Fields of the plan that differ, each as a whole. */
  plan: Partial<CampaignPlan>
  cover: string | null
  isCounting: boolean
  /** What a first ballot may have been about to freeze is of another version now. */
  changesRules: boolean
  change: PublicChange
  entry: HistoryEntry
}

/** A nested value is replaced, not merged into the one that is there. */
const replaced = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? command.set(value) : value

export const reviseCampaign = (
  campaignId: string,
  stillSo: StillSo,
  { plan, cover, isCounting, changesRules, change, entry }: Revision,
): Promise<boolean> =>
  campaigns.changeOne(
    { _id: campaignId, ...stillSo },
    {
      ...Object.fromEntries(Object.entries(plan).map(([key, value]) => [key, replaced(value)])),
      cover,
      isCounting,
      planVersion: command.inc(1),
      ...(changesRules ? { rulesVersion: command.inc(1) } : {}),
      changes: command.push([change]),
      history: command.push([entry]),
    },
  )

export const markPublished = (campaignId: string, at: number): Promise<boolean> =>
  campaigns.changeOne({ _id: campaignId, publishedAt: null }, { publishedAt: at, isCounting: false })

// Candidates

export interface CandidateFilter {
  campaignId: string
  districtCode?: string | undefined
}

const inDistrict = (districtCode: string | undefined) => (districtCode ? { districtCode } : {})

export const listCandidates = (
  { campaignId, districtCode }: CandidateFilter,
  after: number,
): Promise<CandidateRow[]> =>
  candidates.list(
    { campaignId, ...inDistrict(districtCode), number: command.gt(after) },
    { orderBy: { number: 'asc' }, limit: PAGE_SIZE + 1 },
  )

export const countCandidates = ({ campaignId, districtCode }: CandidateFilter): Promise<number> =>
  candidates.count({ campaignId, ...inDistrict(districtCode) })

/** Numbers of the candidates whose name or line contains `search`, at most 1000: one pass over the campaign's. */
export async function searchCandidates(
  { campaignId, districtCode }: CandidateFilter,
  search: string,
): Promise<number[]> {
  const words = command.or([{ name: pattern(search) }, { summary: pattern(search) }])
  const found = await candidates.aggregate<{ number: number }>([
    { $match: command.and([{ campaignId, ...inDistrict(districtCode) }, words]) },
    { $sort: { number: 1 } },
    { $limit: PAPER_AT_ONCE },
    { $project: { _id: 0, number: 1 } },
  ])
  return found.map(({ number }) => number)
}

/** What a list needs to know of the candidates, in ballot-paper order: their long texts stay where they are. */
export async function listBallotPaper(campaignId: string): Promise<Contender[]> {
  const paper: Contender[] = []
  for (;;) {
    const page = await candidates.aggregate<Contender>([
      { $match: { campaignId, number: command.gt(paper.length) } },
      { $sort: { number: 1 } },
      { $limit: PAPER_AT_ONCE },
      { $project: { _id: 0, candidateId: '$_id', number: 1, name: 1, districtCode: 1 } },
    ])
    paper.push(...page)
    if (page.length < PAPER_AT_ONCE) return paper
  }
}

/** The database answers at most 1000 rows, and at most 1 MB. */
const PAPER_AT_ONCE = 1000

export const listCandidatesOf = (campaignId: string, candidateIds: string[]): Promise<CandidateRow[]> =>
  candidates.list({ _id: command.in(candidateIds), campaignId }, { limit: Math.max(1, candidateIds.length) })

export const findCandidate = (candidateId: string): Promise<CandidateRow | null> =>
  candidates.find(candidateId)
/** Replaces a candidate's words, if they are still the ones of `basedOn`. */
export const reviseCandidate = (
  candidateId: string,
  basedOn: number | null,
  words: { summary: string; achievements: string },
  entry: CandidateRow['history'][number],
): Promise<boolean> =>
  candidates.changeOne(
    { _id: candidateId, revisedAt: basedOn },
    { ...words, revisedAt: entry.at, history: command.push([entry]) },
  )

// Ballots

/** The one write of a vote. `duplicate`: this person has a ballot for this period already. */
export const insertBallot = (ballot: BallotRow) => ballots.insert(ballot)

/** The ballot under its own key, or the one that this WeChat account has cast under another phone. */
export async function findBallot(
  campaignId: string,
  ballotId: string,
  accountKey: string,
): Promise<BallotRow | null> {
  const ballot = await ballots.find(ballotId)
  return ballot ?? (await ballots.list({ campaignId, accountKey }, { limit: 1 }))[0] ?? null
}

export const listBallots = (ballotIds: string[]): Promise<BallotRow[]> =>
  ballotIds.length === 0
    ? Promise.resolve([])
    : ballots.list({ _id: command.in(ballotIds) }, { limit: ballotIds.length })

/** `code`: the first 16 characters of the ballot's id. */
export const findBallotByCode = async (code: string): Promise<BallotRow | null> =>
  // '~' sorts after every character of an id.
  (await ballots.list({ _id: command.and([command.gte(code), command.lt(`${code}~`)]) }, { limit: 1 }))[0] ??
  null

export const countBallots = (campaignId: string): Promise<number> => ballots.count({ campaignId })

// Tally

export const findTally = (campaignId: string): Promise<TallyRow | null> => tallies.find(campaignId)

export const listTallies = (campaignIds: string[]): Promise<TallyRow[]> =>
  campaignIds.length === 0
    ? Promise.resolve([])
    : tallies.list({ _id: command.in(campaignIds) }, { limit: campaignIds.length })

/** Start of the first bucket with ballots after `after` and up to `through`. */
export async function findNextBucket(
  campaignId: string,
  after: number,
  through: number,
): Promise<number | null> {
  const bucket = command.and([command.gt(after), command.lte(through)])
  const [first] = await ballots.list(
    { campaignId, bucket },
    { orderBy: { campaignId: 'asc', bucket: 'asc' }, limit: 1 },
  )
  return first?.bucket ?? null
}

export interface BucketCount {
  bucket: number
  ballots: number
  pending: number
  notCounted: number
  /** Of ballots that count. */
  votes: Votes
}

const GROUPS_AT_ONCE = 100_000

interface BucketGroup {
  _id: { bucket: number; choice: number; standing: Standing }
  votes: number
  /** Of these votes, those that stand first on their ballot: over all choices, one per ballot. */
  first: number
}

/** Counts the stored ballots of the buckets in (`after`, `through`], each bucket apart, reading each ballot once. */
export async function countBuckets(
  campaignId: string,
  after: number,
  through: number,
): Promise<BucketCount[]> {
  const groups = await ballots.aggregate<BucketGroup>([
    { $match: { campaignId, bucket: command.and([command.gt(after), command.lte(through)]) } },
    { $unwind: { path: '$choices', includeArrayIndex: 'place' } },
    {
      $group: {
        _id: { bucket: '$bucket', choice: '$choices', standing: '$standing' },
        votes: { $sum: 1 },
        first: { $sum: { $cond: [{ $eq: ['$place', 0] }, 1, 0] } },
      },
    },
    { $limit: GROUPS_AT_ONCE },
  ])
  const counts = new Map<number, BucketCount>()
  for (const group of groups) {
    const { bucket } = group._id
    const count = counts.get(bucket) ?? { bucket, ballots: 0, pending: 0, notCounted: 0, votes: {} }
    counts.set(bucket, count)
    addGroup(count, group)
  }
  return [...counts.values()].sort((one, other) => one.bucket - other.bucket)
}

function addGroup(count: BucketCount, { _id: { choice, standing }, votes, first }: BucketGroup): void {
  count.ballots += first
  if (standing === 'counted') count.votes[choice] = votes
  else count[standing] += first
}

export const listTallyParts = (
  campaignId: string,
  after: number,
  through: number,
  limit: number,
): Promise<TallyPartRow[]> =>
  tallyParts.list(
    { campaignId, bucket: command.and([command.gt(after), command.lte(through)]) },
    { orderBy: { campaignId: 'asc', bucket: 'asc' }, limit },
  )

/**
 * Makes the tally's part for one bucket what `count` says, and the tally the sum of its parts, in one step.
 * Ballots are only ever added, so a count with fewer ballots than the part holds is an older one and changes nothing.
 */
export function foldBucket(campaignId: string, count: BucketCount): Promise<void> {
  const partId = `${campaignId}-${count.bucket}`
  return inTransaction(async (transaction) => {
    const tally = (await transaction.find<TallyRow>('tallies', campaignId)) ?? emptyTally(campaignId)
    const part = await transaction.find<TallyPartRow>('tallyParts', partId)
    if (part && part.ballots >= count.ballots && tally.foldedThrough >= count.bucket) return
    const isNewer = !part || count.ballots > part.ballots
    if (isNewer) await transaction.put('tallyParts', { _id: partId, campaignId, ...count })
    const grown = (of: 'ballots' | 'pending' | 'notCounted') =>
      tally[of] + (isNewer ? count[of] - (part?.[of] ?? 0) : 0)
    await transaction.put('tallies', {
      ...tally,
      ballots: grown('ballots'),
      pending: grown('pending'),
      notCounted: grown('notCounted'),
      votes: isNewer ? addVotes(addVotes(tally.votes, count.votes), part?.votes ?? {}, -1) : tally.votes,
      foldedThrough: Math.max(tally.foldedThrough, count.bucket),
    })
  })
}

export const emptyTally = (campaignId: string): TallyRow => ({
  _id: campaignId,
  ballots: 0,
  pending: 0,
  notCounted: 0,
  votes: {},
  foldedThrough: 0,
})

// Recounts

export const insertRecount = (recount: RecountRow) => recounts.insert(recount)
export const findRecount = (recountId: string): Promise<RecountRow | null> => recounts.find(recountId)

export const findLatestRecount = async (campaignId: string): Promise<RecountRow | null> =>
  (await recounts.list({ campaignId }, { orderBy: { startedAt: 'desc' }, limit: 1 }))[0] ?? null

/** Moves a running recount on, if nobody else has moved it. */
export const advanceRecount = (
  recountId: string,
  from: number,
  progress: Partial<RecountRow>,
): Promise<boolean> => {
  const change = progress.votes ? { ...progress, votes: command.set(progress.votes) } : progress
  return recounts.changeOne({ _id: recountId, countedThrough: from, state: 'running' }, change)
}

// Candidate list

export const findList = (campaignId: string): Promise<CandidateListRow | null> => lists.find(campaignId)
export const insertList = (list: CandidateListRow) => lists.insert(list)

const listPageId = (campaignId: string, pagesKey: string, page: number): string =>
  `${campaignId}-${pagesKey}-${page}`

/** Keeps a list's entries, a page per row, before the list itself names them. `pagesKey` is made of the entries. */
export async function insertListPages(
  campaignId: string,
  pagesKey: string,
  entries: ListEntry[],
): Promise<void> {
  for (let page = 0; page * RESULTS_PAGE < entries.length; page++) {
    const some = entries.slice(page * RESULTS_PAGE, (page + 1) * RESULTS_PAGE)
    await listPages.insert({ _id: listPageId(campaignId, pagesKey, page), campaignId, entries: some })
  }
}

/** The page of entries after `rank`, which ends a page. */
export const findListPage = async (
  campaignId: string,
  pagesKey: string,
  rank: number,
): Promise<ListEntry[]> =>
  (await listPages.find(listPageId(campaignId, pagesKey, Math.floor(rank / RESULTS_PAGE))))?.entries ?? []

/** Changes the list, if it still has this version and status. */
export const changeList = (
  campaignId: string,
  expected: { version: number; status: CandidateListRow['status'] },
  change: Partial<Omit<CandidateListRow, '_id' | 'history'>>,
  entry: HistoryEntry,
): Promise<boolean> =>
  lists.changeOne({ _id: campaignId, ...expected }, { ...change, history: command.push([entry]) })

/** The first confirmation, or the second by another person, of the proposal of this version. */
export async function confirmList(
  campaignId: string,
  version: number,
  confirmation: CandidateListRow['confirmations'][number],
  entry: HistoryEntry,
): Promise<boolean> {
  const proposal = { _id: campaignId, version, status: 'proposed' }
  const pushed = { confirmations: command.push([confirmation]), history: command.push([entry]) }
  const isFirst = await lists.changeOne({ ...proposal, 'confirmations.0': command.exists(false) }, pushed)
  if (isFirst) return true
  const another = command.and([command.exists(true), command.neq(confirmation.accountId)])
  return lists.changeOne(
    { ...proposal, 'confirmations.0.accountId': another, 'confirmations.1': command.exists(false) },
    { ...pushed, status: 'confirmed', confirmedAt: confirmation.at },
  )
}

export const listPublishedWithReminders = (): Promise<CandidateListRow[]> =>
  lists.list({ remindersDue: true }, { limit: CAMPAIGNS_AT_ONCE })

export const endReminders = (campaignId: string) =>
  lists.changeOne({ _id: campaignId }, { remindersDue: false })

// Reminders

export const insertReminder = (reminder: ReminderRow) => reminders.insert(reminder)
export const findReminder = (reminderId: string): Promise<ReminderRow | null> => reminders.find(reminderId)

export const listReminders = (campaignId: string, limit: number): Promise<ReminderRow[]> =>
  reminders.list({ campaignId }, { limit })

export const removeReminder = (reminderId: string) => reminders.remove({ _id: reminderId })

export const removeRemindersOf = (accountId: string, until: number, limit: number): Promise<number> =>
  reminders.removeSome({ accountId, askedAt: command.lte(until) }, limit)
