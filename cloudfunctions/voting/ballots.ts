import { CAMPAIGN_CACHE_TIME } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { MyVote, Receipt, voting } from '../../contract/voting'
import type { SignedInCaller } from '../platform/caller'
import { numberOnPaper } from '../platform/campaigns/ballotPaper'
import { recentlyRead } from '../platform/recentlyRead'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findAccount } from '../platform/verifiedPhone'
import { freezeRules, recallCampaign } from './campaigns'
import { presentReceipt } from './presented'
import { reminderIdOf } from './reminders'
import { gradeBallot } from './risk'
import type { BallotRow, CampaignRow, TallyRow } from './rows'
import { bucketOf, nextVoteAt, periodOf, periodsSoFar, refuseChoices, settledAt, votingState } from './rules'
import * as store from './store'
import { ruledAs } from './trust/ruledAs'

type VotingMethods = Methods<typeof voting>

/** The two keys under which a person can have one ballot per period. Neither leads back to the person. */
interface BallotKeys {
  ballotId: string
  accountKey: string
}

/** Null: the campaign asks for a verified phone and this account has none. */
async function findVoterKey(campaign: CampaignRow, caller: SignedInCaller): Promise<string | null> {
  if (campaign.rules.identity === 'wechat') return caller.accountId
  return (await findAccount(caller.accountId))?.phoneKey ?? null
}

/** Under which an account's ballot of a period is kept, and stands in the order of the public file. */
export const accountKeyOf = (campaignId: string, accountId: string, period: string): string =>
  keyedName('ballot-account', campaignId, accountId, period)

const keysFor = (
  campaign: CampaignRow,
  caller: SignedInCaller,
  voterKey: string,
  period: string,
): BallotKeys => ({
  ballotId: keyedName('ballot', campaign._id, campaign.rules.identity, voterKey, period),
  accountKey: accountKeyOf(campaign._id, caller.accountId, period),
})

const talliesKnown = recentlyRead<TallyRow | null>({ life: CAMPAIGN_CACHE_TIME, capacity: 100 })

/** How far the count has come, as this instance may know it: a receipt may say `stored` a few seconds too long. */
async function recallTally(campaignId: string, now: number): Promise<TallyRow | null> {
  const known = talliesKnown.find(campaignId, now)
  if (known !== undefined) return known
  const tally = await store.findTally(campaignId)
  talliesKnown.keep(campaignId, tally, now)
  return tally
}

async function receiptOf(ballot: BallotRow, campaign: CampaignRow, now: number): Promise<Receipt> {
  // Nothing is ruled before voting has settled, so no voter waits for it.
  const ruled = now < settledAt(campaign) ? null : ((await ruledAs([ballot])).get(ballot._id) ?? null)
  return presentReceipt(ballot, campaign, await recallTally(campaign._id, now), ruled)
}

const numbersOf = (campaign: CampaignRow, choices: string[]): number[] =>
  choices.flatMap((choice) => numberOnPaper(campaign, choice) ?? [])

/** In a daily campaign a request first sent before midnight may come again after it: it keeps its first answer. */
async function findEarlierDay(
  campaign: CampaignRow,
  caller: SignedInCaller,
  voterKey: string,
  requestId: string,
  now: number,
) {
  const [, ...earlier] = periodsSoFar(campaign, now)
  const ids = earlier.map((day) => keysFor(campaign, caller, voterKey, day).ballotId)
  return (await store.listBallots(ids)).find((ballot) => ballot.requestId === requestId) ?? null
}

type Casting = Parameters<VotingMethods['castBallot']>[0]

/** A plan that was changed between reading and freezing it is read again: the ballot must fit what is frozen. */
export const castBallot: VotingMethods['castBallot'] = async (casting) => {
  for (;;) {
    const answer = await tryToCast(casting)
    if (answer !== 'planChanged') return answer
  }
}

