import * as v from 'valibot'
import { fileId, id, moment, placeCode, reason, text, wholeNumber } from './fields'
import {
  ACHIEVEMENTS_LENGTH,
  CANDIDATE_NAME_LENGTH,
  CHOICES_MAX,
  COMMENT_LENGTH,
  COMMENT_PICTURES,
  PHOTOS_PER_CANDIDATE,
  SEARCH_LENGTH,
  SUMMARY_LENGTH,
  TRACKING_CODE_LENGTH,
  UNITS_MIN,
} from './limits'
import { details, plain, returns, service } from './method'
import type { ContentState, PublicContent } from './moderation'
import { exportMyData } from './ownData'

/** Selection campaigns 选树: candidates, one person one vote, tally, candidate list. All times: milliseconds UTC. */

export const STAGE_KINDS = ['nomination', 'selection', 'expertReview', 'showcase'] as const
/** 申报 · 推选审定 · 专家评审 · 成果展示 [沪绿容〔2023〕365号 四]. Voting is a window inside `selection`. */
export type StageKind = (typeof STAGE_KINDS)[number]

export interface Stage {
  kind: StageKind
  name: string
  opensAt: number
  closesAt: number
}

export const TIE_BREAKS = ['earliestRegistration', 'lot'] as const
/**
 * Declared ways to order candidates with equal votes, applied in the campaign's order.
 * `lot`: by SHA-256 of "<rules hash>:<candidate id>", fixed at the freeze and repeatable by anyone.
 */
export type TieBreak = (typeof TIE_BREAKS)[number]

/** What is frozen, together with the ballot paper, when the first ballot is cast. */
export interface VotingRules {
  choices: { min: number; max: number }
  /** `once` per campaign, or `daily`: once per calendar day in Asia/Shanghai. */
  period: 'once' | 'daily'
  /** Identity level: a WeChat account, or a verified phone number. */
  identity: 'wechat' | 'phone'
  /** How many names the candidate list has. */
  listSize: number
  tieBreaks: TieBreak[]
  /** `hidden`: nobody sees counts before the list is published, staff included. */
  runningCounts: 'hidden' | 'public'
}

/** `notOpen` → `open` → `settling` (closed, last ballots being written) → `closed` → `published`. */
export type VotingState = 'notOpen' | 'open' | 'settling' | 'closed' | 'published'

export interface CampaignSummary {
  campaignId: string
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
}

export interface Campaign extends CampaignSummary {
  /** The document a campaign rests on, e.g. 沪绿容〔2023〕365号. */
  basis: string
  introduction: string
  eligibility: string
  criteria: string[]
  cityCode: string
  stages: Stage[]
  rules: VotingRules
  rulesVersion: number
  /** SHA-256 over rules and ballot paper, or null until the first ballot freezes them. */
  rulesHash: string | null
  rulesFrozenAt: number | null
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

export const PHOTO_KINDS = ['group', 'working', 'street'] as const
/** 集体照 · 工作照 · 街面实效照 [365号 五(三)]. */
export type PhotoKind = (typeof PHOTO_KINDS)[number]

export interface CandidatePhoto {
  url: string
  kind: PhotoKind
  /** What the picture shows, for those who cannot see it. */
  description: string
}

export const CHANNELS = ['street', 'public', 'self'] as const
/** 街镇和行业推选 · 社会推荐 · 组织自荐 [365号 三(一)]. */
export type Channel = (typeof CHANNELS)[number]

export interface Candidate extends CandidateSummary {
  campaignId: string
  streetName: string
  channel: Channel
  /** Number of responsible units 门责单位. */
  units: number
  /** Year and month, `2019-05`. */
  foundedIn: string
  achievements: string
  photos: CandidatePhoto[]
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
  /** `stored`: safely kept, to be counted; `counted`: part of the count. */
  state: 'stored' | 'counted'
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
  name: string
  districtCode: string
  votes: number
  /** On the list, or below the line. */
  isListed: boolean
  /** How this place was decided among equal votes; null when votes alone decided. */
  decidedBy: TieBreak | null
}

export interface Results {
  campaignId: string
  campaignName: string
  ballots: number
  listSize: number
  tieBreaks: TieBreak[]
  rulesHash: string
  entries: ListEntry[]
  publishedAt: number
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
    entries: ListEntry[]
    proposedAt: number
    confirmedAt: number | null
    publishedAt: number | null
  } | null
  now: number
}

const choiceRange = v.pipe(
  v.strictObject({
    min: wholeNumber('最少选择', { min: 1, max: CHOICES_MAX }),
    max: wholeNumber('最多选择', { min: 1, max: CHOICES_MAX }),
  }),
  v.check((choices) => choices.min <= choices.max, '“最少选择”不能大于“最多选择”'),
)

const rules = v.strictObject({
  choices: choiceRange,
  period: v.picklist(['once', 'daily'], '请选择投票次数'),
  identity: v.picklist(['wechat', 'phone'], '请选择身份要求'),
  listSize: wholeNumber('候选名单数', { min: 1, max: 100 }),
  tieBreaks: v.pipe(
    v.array(v.picklist(TIE_BREAKS, '同票规则不正确')),
    v.minLength(1, '请选择同票规则'),
    v.maxLength(2),
  ),
  runningCounts: v.picklist(['hidden', 'public'], '请选择票数是否公开'),
})

