import * as v from 'valibot'
import type { CampaignKind } from './campaigns'
import { fileId, id, placeCode, text, wholeNumber } from './fields'
import { plain, type Role, returns, service } from './method'

/**
 * Awards 表彰: the winners and their showcase 成果展示, the compilation of cases 材料汇编, spreadsheets, and the award
 * for units 优秀组织奖 [沪绿容〔2023〕365号 二(二)2, 四(四)]. All times: milliseconds UTC; scores in hundredths of a point.
 */

export const SCORED_BY = ['experts', 'formula', 'votes'] as const
/** What the order of winners comes from: 专家评审, or the candidate list by its declared formula, or by votes alone. */
export type ScoredBy = (typeof SCORED_BY)[number]

export interface WinnersView {
  version: number
  status: 'proposed' | 'confirmed' | 'published'
  scoredBy: ScoredBy
  /** `score`: hundredths of a point; where votes alone decide, the number of votes. */
  entries: { rank: number; candidateId: string; name: string; districtCode: string; score: number }[]
  /** Names of those who have confirmed; two are needed. */
  confirmedBy: string[]
  publishedAt: number | null
}

export interface Winner {
  candidateId: string
  rank: number
  name: string
  districtCode: string
  streetName: string
  summary: string
  coverUrl: string | null
}

/** 成果展示: public once the winners are. */
export interface Showcase {
  campaignId: string
  campaignName: string
  kind: CampaignKind
  organiser: string
  isDemo: boolean
  winners: Winner[]
  units: { unitId: string; name: string; placeCode: string }[]
  publishedAt: number
}

export const UNIT_CONDITIONS = ['noticesDelivered', 'noticesOnWall', 'training', 'winnerInArea'] as const
/** 告知书送达率 100% · 规范上墙率 100% · 定期培训 · 辖区内至少 1 家优秀自律组织 [365号 二(二)2]. */
export type UnitCondition = (typeof UNIT_CONDITIONS)[number]

export interface ConditionCheck {
  condition: UnitCondition
  state: 'met' | 'notMet' | 'unknown'
  /** `program`: what the program knows itself. `evidence`: what the unit has shown and staff have checked. */
  source: 'program' | 'evidence' | null
  note: string
  evidence: { url: string; name: string }[]
  checkedAt: number | null
  /** The program answers it, now or once the winners are published; nobody may answer it by hand. */
  isFixed: boolean
}

/** A unit that is considered for 优秀组织奖. */
export interface AwardUnit {
  unitId: string
  name: string
  placeCode: string
  checks: ConditionCheck[]
  /** `ready`: every condition is met. */
  state: 'checking' | 'ready' | 'awarded'
  version: number
}

const atRecord = { roles: ['administrator'] as readonly Role[], at: 'record' } as const
const campaignInput = v.strictObject({ campaignId: id() })
const document = {
  access: atRecord,
  writes: true,
  value: returns<{ url: string; fileName: string }>(),
} as const

export const awards = service({
  /** What the winners are proposed to be, and how far they are confirmed. */
  getWinners: {
    access: atRecord,
    writes: false,
    input: campaignInput,
    value: returns<{ winners: WinnersView | null }>(),
    errors: { campaign_not_found: plain },
  },
  /** From the closed expert session; where the campaign has none, from the published candidate list. */
  proposeWinners: {
    access: atRecord,
    writes: true,
    input: campaignInput,
    value: returns<{ version: number }>(),
    errors: { campaign_not_found: plain, results_not_ready: plain, winners_already_confirmed: plain },
  },
  /** The second of two different people confirms them. */
  confirmWinners: {
    access: atRecord,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('版本', { min: 1, max: 100_000 }) }),
    value: returns<{ confirmed: number; needed: number }>(),
    errors: { campaign_not_found: plain, winners_not_ready: plain, second_person_needed: plain },
  },
  publishWinners: {
    access: atRecord,
    writes: true,
    input: v.strictObject({ campaignId: id(), version: wholeNumber('版本', { min: 1, max: 100_000 }) }),
    value: returns<{ publishedAt: number }>(),
    errors: { campaign_not_found: plain, winners_not_ready: plain },
  },
  getShowcase: {
    access: 'anyone',
    writes: false,
    input: campaignInput,
    value: returns<Showcase>(),
    errors: { campaign_not_found: plain, winners_not_published: plain },
  },
  /** 材料汇编: every winner's case with photos and a table of contents (docx). */
  printCompilation: {
    ...document,
    input: campaignInput,
    errors: { campaign_not_found: plain, winners_not_published: plain },
  },
  /** The candidate list with votes and scores, the winners, the units (xlsx). */
  exportResults: {
    ...document,
    input: campaignInput,
    errors: { campaign_not_found: plain, results_not_published: plain },
  },

  listAwardUnits: {
    access: atRecord,
    writes: false,
    input: v.strictObject({ campaignId: id(), after: v.optional(text('页码', { min: 1, max: 80 })) }),
    value: returns<{ units: AwardUnit[]; next: string | null }>(),
    errors: { campaign_not_found: plain },
  },
  /** A street, district or department that is considered for the award. */
  addAwardUnit: {
    access: atRecord,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      name: text('单位名称', { min: 2, max: 60 }),
      placeCode: placeCode(),
    }),
    value: returns<{ unit: AwardUnit }>(),
    errors: { campaign_not_found: plain, place_not_found: plain },
  },
  /** What staff have seen: a condition met or not, with evidence. What the program knows itself cannot be overruled. */
  checkCondition: {
    access: atRecord,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      unitId: id(),
      version: wholeNumber('版本', { min: 1, max: 1_000_000 }),
      condition: v.picklist(UNIT_CONDITIONS, '没有这项条件'),
      state: v.picklist(['met', 'notMet'], '请选择是否达到'),
      note: text('依据', { min: 2, max: 300 }),
      evidence: v.pipe(
        v.array(v.strictObject({ file: fileId(), name: text('文件名称', { min: 1, max: 60 }) })),
        v.maxLength(6, '证明材料最多 6 份'),
      ),
    }),
    value: returns<{ unit: AwardUnit }>(),
    errors: {
      unit_not_found: plain,
      known_by_program: plain,
      unit_already_awarded: plain,
      evidence_unreadable: plain,
      changed_meanwhile: plain,
    },
  },
  /** Only a unit that meets every condition. */
  awardUnit: {
    access: atRecord,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      unitId: id(),
      version: wholeNumber('版本', { min: 1, max: 1_000_000 }),
    }),
    value: returns<{ unit: AwardUnit }>(),
    errors: { unit_not_found: plain, conditions_not_met: plain, changed_meanwhile: plain },
  },
})
