import {
  type CampaignKind,
  type CampaignPlan,
  FORM_FIELDS,
  type JudgingPlan,
  type ListFormula,
  type NominationPlan,
  type RiskRules,
  type ScoreTieBreak,
  type Standing,
  type TieBreak,
} from '@contract/campaigns'
import { placeName } from '@contract/places/names'
import { photoKindWords } from './campaigns'
import { channelName, kindWords } from './kinds'
import { numberWords } from './numbers'

/** A campaign's plan in plain sentences, made from the plan alone: what anyone reads is what the program does. */

const tiePhrases: Record<TieBreak, string> = {
  moreVotes: '看谁票数多',
  higherScore: '看谁的工作小组评分高',
  earliestRegistration: '看谁登记早',
  lot: '按事先公开的抽签方法排序',
}

const scoreTiePhrases: Record<ScoreTieBreak, string> = {
  firstCriterion: '看谁的第一项评分高',
  moreVotes: '看谁的市民票数多',
  lot: '按抽签排序',
}

/** `同分时先看谁票数多，再按事先公开的抽签方法排序。` */
const tieSentence = (when: string, phrases: string[]): string =>
  `${when}${phrases.length > 1 ? '先' : ''}${phrases.join('，再')}。`

const howMany = ({ rules, kind }: Pick<CampaignPlan, 'rules' | 'kind'>): string => {
  const { min, max } = rules.choices
  const { entry } = kindWords[kind]
  if (min === max) return `每张选票选 ${max} 个${entry}。`
  return min === 1 ? `每张选票最多选 ${max} 个${entry}。` : `每张选票选 ${min} 至 ${max} 个${entry}。`
}

type Voting = Pick<CampaignPlan, 'kind' | 'rules'>

/** How to vote, in the order in which a voter meets it. */
export const ballotSentences = ({ kind, rules }: Voting): string[] => [
  rules.period === 'once'
    ? '每人一票，一次活动投一次，提交后不能修改。'
    : '每人每天一票，每天都可以投，提交后不能修改。',
  howMany({ kind, rules }),
  rules.identity === 'phone' ? '投票前要验证手机号，一个手机号投一票。' : '一个微信号投一票。',
  rules.runningCounts === 'hidden'
    ? '投票期间谁也看不到票数，工作人员也看不到。投票结束、清点和确认以后公布。'
    : '投票期间就公开票数。',
]

const standingWords: Record<Standing, string> = {
  counted: '照常计入',
  pending: '先保存，由两名工作人员核查以后决定是否计入',
  notCounted: '不计入',
}

/** What WeChat's risk rank does to a ballot. The rule of WeChat that is cited is the one of `getUserRiskRank`. */
export const riskSentences = (risk: RiskRules | null): string[] => {
  if (risk === null) return ['不查询微信的账号风险等级，每张选票都计入。']
  return [
    '为了防止刷票，投票时向微信查询账号的风险等级（0 至 4 级），等级 0 至 2 的选票照常计入。',
    `等级 3 的选票${standingWords[risk.rank3]}；等级 4 的选票${standingWords[risk.rank4]}。微信自己对榜单的规则是：等级 3 降权或者待核查，等级 4 不计入。`,
    '微信没有回答的，也可以投票：选票先保存，由两名工作人员核查以后决定。',
    ...(risk.asksRanks1And2 ? ['等级 1 和 2 的账号，提交选票前要回答一个小问题。'] : []),
  ]
}

const scaleSentence = ({ voteScale }: ListFormula): string =>
  voteScale === 'shareOfMost'
    ? '投票得分 = 票数 ÷ 最高票数 × 100。'
    : '投票得分按名次：第一名 100 分，往后每名递减同样的分数，票数相同得分相同。'

/** At most two decimals, and none that say nothing. */
const points = (value: number): string => String(Math.round(value * 100) / 100)

/** A worked example, so that anyone can repeat the arithmetic. */
export const formulaExample = ({ votes, scores, voteScale }: ListFormula, entry: string): string => {
  const votePoints = 80
  const score = 90
  const total = points((votePoints * votes + score * scores) / 100)
  const case_ =
    voteScale === 'shareOfMost'
      ? `最高票数 1,000，某个${entry} 800 票，投票得分 800 ÷ 1,000 × 100 = 80`
      : `20 个${entry}中票数排第 5，投票得分 (20 − 5 + 1) ÷ 20 × 100 = 80`
  return `例如：${case_}；工作小组评分 90；总分 80 × ${votes}% + 90 × ${scores}% = ${total}。`
}

