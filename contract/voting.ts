import * as v from 'valibot'
import { campaignFields, votingRules } from './campaignPlan'
import {
  type CampaignKind,
  type CampaignPlan,
  CHANNELS,
  type Channel,
  type ListFormula,
  PHOTO_KINDS,
  type PhotoKind,
  type PlanPart,
  type PlanProblem,
  type TieBreak,
} from './campaigns'
import { fileId, id, moment, placeCode, reason, text, wholeNumber } from './fields'
import {
  ACHIEVEMENTS_LENGTH,
  CANDIDATE_NAME_LENGTH,
  CHOICES_MAX,
  COMMENT_LENGTH,
  COMMENT_PICTURES,
  FACT_LENGTHS,
  FACTS_PER_CANDIDATE,
  PHOTO_DESCRIPTION_LENGTH,
  PHOTOS_PER_CANDIDATE,
  SEARCH_LENGTH,
  SUMMARY_LENGTH,
  TRACKING_CODE_LENGTH,
} from './limits'
import { details, plain, returns, service } from './method'
import type { ContentState, PublicContent } from './moderation'
import { exportMyData } from './ownData'
import { publicCount } from './publicCount'
import { type BallotCounts, trust } from './trust'

/** Selection campaigns 选树: candidates, one person one vote, tally, candidate list. All times: milliseconds UTC. */

/**
 * `notOpen` → `open` → `settling` (closed, last ballots being written) → `closed` → `published`.
 * `none`: the campaign has no public voting.
 */
export type VotingState = 'none' | 'notOpen' | 'open' | 'settling' | 'closed' | 'published'

export interface CampaignSummary {
  campaignId: string
  kind: CampaignKind
  name: string
  organiser: string
  /** The city, or the district, whose campaign it is. */
  cityCode: string
  /** Made-up data for trying the program; screens must say so. */
  isDemo: boolean
  coverUrl: string | null
  votingOpensAt: number
  votingClosesAt: number
  votingState: VotingState
  candidateCount: number
  /** Of the nomination stage, where the campaign takes nominations. */
  nominationOpensAt: number | null
  nominationClosesAt: number | null
}

/** A part of the plan that can no longer be changed, since when, and by what. */
export interface FrozenPart {
  part: PlanPart
  since: number
  because: 'firstBallot' | 'firstNomination' | 'sessionOpened' | 'listPublished'
}

export interface Campaign extends CampaignSummary, CampaignPlan {
  rulesVersion: number
  /** SHA-256 over rules and ballot paper, or null until the first ballot freezes them. */
  rulesHash: string | null
  rulesFrozenAt: number | null
  frozen: FrozenPart[]
  /** What was changed since the campaign was made public, newest first. */
  changes: { at: number; parts: PlanPart[]; reason: string }[]
  /** Grows with every change of the plan. */
  planVersion: number
  /** When the list, and when the winners were published. */
  listPublishedAt: number | null
  winnersPublishedAt: number | null
  /** The cloud's time of this answer, for counting down without trusting the phone's clock. */
  now: number
}

export interface CandidateSummary {
  candidateId: string
  /** Number on the ballot paper, from 1. */
  number: number
  name: string
  districtCode: string
  summary: string
  coverUrl: string | null
}

export interface CandidatePhoto {
  url: string
  kind: PhotoKind
  /** What the picture shows, for those who cannot see it. */
  description: string
}

export interface Candidate extends CandidateSummary {
  campaignId: string
  streetName: string
  channel: Channel
  /** Short facts to show, in order: 成立时间 2019年5月, 组织规模 20 家 … */
  facts: { label: string; text: string }[]
  achievements: string
  photos: CandidatePhoto[]
  /** Opinions about it that everyone can see. */
  comments: number
  revisedAt: number | null
}

/** Proof of having voted. It says nothing about the choices, so it can be shown to anyone. */
export interface Receipt {
  campaignId: string
  campaignName: string
  /** Four groups of four, e.g. `7K2M-Q9XA-33TD-VB8C`. */
  trackingCode: string
  /** To the minute. */
  castAt: number
  /**
   * `stored`: safely kept, to be counted; `counted`: part of the count; `pending`: kept until two people have
   * decided; `notCounted`: by the campaign's declared risk rules; `struck`: by two people, for `reason`.
   */
  state: 'stored' | 'counted' | 'pending' | 'notCounted' | 'struck'
  reason: string | null
  /** For `daily` campaigns the day it is for, `2026-11-21`; else null. */
  day: string | null
}

/** Can I vote? Told before trying. */
export type MyVote = { reminding: boolean } & (
  | { mayVote: true }
  | { mayVote: false; reason: 'notOpen'; opensAt: number }
  | { mayVote: false; reason: 'closed'; closedAt: number; receipt: Receipt | null }
  | { mayVote: false; reason: 'phoneNeeded' }
  | { mayVote: false; reason: 'alreadyVoted'; receipt: Receipt; nextAt: number | null }
)