const stage = v.pipe(
  v.strictObject({
    kind: v.picklist(STAGE_KINDS, '阶段不正确'),
    name: text('阶段名称', { min: 2, max: 20 }),
    opensAt: moment('阶段开始时间'),
    closesAt: moment('阶段结束时间'),
  }),
  v.check((entry) => entry.opensAt < entry.closesAt, '阶段的结束时间要晚于开始时间'),
)

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
        v.array(id(), '请选择候选组织'),
        v.minLength(1, '请至少选择一个候选组织'),
        v.maxLength(CHOICES_MAX, `最多选择 ${CHOICES_MAX} 个`),
        v.check((choices) => new Set(choices).size === choices.length, '同一个候选组织只能选一次'),
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
    input: campaignInput,
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

  /** Public opinions 公众意见 about a campaign that everyone may see, newest first; nothing of who wrote them. */
  listComments: {
    access: 'anyone',
    writes: false,
    input: v.strictObject({ campaignId: id(), after: v.optional(text('页码', { min: 1, max: 64 })) }),
    value: returns<{ comments: PublicContent[]; isOpen: boolean; next: string | null }>(),
    errors: { campaign_not_found: plain },
  },
  /** From the opening of voting to the end of the last stage. It is checked before anyone else sees it. */
  writeComment: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 10, seconds: 600 },
    input: v.strictObject({
      campaignId: id(),
      text: text('意见', COMMENT_LENGTH),
      pictures: v.pipe(v.array(fileId()), v.maxLength(COMMENT_PICTURES, `照片最多 ${COMMENT_PICTURES} 张`)),
    }),
    value: returns<{ contentId: string; state: ContentState }>(),
    errors: { campaign_not_found: plain, comments_closed: plain },
  },
  exportMyData,

  createCampaign: {
    access: atCity,
    writes: true,
    input: v.pipe(
      v.strictObject({
        cityCode: placeCode(),
        name: text('活动名称', { min: 4, max: 60 }),
        organiser: text('主办单位', { min: 2, max: 40 }),
        basis: text('依据文件', { min: 2, max: 80 }),
        introduction: text('活动介绍', { min: 2, max: 2000 }),
        eligibility: text('参选条件', { min: 2, max: 1000 }),
        criteria: v.pipe(
          v.array(text('评选标准', { min: 2, max: 500 })),
          v.maxLength(10, '评选标准最多 10 条'),
        ),
        isDemo: v.boolean(),
        cover: v.nullable(fileId()),
        stages: v.pipe(v.array(stage), v.minLength(1, '请至少设置一个阶段'), v.maxLength(8, '阶段最多 8 个')),
        votingOpensAt: moment('投票开始时间'),
        votingClosesAt: moment('投票结束时间'),
        rules,
      }),
      v.check((campaign) => campaign.votingOpensAt < campaign.votingClosesAt, '投票的结束时间要晚于开始时间'),
      v.check(
        ({ stages }) =>
          stages.every((entry, index) => index === 0 || (stages[index - 1]?.closesAt ?? 0) <= entry.opensAt),
        '各阶段要按时间先后排列，不能重叠',
      ),
      v.check(
        ({ stages, votingOpensAt, votingClosesAt }) =>
          stages.some(
            ({ kind, opensAt, closesAt }) =>
              kind === 'selection' && opensAt <= votingOpensAt && votingClosesAt <= closesAt,
          ),
        '投票时间要在“推选审定”阶段之内',
      ),
    ),
    value: returns<{ campaignId: string }>(),
    errors: {},
  },
  /** Puts a candidate on the ballot paper; impossible once the first ballot has frozen it. */
  registerCandidate: {
    access: { roles: ['administrator', 'reviewer'], at: { input: 'districtCode' } },
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      name: text('自律组织名称', CANDIDATE_NAME_LENGTH),
      districtCode: placeCode(),
      streetName: text('街镇', { min: 2, max: 30 }),
      channel: v.picklist(CHANNELS, '请选择推荐渠道'),
      units: wholeNumber('组织规模', { min: UNITS_MIN, max: 10_000 }),
      foundedIn: v.pipe(
        v.string('请填写成立时间'),
        v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '成立时间请写成 2019-05 这样'),
      ),
      summary: text('一句话介绍', SUMMARY_LENGTH),
      achievements: text('工作实绩', ACHIEVEMENTS_LENGTH),
      cover: v.nullable(fileId()),
      photos: v.pipe(
        v.array(
          v.strictObject({
            file: fileId(),
            kind: v.picklist(PHOTO_KINDS, '请选择照片类型'),
            description: text('照片说明', { min: 2, max: 60 }),
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
  changeRules: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      basedOnVersion: wholeNumber('规则版本', { min: 1, max: 100_000 }),
      rules,
    }),
    value: returns<{ rulesVersion: number }>(),
    errors: {
      campaign_not_found: plain,
      rules_frozen: details<{ frozenAt: number }>(),
      changed_meanwhile: plain,
    },
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
  /** Ranks by votes and declared tie-breaks; needs a finished recount that agrees with the tally. */
  proposeList: {
    access: atCampaign,
    writes: true,
    input: campaignInput,
    value: returns<{ version: number; entries: ListEntry[] }>(),
    errors: {
      campaign_not_found: plain,
      voting_not_settled: details<{ settledAt: number }>(),
      recount_needed: plain,
      no_ballots: plain,
      list_already_confirmed: plain,
    },
  },
  confirmList: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('名单版本', { min: 1, max: 100_000 }) }),
    value: returns<{ confirmedAt: number }>(),
    errors: { campaign_not_found: plain, list_not_ready: plain },
  },
  publishList: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('名单版本', { min: 1, max: 100_000 }) }),
    value: returns<{ publishedAt: number }>(),
    errors: { campaign_not_found: plain, list_not_ready: plain, recount_needed: plain },
  },
})
