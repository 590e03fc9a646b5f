import type { ScoredBy } from '../../contract/awards'
import type { ScoreTieBreak, TieBreak, VotingRules } from '../../contract/campaigns'
import type { ScoredEntry } from '../../contract/judging'
import { placeName } from '../../contract/places/names'
import type { ListEntry } from '../../contract/voting'
import type { CampaignRow, CandidateListRow } from '../platform/campaigns/rows'
import { shanghaiTime } from '../platform/clock'
import { campaignTitle } from '../platform/documents/pieces'
import type { SheetOf, SheetValue } from '../platform/documents/spreadsheet'
import { placeWords } from '../platform/placeNames'
import type { AwardUnitRow, WinnerEntry } from './rows'

/** The sheets of the results: what stands on the public pages, in numbers that can be counted with. */

const TIE_WORDS: Record<TieBreak, string> = {
  moreVotes: '票数多的在前',
  higherScore: '评分高的在前',
  earliestRegistration: '登记早的在前',
  lot: '抽签',
}

const SCORE_TIE_WORDS: Record<ScoreTieBreak, string> = {
  firstCriterion: '第一项标准得分高的在前',
  moreVotes: '票数多的在前',
  lot: '抽签',
}

const POINTS = '0.00'
/** Kept in hundredths, read in points. */
const points = (hundredths: number | null): number | null => hundredths && hundredths / 100

const rank = { title: '名次', width: 8, isCentred: true }
const name = { title: '名称', width: 30 }
const district = { title: '所在区', width: 10 }

export const listSheet = (entries: ListEntry[]): SheetOf => ({
  name: '候选名单',
  columns: [
    rank,
    { title: '选票编号', width: 10, isCentred: true },
    name,
    district,
    { title: '票数', width: 10, format: '#,##0' },
    { title: '工作小组评分', width: 13, format: POINTS },
    { title: '总分', width: 10, format: POINTS },
    { title: '是否入围', width: 10, isCentred: true },
    { title: '名次怎样定', width: 20 },
  ],
  rows: entries.map((entry) => [
    entry.rank,
    entry.number,
    entry.name,
    placeName(entry.districtCode),
    entry.votes,
    points(entry.score),
    points(entry.total),
    entry.isListed ? '是' : '否',
    entry.decidedBy ? `并列，${TIE_WORDS[entry.decidedBy]}` : '',
  ]),
})

export const sessionSheet = (entries: ScoredEntry[]): SheetOf => ({
  name: '专家评审',
  columns: [
    rank,
    name,
    district,
    { title: '得分', width: 10, format: POINTS },
    { title: '计入的评分表（份）', width: 16, isCentred: true },
    { title: '是否获评', width: 10, isCentred: true },
    { title: '名次怎样定', width: 20 },
  ],
  rows: entries.map((entry) => [
    entry.rank,
    entry.name,
    placeName(entry.districtCode),
    points(entry.score),
    entry.sheets,
    entry.isNamed ? '是' : '否',
    entry.decidedBy ? `并列，${SCORE_TIE_WORDS[entry.decidedBy]}` : '',
  ]),
})

const SCORE_TITLES: Record<ScoredBy, string> = { experts: '专家评审得分', formula: '总分', votes: '票数' }

export const winnersSheet = (entries: WinnerEntry[], scoredBy: ScoredBy): SheetOf => ({
  name: '获评',
  columns: [
    rank,
    name,
    district,
    { title: '街镇', width: 18 },
    { title: SCORE_TITLES[scoredBy], width: 14, format: scoredBy === 'votes' ? '#,##0' : POINTS },
  ],
  rows: entries.map((entry) => [
    entry.rank,
    entry.name,
    placeName(entry.districtCode),
    entry.streetName,
    scoredBy === 'votes' ? entry.score : points(entry.score),
  ]),
})

export const unitsSheet = (units: AwardUnitRow[]): SheetOf => ({
  name: '优秀组织奖',
  columns: [name, { title: '所在地区', width: 26 }, { title: '评定时间', width: 22 }],
  rows: units.map((unit) => [
    unit.name,
    placeWords(unit.placeCode),
    unit.awardedAt === null ? '' : shanghaiTime(unit.awardedAt),
  ]),
})

type Counted = Pick<
  CampaignRow,
  'name' | 'organiser' | 'basis' | 'rules' | 'rulesHash' | 'isDemo' | 'winnersPublishedAt'
>

/** How it was counted, so that the numbers on the other sheets can be understood and checked. */
export const notesSheet = (campaign: Counted, list: CandidateListRow | null): SheetOf => ({
  name: '计票说明',
  columns: [
    { title: '项目', width: 22 },
    { title: '内容', width: 60, format: '#,##0' },
  ],
  rows: [
    ['活动', campaignTitle(campaign)],
    ['主办单位', campaign.organiser],
    ['依据', campaign.basis],
    ...(list ? countRows(campaign, list) : []),
    ...(campaign.winnersPublishedAt === null
      ? []
      : [['获评名单公布时间', shanghaiTime(campaign.winnersPublishedAt)]]),
  ],
})

const countRows = (
  { rules, rulesHash }: Counted,
  { counts, publishedAt }: CandidateListRow,
): SheetValue[][] => [
  ['计入的选票（张）', counts.counted],
  ['按规则不计入的选票（张）', counts.notCounted],
  ['经两人核定剔除的选票（张）', counts.struck],
  ['入围数', rules.listSize],
  ['排名办法', formulaWords(rules)],
  ['并列时', rules.tieBreaks.map((tieBreak) => TIE_WORDS[tieBreak]).join('，再')],
  ['规则校验码', rulesHash ?? ''],
  ['名单公布时间', publishedAt === null ? '' : shanghaiTime(publishedAt)],
]

const SCALE_WORDS = {
  shareOfMost: '票数 ÷ 最高票数 × 100',
  byRank: '按票数名次，第一名 100 分，依次等差递减',
} as const

function formulaWords({ formula: { votes, scores, voteScale } }: Pick<VotingRules, 'formula'>): string {
  if (scores === 0) return '按票数从多到少'
  return `总分 = 票数得分 × ${votes}% + 工作小组评分 × ${scores}%；票数得分：${SCALE_WORDS[voteScale]}`
}