export interface ListEntry {
  rank: number
  candidateId: string
  /** On the ballot paper. */
  number: number
  name: string
  districtCode: string
  votes: number
  /** The selection group's score, in hundredths of a point; null where it has no weight. */
  score: number | null
  /** By the declared formula, in hundredths of a point; null where votes alone decide. */
  total: number | null
  /** On the list, or below the line. */
  isListed: boolean
  /** How this place was decided among equals; null when votes or totals alone decided. */
  decidedBy: TieBreak | null
}

export interface Results {
  campaignId: string
  campaignName: string
  /** Ballots that count. */
  ballots: number
  counts: BallotCounts
  listSize: number
  tieBreaks: TieBreak[]
  formula: ListFormula
  rulesHash: string
  /** A page of at most RESULTS_PAGE, in order of rank. */
  entries: ListEntry[]
  /** Rank after which the next page begins, or null. */
  next: number | null
  total: number
  publishedAt: number
}

/** A question that a person answers at a glance, before a ballot at risk is taken. */
export interface Question {
  questionId: string
  text: string
  options: string[]
}

export interface Recount {
  recountId: string
  ballotsCounted: number
  /** 0–1, by ballots. */
  progress: number
  /** Against the tally: `equal`; `repaired`: late ballots were added to it; `differs`: count again. */
  state: 'running' | 'equal' | 'repaired' | 'differs'
  finishedAt: number | null
}

/** What a city administrator sees of the count. */
export interface CountView {
  votingState: VotingState
  votingClosesAt: number
  /** When the last ballots in flight are surely written; counting may start. */
  settledAt: number
  /** The tally, or null while running counts are hidden. `ballots` and `votes` by candidate id. */
  tally: { ballots: number; votes: Record<string, number> } | null
  recount: Recount | null
  list: {
    version: number
    status: 'proposed' | 'confirmed' | 'published'
    ballots: number
    /** The first RESULTS_PAGE of them. */
    entries: ListEntry[]
    total: number
    proposedAt: number
    /** Names of those who have confirmed; two are needed. */
    confirmedBy: string[]
    confirmedAt: number | null
    publishedAt: number | null
  } | null
  counts: BallotCounts | null
  /** Ballots put into the public file; null until it is made. */
  sealedAt: number | null
  now: number
}

const atCity = { roles: ['administrator'], at: { input: 'cityCode' } } as const
const atCampaign = { roles: ['administrator'], at: 'record' } as const

const campaignInput = v.strictObject({ campaignId: id() })

