import { CANDIDATES_PER_CAMPAIGN, PAGE_SIZE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { linkPhotos } from '../platform/photos'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { hasDone, recallCampaign } from './campaigns'
import { presentCandidate, presentCandidateSummary } from './presented'
import type { CandidateRow } from './rows'
import { votingState } from './rules'
import * as store from './store'

type VotingMethods = Methods<typeof voting>

const present = async (rows: CandidateRow[]) => {
  const links = await linkPhotos(rows.map(({ cover }) => cover))
  return rows.map((row) => presentCandidateSummary(row, links))
}

export const listCandidates: VotingMethods['listCandidates'] = async ({ input, now }) => {
  const { after = 0, ...filter } = input
  if (!(await recallCampaign(input.campaignId, now))) return fail({ code: 'campaign_not_found' })
  const [rows, total] = await Promise.all([
    store.listCandidates(filter, after),
    store.countCandidates(filter),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null
  return ok({ candidates: await present(page), total, next })
}

export const listChosenCandidates: VotingMethods['listChosenCandidates'] = async ({ input, now }) => {
  if (!(await recallCampaign(input.campaignId, now))) return fail({ code: 'campaign_not_found' })
  const rows = await store.listCandidatesOf(input.campaignId, input.candidateIds)
  const onPaper = rows.filter(({ number }) => number > 0).sort((one, other) => one.number - other.number)
  return ok({ candidates: await present(onPaper) })
}

export const getCandidate: VotingMethods['getCandidate'] = async ({ input }) => {
  const candidate = await store.findCandidate(input.candidateId)
  if (!candidate || candidate.number === 0) return fail({ code: 'candidate_not_found' })
  const links = await linkPhotos([candidate.cover, ...candidate.photos.map(({ file }) => file)])
  return ok(presentCandidate(candidate, links))
}

/**
 * The row is written first, invisible with number 0; the ballot paper, one document, then decides whether and where
 * the candidate stands. Stopped anywhere in between, the same request tried again goes on from there.
 */
export const registerCandidate: VotingMethods['registerCandidate'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const candidateId = keyedName('candidate', caller.accountId, requestId)
  const history = [{ act: 'registered', requestId, accountId: caller.accountId, at: now }]
  await store.insertCandidate({ ...input, _id: candidateId, number: 0, revisedAt: null, history })
  await store.addToBallotPaper(input.campaignId, candidateId)
  const paper = (await store.findCampaign(input.campaignId)) ?? campaign
  const number = paper.ballotPaper.indexOf(candidateId) + 1
  if (number > 0) {
    await store.numberCandidate(candidateId, number)
    note({ subject: `candidate/${candidateId}`, before: null, after: { name: input.name, number } })
    return ok({ candidateId, number })
  }
  await store.removeUnlistedCandidate(candidateId)
  if (paper.rulesFrozenAt !== null) return fail({ code: 'rules_frozen', frozenAt: paper.rulesFrozenAt })
  if (paper.ballotPaper.length >= CANDIDATES_PER_CAMPAIGN) return fail({ code: 'too_many_candidates' })
  throw new Error(`candidate ${candidateId} was refused by a ballot paper that is open and has room`)
}

export const placeOfCandidate = async ({ candidateId }: { candidateId: string }): Promise<string | null> =>
  (await store.findCandidate(candidateId))?.districtCode ?? null

export const reviseCandidate: VotingMethods['reviseCandidate']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const candidate = await store.findCandidate(input.candidateId)
  if (!candidate || candidate.number === 0) return fail({ code: 'candidate_not_found' })
  const done = hasDone(candidate.history, requestId)
  if (done) return ok({ revisedAt: done.at })
  const campaign = await store.findCampaign(candidate.campaignId)
  if (!campaign || !['notOpen', 'open'].includes(votingState(campaign, now)))
    return fail({ code: 'voting_closed' })
  const { summary, achievements, basedOn, reason } = input
  const before = { summary: candidate.summary, achievements: candidate.achievements }
  note({ subject: `candidate/${candidate._id}`, before, after: { summary, achievements } })
  const entry = { act: 'revised', requestId, accountId: caller.accountId, at: now, reason, before }
  if (await store.reviseCandidate(candidate._id, basedOn, { summary, achievements }, entry))
    return ok({ revisedAt: now })
  // Somebody was first. If that was this same request, sent twice at once, its answer is this one's too.
  const first = hasDone((await store.findCandidate(candidate._id))?.history ?? [], requestId)
  return first ? ok({ revisedAt: first.at }) : fail({ code: 'revised_meanwhile' })
}
