import { PAGE_SIZE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { candidateIdOf } from '../platform/campaigns/ballotPaper'
import { hasDone } from '../platform/campaigns/history'
import { candidateSubject, countVisible } from '../platform/contents/lists'
import { linkPhotos } from '../platform/photos'
import type { Methods } from '../platform/serve'
import { recallCampaign } from './campaigns'
import { presentCandidate, presentCandidateSummary } from './presented'
import type { CampaignRow, CandidateRow } from './rows'
import { mayReviseWords } from './rules'
import * as store from './store'

type VotingMethods = Methods<typeof voting>

const present = async (rows: CandidateRow[]) => {
  const links = await linkPhotos(rows.map(({ cover }) => cover))
  return rows.map((row) => presentCandidateSummary(row, links))
}

export const listCandidates: VotingMethods['listCandidates'] = async ({ input, now }) => {
  const { campaignId, districtCode, search, after = 0 } = input
  const campaign = await recallCampaign(campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const { rows, total } = search
    ? await searched({ campaignId, districtCode }, search, after)
    : await listed(campaign, districtCode, after)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null
  return ok({ candidates: await present(page), total, next })
}

/** One row more than a page tells whether there is a next one. */
interface Listed {
  rows: CandidateRow[]
  total: number
}

async function listed(
  { _id: campaignId, candidateCount }: CampaignRow,
  districtCode: string | undefined,
  after: number,
): Promise<Listed> {
  const filter = { campaignId, districtCode }
  const [rows, total] = await Promise.all([
    store.listCandidates(filter, after),
    districtCode === undefined ? candidateCount : store.countCandidates(filter),
  ])
  return { rows, total }
}

async function searched(filter: store.CandidateFilter, search: string, after: number): Promise<Listed> {
  const numbers = await store.searchCandidates(filter, search)
  const wanted = numbers.filter((number) => number > after).slice(0, PAGE_SIZE + 1)
  const ids = wanted.map((number) => candidateIdOf(filter.campaignId, number))
  const rows = ids.length === 0 ? [] : await store.listCandidatesOf(filter.campaignId, ids)
  return { rows: rows.sort((one, other) => one.number - other.number), total: numbers.length }
}

export const listChosenCandidates: VotingMethods['listChosenCandidates'] = async ({ input, now }) => {
  if (!(await recallCampaign(input.campaignId, now))) return fail({ code: 'campaign_not_found' })
  const rows = await store.listCandidatesOf(input.campaignId, input.candidateIds)
  const inOrder = rows.sort((one, other) => one.number - other.number)
  return ok({ candidates: await present(inOrder) })
}

export const getCandidate: VotingMethods['getCandidate'] = async ({ input }) => {
  const candidate = await store.findCandidate(input.candidateId)
  if (!candidate) return fail({ code: 'candidate_not_found' })
  const [links, comments] = await Promise.all([
    linkPhotos([candidate.cover, ...candidate.photos.map(({ file }) => file)]),
    countVisible(candidateSubject(candidate._id)),
  ])
  return ok(presentCandidate(candidate, links, comments))
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
  if (!candidate) return fail({ code: 'candidate_not_found' })
  const done = hasDone(candidate.history, requestId)
  if (done) return ok({ revisedAt: done.at })
  const campaign = await store.findCampaign(candidate.campaignId)
  if (!campaign || !mayReviseWords(campaign, now)) return fail({ code: 'voting_closed' })
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