export const voting = service({
  listCampaigns: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({ after: v.optional(id()) }),
    value: returns<{ campaigns: CampaignSummary[]; next: string | null; now: number }>(),
    errors: {},
  },
  getCampaign: {
    access: 'anyone',
    writes: false,
    input: campaignInput,
    value: returns<Campaign>(),
    errors: { campaign_not_found: plain },
  },
  /** Public list in ballot-paper order; `search` looks in names and summaries; `after` is the last number seen. */
  listCandidates: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      search: v.optional(
        v.pipe(v.string(), v.trim(), v.maxLength(SEARCH_LENGTH, `最多输入 ${SEARCH_LENGTH} 个字`)),
      ),
      districtCode: v.optional(placeCode()),
      after: v.optional(wholeNumber('页码', { min: 0, max: 100_000 })),
    }),
    value: returns<{ candidates: CandidateSummary[]; total: number; next: number | null }>(),
    errors: { campaign_not_found: plain },
  },
  /** The candidates of given ids, in ballot-paper order: for reviewing a ballot before it is cast. */
  listChosenCandidates: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      candidateIds: v.pipe(v.array(id()), v.maxLength(CHOICES_MAX)),
    }),
    value: returns<{ candidates: CandidateSummary[] }>(),
    errors: { campaign_not_found: plain },
  },
  getCandidate: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({ candidateId: id() }),
    value: returns<Candidate>(),
    errors: { candidate_not_found: plain },
  },
  getMyVote: {
    access: 'signedIn',
    writes: false,
    input: campaignInput,
    value: returns<MyVote>(),
    errors: { campaign_not_found: plain },
  },
  /** One person, one vote. Costs one database write; the database decides who was first. */
  castBallot: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 200, seconds: 10 },
    input: v.strictObject({
      campaignId: id(),
      choices: v.pipe(
        v.array(id(), '请先选择'),
        v.minLength(1, '请至少选择一个'),
        v.maxLength(CHOICES_MAX, `最多选择 ${CHOICES_MAX} 个`),
        v.check((choices) => new Set(choices).size === choices.length, '同一个只能选一次'),
      ),
      /** To the question that `answer_needed` came with. */
      answer: v.optional(
        v.strictObject({ questionId: id(), option: wholeNumber('选项', { min: 0, max: 20 }) }),
      ),
    }),
    value: returns<Receipt>(),
    errors: {
      campaign_not_found: plain,
      voting_not_open: details<{ opensAt: number; closesAt: number }>(),
      already_voted: details<{ receipt: Receipt; nextAt: number | null }>(),
      phone_needed: plain,
      choices_out_of_range: details<{ min: number; max: number }>(),
      candidate_not_on_ballot: details<{ candidateIds: string[] }>(),
      answer_needed: details<{ question: Question; wasWrong: boolean }>(),
    },
  },
  /** The caller's own receipts, newest first, over recent campaigns. */
  listMyReceipts: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ receipts: Receipt[] }>(),
    errors: {},
  },
  /** Anyone who holds a tracking code can see that its ballot is kept and whether it is counted. */
  checkReceipt: {
    access: 'anyone',
    writes: false,
    pace: { calls: 30, seconds: 60 },
    input: v.strictObject({
      trackingCode: v.pipe(
        v.string('请输入凭证号'),
        v.transform((code) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')),
        v.regex(/^[0-9A-Z]*$/, '凭证号只有字母和数字，请核对后再输入'),
        v.length(TRACKING_CODE_LENGTH, `凭证号是 ${TRACKING_CODE_LENGTH} 位字母和数字，请核对后再输入`),
      ),
    }),
    value: returns<Receipt>(),
    errors: { receipt_not_found: plain },
  },
  getResults: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      after: v.optional(wholeNumber('页码', { min: 0, max: 100_000 })),
    }),
    value: returns<Results>(),
    errors: { campaign_not_found: plain, results_not_published: plain },
  },
  /** Tell me when the list is published. */
  remindMe: {
    access: 'signedIn',
    writes: true,
    input: campaignInput,
    value: returns<{ reminding: true }>(),
    errors: { campaign_not_found: plain, results_already_published: plain },
  },

  /** Public opinions 公众意见 about a campaign, or one candidate of it, that everyone may see, newest first; nothing of who wrote them. */
  listComments: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      candidateId: v.optional(id()),
      after: v.optional(text('页码', { min: 1, max: 64 })),
    }),
    value: returns<{
      /** Name of the campaign or the candidate. */
      about: string
      comments: PublicContent[]
      total: number
      isOpen: boolean
      next: string | null
    }>(),
    errors: { campaign_not_found: plain, candidate_not_found: plain },
  },
  /** From the beginning of the selection stage to the end of the last one. It is checked before anyone else sees it. */
  writeComment: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 10, seconds: 600 },
    input: v.strictObject({
      campaignId: id(),
      candidateId: v.optional(id()),
      text: text('意见', COMMENT_LENGTH),
      pictures: v.pipe(v.array(fileId()), v.maxLength(COMMENT_PICTURES, `照片最多 ${COMMENT_PICTURES} 张`)),
    }),
    value: returns<{ contentId: string; state: ContentState }>(),
    errors: { campaign_not_found: plain, candidate_not_found: plain, comments_closed: plain },
  },
  exportMyData,
  ...publicCount,
  ...trust,

  createCampaign: {
    access: atCity,
    writes: true,
    input: campaignFields({ cityCode: placeCode(), cover: v.nullable(fileId()) }),
    value: returns<{ campaignId: string }>(),
    errors: { photo_unreadable: plain },
  },
  /** Changes the plan. Parts that are frozen stay as they are, and a change of them is refused by name. */
  reviseCampaign: {
    access: atCampaign,
    writes: true,
    input: campaignFields({
      campaignId: id(),
      /** `keep`, or another picture, or none. */
      cover: v.union([v.literal('keep'), fileId(), v.null()]),
      basedOnVersion: wholeNumber('版本', { min: 1, max: 100_000 }),
      reason: reason(),
    }),
    value: returns<{ planVersion: number }>(),
    errors: {
      campaign_not_found: plain,
      plan_frozen: details<{ frozen: FrozenPart[] }>(),
      /** A stage or voting time that has passed, or that would be moved into the past. */
      times_fixed: details<{ problems: PlanProblem[] }>(),
      changed_meanwhile: plain,
      photo_unreadable: plain,
    },
  },
  /** Puts a candidate on the ballot paper; impossible once the first ballot has frozen it. Its pictures are copied. */
  registerCandidate: {
    access: { roles: ['administrator', 'reviewer'], at: { input: 'districtCode' } },
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      name: text('名称', CANDIDATE_NAME_LENGTH),
      districtCode: placeCode(),
      streetName: text('街镇', { min: 2, max: 30 }),
      channel: v.picklist(CHANNELS, '请选择推荐渠道'),
      facts: v.pipe(
        v.array(
          v.strictObject({
            label: text('项目', FACT_LENGTHS.label),
            text: text('内容', FACT_LENGTHS.text),
          }),
        ),
        v.maxLength(FACTS_PER_CANDIDATE, `最多填写 ${FACTS_PER_CANDIDATE} 项`),
      ),
      summary: text('一句话介绍', SUMMARY_LENGTH),
      achievements: text('工作实绩', ACHIEVEMENTS_LENGTH),
      cover: v.nullable(fileId()),
      photos: v.pipe(
        v.array(
          v.strictObject({
            file: fileId(),
            kind: v.picklist(PHOTO_KINDS, '请选择照片类型'),
            description: text('照片说明', PHOTO_DESCRIPTION_LENGTH),
          }),
        ),
        v.maxLength(PHOTOS_PER_CANDIDATE, `照片最多 ${PHOTOS_PER_CANDIDATE} 张`),
      ),
    }),
    value: returns<{ candidateId: string; number: number }>(),
    errors: {
      campaign_not_found: plain,
      rules_frozen: details<{ frozenAt: number }>(),
      too_many_candidates: plain,
      photo_unreadable: plain,
    },
  },
  /** Corrects a candidate's public words while voting has not closed; kept with reason in the candidate's history. */
  reviseCandidate: {
    access: { roles: ['administrator', 'reviewer'], at: 'record' },
    writes: true,
    input: v.strictObject({
      candidateId: id(),
      summary: text('一句话介绍', SUMMARY_LENGTH),
      achievements: text('工作实绩', ACHIEVEMENTS_LENGTH),
      /** `revisedAt` that the editor started from; somebody else's newer text is not overwritten. */
      basedOn: v.nullable(moment('修改依据')),
      reason: reason(),
    }),
    value: returns<{ revisedAt: number }>(),
    errors: { candidate_not_found: plain, voting_closed: plain, revised_meanwhile: plain },
  },
  /** Closes voting early, CLOSING_NOTICE from now. */
  closeVoting: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), reason: reason() }),
    value: returns<{ closesAt: number }>(),
    errors: { campaign_not_found: plain, voting_not_open: details<{ opensAt: number; closesAt: number }>() },
  },
  getCount: {
    access: atCampaign,
    writes: false,
    input: campaignInput,
    value: returns<CountView>(),
    errors: { campaign_not_found: plain },
  },
  /** Counts every ballot anew, a few seconds' work per call: call again with `recountId` until it is not `running`. */
  recount: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), recountId: v.optional(id()) }),
    value: returns<Recount>(),
    errors: {
      campaign_not_found: plain,
      voting_not_settled: details<{ settledAt: number }>(),
      recount_not_found: plain,
    },
  },
  /** Ranks by the declared formula and tie-breaks; needs a finished recount that agrees with the tally, and no ballot pending. */
  proposeList: {
    access: atCampaign,
    writes: true,
    input: campaignInput,
    value: returns<{ version: number; entries: ListEntry[] }>(),
    errors: {
      campaign_not_found: plain,
      voting_not_settled: details<{ settledAt: number }>(),
      recount_needed: plain,
      ballots_pending: details<{ pending: number }>(),
      scores_missing: details<{ candidateIds: string[] }>(),
      no_ballots: plain,
      /** Nothing is ruled after sealing, so a list cannot become wrong after it is proposed. */
      ballots_not_sealed: plain,
      list_already_confirmed: plain,
    },
  },
  /** What the list would be by other rules: its first RESULTS_PAGE entries. Changes nothing. */
  previewList: {
    access: atCampaign,
    writes: false,
    input: v.strictObject({
      campaignId: id(),
      formula: votingRules.entries.formula,
      tieBreaks: votingRules.entries.tieBreaks,
      listSize: votingRules.entries.listSize,
    }),
    value: returns<{ entries: ListEntry[]; total: number; isDeclared: boolean }>(),
    errors: {
      campaign_not_found: plain,
      voting_not_settled: details<{ settledAt: number }>(),
      recount_needed: plain,
      scores_missing: details<{ candidateIds: string[] }>(),
      no_ballots: plain,
    },
  },
  /** Two different people have to. */
  confirmList: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('名单版本', { min: 1, max: 100_000 }) }),
    value: returns<{ confirmed: number; needed: number; confirmedAt: number | null }>(),
    errors: { campaign_not_found: plain, list_not_ready: plain, second_person_needed: plain },
  },
  publishList: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('名单版本', { min: 1, max: 100_000 }) }),
    value: returns<{ publishedAt: number }>(),
    errors: {
      campaign_not_found: plain,
      list_not_ready: plain,
      recount_needed: plain,
      ballots_not_sealed: plain,
    },
  },
})
