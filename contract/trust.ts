import * as v from 'valibot'
import type { Standing } from './campaigns'
import { id, moment, reason, text, wholeNumber } from './fields'
import { details, plain, returns, service } from './method'

/**
 * Trust in the count: abnormal voting 刷票, ballots that two people strike or accept. Part of the
 * service `voting`. All times: milliseconds UTC.
 */

export const ALERT_KINDS = ['burst', 'sharedAddress', 'newAccounts', 'roundTheClock'] as const
/** 突增 · 同一网络地址 · 新用户集中 · 昼夜不停. */
export type AlertKind = (typeof ALERT_KINDS)[number]

/** What made the program look. It accuses nobody: people decide. */
export interface Alert {
  alertId: string
  kind: AlertKind
  candidateId: string
  candidateName: string
  /** The stretch of time it is about. */
  from: number
  to: number
  /** How many times as much as this candidate's own usual, or as all ballots' share; 12 for twelvefold. */
  times: number
  foundAt: number
  state: 'open' | 'dismissed' | 'ruled'
}

/** One candidate's votes over time against its own usual. */
export interface AlertChart {
  /** Width of one step, in milliseconds. */
  step: number
  /** Start of the step, and its value; `isUnusual` where it made the alert. */
  points: { at: number; value: number; isUnusual: boolean }[]
  baseline: number
  /** `votes`, or `times` of the candidate's usual while counts are hidden from staff too. */
  unit: 'votes' | 'times'
}

/** Which ballots: all that meet every given condition. */
export interface BallotFilter {
  /** Whole minutes; `to` is not included. */
  from: number | null
  to: number | null
  candidateId: string | null
  /** A group of ballots from one network address, by its letter-and-number name; it leads to no address. */
  address: string | null
  isNew: boolean | null
  standing: Standing | null
  /** WeChat's rank; `null` any, -1 no answer. */
  rank: number | null
}

/** A ballot as staff see it: nothing of who cast it, and of its choices only the one that is looked at. */
export interface BallotView {
  trackingCode: string
  /** To the minute. */
  castAt: number
  address: string | null
  isNew: boolean | null
  rank: number | null
  standing: Standing
  /** What two people have decided about it. */
  ruled: 'struck' | 'accepted' | null
}

/** A decision about ballots by two different people, with a reason; the ballots themselves are never changed. */
export interface Ruling {
  rulingId: string
  /** In the order of proposing, from 1. */
  number: number
  act: 'strike' | 'accept'
  filter: BallotFilter
  ballots: number
  reason: string
  /** `applying`: confirmed, and being written. `applied` for good. */
  status: 'proposed' | 'applying' | 'applied' | 'rejected'
  proposedBy: string
  proposedAt: number
  decidedBy: string | null
  decidedAt: number | null
  /** The caller proposed it, so another one must confirm. */
  isMine: boolean
}

/** How many ballots there are, by what becomes of them. `counted` + `pending` + `notCounted` + `struck` = all. */
export interface BallotCounts {
  counted: number
  pending: number
  notCounted: number
  struck: number
}

const atCampaign = { roles: ['administrator'], at: 'record' } as const
const campaignInput = v.strictObject({ campaignId: id() })
const page = { after: v.optional(text('页码', { min: 1, max: 80 })) }

const filter = v.strictObject({
  from: v.nullable(moment('开始时间')),
  to: v.nullable(moment('结束时间')),
  candidateId: v.nullable(id()),
  address: v.nullable(id()),
  isNew: v.nullable(v.boolean()),
  standing: v.nullable(v.picklist(['counted', 'pending', 'notCounted'])),
  rank: v.nullable(wholeNumber('风险等级', { min: -1, max: 4 })),
})

const settled = {
  campaign_not_found: plain,
  voting_not_settled: details<{ settledAt: number }>(),
} as const
const rulingInput = v.strictObject({ campaignId: id(), rulingId: id() })

export const trust = service({
  listAlerts: {
    access: atCampaign,
    writes: false,
    input: v.strictObject({ campaignId: id(), ...page }),
    value: returns<{ alerts: Alert[]; next: string | null }>(),
    errors: { campaign_not_found: plain },
  },
  getAlert: {
    access: atCampaign,
    writes: false,
    input: v.strictObject({ campaignId: id(), alertId: id() }),
    value: returns<{ alert: Alert; chart: AlertChart; filter: BallotFilter }>(),
    errors: { campaign_not_found: plain, alert_not_found: plain },
  },
  /** Looked into, and nothing to do. */
  dismissAlert: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), alertId: id(), reason: reason() }),
    value: returns<{ dismissedAt: number }>(),
    errors: { campaign_not_found: plain, alert_not_found: plain },
  },
  /** The ballots behind an alert or a ruling, in order of time; refused while counts are hidden and votes still come in. */
  listBallots: {
    access: atCampaign,
    writes: false,
    input: v.strictObject({ campaignId: id(), filter, ...page }),
    value: returns<{ ballots: BallotView[]; total: number; next: string | null }>(),
    errors: settled,
  },
  getBallotCounts: {
    access: atCampaign,
    writes: false,
    input: campaignInput,
    value: returns<{ counts: BallotCounts; byRank: { rank: number | null; pending: number }[] }>(),
    errors: settled,
  },
  listRulings: {
    access: atCampaign,
    writes: false,
    input: campaignInput,
    value: returns<{ rulings: Ruling[] }>(),
    errors: { campaign_not_found: plain },
  },
  proposeRuling: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      act: v.picklist(['strike', 'accept'], '请选择怎样处理'),
      filter,
      reason: reason(),
    }),
    value: returns<{ ruling: Ruling }>(),
    errors: { ...settled, no_ballots_meant: plain, already_sealed: plain },
  },
  /** By another person than who proposed. Large ones take several calls: call again until it is `applied`. */
  confirmRuling: {
    access: atCampaign,
    writes: true,
    input: rulingInput,
    value: returns<{ ruling: Ruling }>(),
    errors: {
      ruling_not_found: plain,
      second_person_needed: plain,
      ruling_already_decided: plain,
      already_sealed: plain,
    },
  },
  rejectRuling: {
    access: atCampaign,
    writes: true,
    input: v.strictObject({ campaignId: id(), rulingId: id(), reason: reason() }),
    value: returns<{ ruling: Ruling }>(),
    errors: { ruling_not_found: plain, ruling_already_decided: plain },
  },
})