async function tryToCast({ input, caller, requestId, now }: Casting) {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const voterKey = await findVoterKey(campaign, caller)
  if (voterKey === null) return fail({ code: 'phone_needed' })
  const keys = keysFor(campaign, caller, voterKey, periodOf(campaign.rules, now))

  const alreadyCast = async () => {
    const ballot = await store.findBallot(campaign._id, keys.ballotId, keys.accountKey)
    if (!ballot) return null
    const receipt = await receiptOf(ballot, campaign, now)
    return ballot.requestId === requestId
      ? ok(receipt)
      : fail({ code: 'already_voted', receipt, nextAt: nextVoteAt(campaign, now) })
  }

  if (votingState(campaign, now) !== 'open') {
    // The first answer to this request may have been lost on the way, and voting closed since.
    const { votingOpensAt: opensAt, votingClosesAt: closesAt } = campaign
    return (await alreadyCast()) ?? fail({ code: 'voting_not_open', opensAt, closesAt })
  }
  const earlier = await findEarlierDay(campaign, caller, voterKey, requestId, now)
  if (earlier) return ok(await receiptOf(earlier, campaign, now))

  const refusal = refuseChoices(campaign, input.choices)
  if (refusal) return fail(refusal)
  const frozen = await freezeRules(campaign, now)
  if (!frozen) return 'planChanged'

  const graded = await gradeBallot(frozen, caller, input.answer, now)
  // Who has voted already is told so, not asked.
  if (!('grade' in graded)) return (await alreadyCast()) ?? fail({ code: 'answer_needed', ...graded })
  const ballot: BallotRow = {
    _id: keys.ballotId,
    campaignId: frozen._id,
    period: periodOf(frozen.rules, now),
    choices: numbersOf(frozen, input.choices),
    bucket: bucketOf(now),
    rulesVersion: frozen.rulesVersion,
    accountKey: keys.accountKey,
    requestId,
    ...graded.grade,
  }
  if ((await store.insertBallot(ballot)) === 'inserted') return ok(presentReceipt(ballot, frozen, null, null))
  const first = await alreadyCast()
  if (first) return first
  throw new Error(`ballot ${keys.ballotId} was refused as a duplicate but cannot be found`)
}

export const getMyVote: VotingMethods['getMyVote'] = async ({ input, caller, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const reminding = (await store.findReminder(reminderIdOf(campaign._id, caller.accountId))) !== null
  return ok({ reminding, ...(await mayVote(campaign, caller, now)) } as MyVote)
}

type WithoutReminding<T> = T extends unknown ? Omit<T, 'reminding'> : never

async function mayVote(
  campaign: CampaignRow,
  caller: SignedInCaller,
  now: number,
): Promise<WithoutReminding<MyVote>> {
  const state = votingState(campaign, now)
  if (state === 'notOpen') return { mayVote: false, reason: 'notOpen', opensAt: campaign.votingOpensAt }
  const voterKey = await findVoterKey(campaign, caller)
  const keys = voterKey === null ? null : keysFor(campaign, caller, voterKey, periodOf(campaign.rules, now))
  const ballot = keys && (await store.findBallot(campaign._id, keys.ballotId, keys.accountKey))
  const receipt = ballot ? await receiptOf(ballot, campaign, now) : null
  if (state !== 'open')
    return { mayVote: false, reason: 'closed', closedAt: campaign.votingClosesAt, receipt }
  if (keys === null) return { mayVote: false, reason: 'phoneNeeded' }
  return receipt
    ? { mayVote: false, reason: 'alreadyVoted', receipt, nextAt: nextVoteAt(campaign, now) }
    : { mayVote: true }
}

export const listMyReceipts: VotingMethods['listMyReceipts'] = async ({ caller, now }) => {
  const campaigns = await store.listCampaigns(Number.MAX_SAFE_INTEGER)
  const wanted = new Map<string, CampaignRow>()
  for (const campaign of campaigns) {
    const voterKey = await findVoterKey(campaign, caller)
    if (voterKey === null) continue
    for (const period of periodsSoFar(campaign, Math.min(now, campaign.votingClosesAt))) {
      wanted.set(keysFor(campaign, caller, voterKey, period).ballotId, campaign)
    }
  }
  const found = await store.listBallots([...wanted.keys()])
  const tallies = new Map(
    (await store.listTallies([...new Set(found.map((ballot) => ballot.campaignId))])).map((tally) => [
      tally._id,
      tally,
    ]),
  )
  const ruled = await ruledAs(found)
  const receipts = found
    .sort((one, other) => other.bucket - one.bucket)
    .map((ballot) =>
      presentReceipt(
        ballot,
        wanted.get(ballot._id) as CampaignRow,
        tallies.get(ballot.campaignId) ?? null,
        ruled.get(ballot._id) ?? null,
      ),
    )
  return ok({ receipts })
}

export const checkReceipt: VotingMethods['checkReceipt'] = async ({ input, now }) => {
  const ballot = await store.findBallotByCode(input.trackingCode)
  const campaign = ballot && (await recallCampaign(ballot.campaignId, now))
  return ballot && campaign ? ok(await receiptOf(ballot, campaign, now)) : fail({ code: 'receipt_not_found' })
}