/** How the candidate list is made. */
export const listSentences = ({ kind, rules }: Voting): string[] => {
  const { formula, listSize, tieBreaks } = rules
  const { entry } = kindWords[kind]
  const ties = tieBreaks.map((tieBreak) => tiePhrases[tieBreak])
  if (formula.scores === 0)
    return [`得票最多的 ${listSize} 个${entry}进入候选名单。`, tieSentence('票数相同时', ties)]
  return [
    `总分最高的 ${listSize} 个${entry}进入候选名单。总分 = 投票得分 × ${formula.votes}% + 工作小组评分 × ${formula.scores}%。`,
    scaleSentence(formula),
    formulaExample(formula, entry),
    tieSentence('总分相同时', ties),
  ]
}

const droppedWords = ({ dropHighest, dropLowest }: JudgingPlan): string => {
  const dropped = [
    ...(dropHighest > 0 ? [`${dropHighest} 个最高分`] : []),
    ...(dropLowest > 0 ? [`${dropLowest} 个最低分`] : []),
  ]
  return dropped.length === 0
    ? '得分是全部评分的平均分。'
    : `去掉 ${dropped.join('和 ')}，其余评分的平均分就是得分。`
}

/** How a panel scores. */
export const judgingSentences = (plan: JudgingPlan): string[] => [
  `每位评委按 ${plan.criteria.length} 项打分，满分 100 分：${plan.criteria
    .map(({ name, points: most }) => `${name} ${most} 分`)
    .join('、')}。`,
  droppedWords(plan),
  tieSentence(
    '得分相同时',
    plan.tieBreaks.map((tieBreak) => scoreTiePhrases[tieBreak]),
  ),
]

const photoSentence = ({ photos }: NominationPlan): string => {
  const { kinds, min, max, shortSide, longSide } = photos
  const each = kinds.map(
    ({ kind, min: least }) => `${photoKindWords[kind]}${least > 0 ? `至少 ${least} 张` : ''}`,
  )
  const count = min === max ? `${max}` : `${min} 至 ${max}`
  const size = shortSide > 0 || longSide > 0 ? `，每张不小于 ${shortSide}×${longSide} 像素` : ''
  return `照片 ${count} 张（${each.join('，')}）${size}。`
}

/** Limits are said where somebody must mind them. */
const fieldWords = ({ label, min, max, key }: NominationPlan['fields'][number]): string => {
  const { input } = FORM_FIELDS[key]
  if (input === 'longText' && min > 0) return `${label}（${numberWords(min)} 至 ${numberWords(max)} 字）`
  return input === 'number' && min > 1 ? `${label}（不少于 ${numberWords(min)}）` : label
}

const quotaSentences = ({ quotas }: NominationPlan): string[] => {
  const { perDistrict, districts, departments } = quotas
  const others = [
    ...districts.map(({ placeCode, quota }) => `${placeName(placeCode)} ${quota} 个`),
    ...departments.map(({ name, quota }) => `${name} ${quota} 个`),
  ]
  return [
    `各区初审，每个区最多推荐 ${perDistrict} 个${others.length > 0 ? `；另有规定的：${others.join('、')}` : ''}。`,
  ]
}

/** Who may nominate, and what is asked. */
export const nominationSentences = (nomination: NominationPlan, kind: CampaignKind): string[] => {
  const required = nomination.fields.filter(({ isRequired }) => isRequired)
  const optional = nomination.fields.filter(({ isRequired }) => !isRequired)
  return [
    `申报渠道：${nomination.channels.map((channel) => channelName(channel, kind)).join('、')}。`,
    `要填写：${['名称', '地区', '一句话介绍', ...required.map(fieldWords)].join('、')}。`,
    ...(optional.length > 0 ? [`可以填写：${optional.map(fieldWords).join('、')}。`] : []),
    photoSentence(nomination),
    ...quotaSentences(nomination),
  ]
}
