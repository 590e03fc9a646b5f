import type { Ruling } from '../../contract/trust'
import type {
  Campaign,
  CampaignSummary,
  Candidate,
  CandidateSummary,
  Receipt,
  Recount,
} from '../../contract/voting'
import type { BallotRow, CampaignRow, CandidateRow, RecountRow, TallyRow } from './rows'
import { frozenParts, trackingCodeOf, votingState } from './rules'

/** What leaves the cloud, chosen field by field. `links` are photo links by file id. */

type Links = Map<string, string>
const linkOf = (links: Links, file: string | null): string | null =>
  file === null ? null : (links.get(file) ?? null)

export const presentCampaignSummary = (row: CampaignRow, links: Links, now: number): CampaignSummary => ({
  campaignId: row._id,
  kind: row.kind,
  name: row.name,
  organiser: row.organiser,
  cityCode: row.cityCode,
  isDemo: row.isDemo,
  coverUrl: linkOf(links, row.cover),
  votingOpensAt: row.votingOpensAt,
  votingClosesAt: row.votingClosesAt,
  votingState: votingState(row, now),
  candidateCount: row.candidateCount,
  ...nominationTimes(row),
})

export const presentCampaign = (row: CampaignRow, links: Links, now: number): Campaign => ({
  ...presentCampaignSummary(row, links, now),
  basis: row.basis,
  introduction: row.introduction,
  eligibility: row.eligibility,
  criteria: row.criteria,
  stages: row.stages.map(({ kind, name, opensAt, closesAt }) => ({ kind, name, opensAt, closesAt })),
  nomination: row.nomination,
  hasVoting: row.hasVoting,
  rules: row.rules,
  selectionGroup: row.selectionGroup,
  experts: row.experts,
  frozen: frozenParts(row),
  changes: [...row.changes].reverse().map(({ at, parts, reason }) => ({ at, parts, reason })),
  planVersion: row.planVersion,
  listPublishedAt: row.publishedAt,
  winnersPublishedAt: row.winnersPublishedAt,
  rulesVersion: row.rulesVersion,
  rulesHash: row.rulesHash,
  rulesFrozenAt: row.rulesFrozenAt,
  now,
})

export const presentCandidateSummary = (row: CandidateRow, links: Links): CandidateSummary => ({
  candidateId: row._id,
  number: row.number,
  name: row.name,
  districtCode: row.districtCode,
  summary: row.summary,
  coverUrl: linkOf(links, row.cover),
})

export const presentCandidate = (row: CandidateRow, links: Links, comments: number): Candidate => ({
  ...presentCandidateSummary(row, links),
  campaignId: row.campaignId,
  streetName: row.streetName,
  channel: row.channel,
  facts: row.facts.map(({ label, text }) => ({ label, text })),
  achievements: row.achievements,
  photos: row.photos.flatMap(({ file, kind, description }) => {
    const url = linkOf(links, file)
    return url === null ? [] : [{ url, kind, description }]
  }),
  comments,
  revisedAt: row.revisedAt,
})

const nominationTimes = ({ nomination, stages }: CampaignRow) => {
  const stage = nomination === null ? undefined : stages.find(({ kind }) => kind === 'nomination')
  return { nominationOpensAt: stage?.opensAt ?? null, nominationClosesAt: stage?.closesAt ?? null }
}

/** What two people decided about a ballot, and why. */
export interface RuledAs {
  act: Ruling['act']
  reason: string
}

function receiptState(ballot: BallotRow, tally: TallyRow | null, ruled: RuledAs | null): Receipt['state'] {
  if (ruled) return ruled.act === 'strike' ? 'struck' : 'counted'
  if (ballot.standing !== 'counted') return ballot.standing
  return tally !== null && ballot.bucket <= tally.foldedThrough ? 'counted' : 'stored'
}

/** Says that a ballot is kept, never what it says. */
export const presentReceipt = (
  ballot: BallotRow,
  campaign: CampaignRow,
  tally: TallyRow | null,
  ruled: RuledAs | null,
): Receipt => ({
  campaignId: campaign._id,
  campaignName: campaign.name,
  trackingCode: trackingCodeOf(ballot),
  castAt: ballot.bucket,
  state: receiptState(ballot, tally, ruled),
  reason: ruled?.act === 'strike' ? ruled.reason : null,
  day: ballot.period === 'once' ? null : ballot.period,
})

export const presentRecount = (row: RecountRow): Recount => ({
  recountId: row._id,
  ballotsCounted: row.ballots,
  progress: row.state === 'running' ? Math.min(0.99, row.ballots / Math.max(1, row.expected)) : 1,
  state: row.state,
  finishedAt: row.finishedAt,
})
