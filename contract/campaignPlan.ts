import * as v from 'valibot'
import {
  CAMPAIGN_KINDS,
  type CampaignPlan,
  CHANNELS,
  FIELD_KEYS,
  PHOTO_KINDS,
  planProblems,
  SCORE_TIE_BREAKS,
  STAGE_KINDS,
  STANDINGS,
  TIE_BREAKS,
  VOTE_SCALES,
} from './campaigns'
import { id, moment, placeCode, text, wholeNumber } from './fields'
import {
  CANDIDATES_LISTED,
  CHOICES_MAX,
  CRITERIA_MAX,
  DEPARTMENTS_MAX,
  DROPPED_MAX,
  PHOTO_SIDE_MAX,
  PHOTOS_PER_CANDIDATE,
  PLAN_TEXTS,
  QUOTA_MAX,
  STAGES_MAX,
} from './limits'

/** The schema of a campaign's plan. Each problem stands at its field; `planProblems` says what fields cannot alone. */

const stage = v.strictObject({
  kind: v.picklist(STAGE_KINDS, '阶段不正确'),
  name: text('阶段名称', PLAN_TEXTS.stageName),
  opensAt: moment('阶段开始时间'),
  closesAt: moment('阶段结束时间'),
})

const fieldLimit = (name: string) => wholeNumber(name, { min: 0, max: 10_000_000 })

const formField = v.strictObject({
  key: v.picklist(FIELD_KEYS, '没有这个填写项'),
  label: text('填写项名称', PLAN_TEXTS.fieldLabel),
  isRequired: v.boolean(),
  min: fieldLimit('下限'),
  max: fieldLimit('上限'),
})

const photos = v.strictObject({
  kinds: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(PHOTO_KINDS, '请选择照片类型'),
        min: wholeNumber('最少张数', { min: 0, max: PHOTOS_PER_CANDIDATE }),
      }),
    ),
    v.minLength(1, '请至少选择一类照片'),
    v.check((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, '同一类照片只能选一次'),
  ),
  min: wholeNumber('最少张数', { min: 0, max: PHOTOS_PER_CANDIDATE }),
  max: wholeNumber('最多张数', { min: 1, max: PHOTOS_PER_CANDIDATE }),
  shortSide: wholeNumber('短边像素', { min: 0, max: PHOTO_SIDE_MAX }),
  longSide: wholeNumber('长边像素', { min: 0, max: PHOTO_SIDE_MAX }),
})

const quota = wholeNumber('名额', { min: 0, max: QUOTA_MAX })

const quotas = v.strictObject({
  perDistrict: quota,
  districts: v.pipe(v.array(v.strictObject({ placeCode: placeCode(), quota })), v.maxLength(100)),
  departments: v.pipe(
    v.array(v.strictObject({ organisationId: id(), name: text('部门名称', { min: 2, max: 60 }), quota })),
    v.maxLength(DEPARTMENTS_MAX, `部门最多 ${DEPARTMENTS_MAX} 个`),
  ),
})

const nomination = v.strictObject({
  channels: v.pipe(v.array(v.picklist(CHANNELS, '渠道不正确')), v.minLength(1, '请至少选择一个申报渠道')),
  fields: v.pipe(v.array(formField), v.maxLength(FIELD_KEYS.length)),
  photos,
  quotas,
})

const percent = (name: string) => wholeNumber(name, { min: 0, max: 100 })

const standing = v.picklist(STANDINGS, '请选择怎样处理')

export const votingRules = v.strictObject({
  choices: v.strictObject({
    min: wholeNumber('最少选择', { min: 1, max: CHOICES_MAX }),
    max: wholeNumber('最多选择', { min: 1, max: CHOICES_MAX }),
  }),
  period: v.picklist(['once', 'daily'], '请选择投票次数'),
  identity: v.picklist(['wechat', 'phone'], '请选择身份要求'),
  listSize: wholeNumber('候选名单数', { min: 1, max: CANDIDATES_LISTED }),
  tieBreaks: v.pipe(
    v.array(v.picklist(TIE_BREAKS, '同分规则不正确')),
    v.minLength(1, '请选择同分规则'),
    v.maxLength(TIE_BREAKS.length),
  ),
  runningCounts: v.picklist(['hidden', 'public'], '请选择票数是否公开'),
  formula: v.strictObject({
    votes: percent('市民投票的权重'),
    scores: percent('工作小组评分的权重'),
    voteScale: v.picklist(VOTE_SCALES, '请选择票数怎样折算'),
  }),
  risk: v.nullable(v.strictObject({ rank3: standing, rank4: standing, asksRanks1And2: v.boolean() })),
})

const judgingEntries = {
  criteria: v.pipe(
    v.array(
      v.strictObject({
        name: text('评分标准', PLAN_TEXTS.scoredCriterion),
        points: wholeNumber('分值', { min: 1, max: 100 }),
      }),
    ),
    v.minLength(1, '请至少设置一项评分标准'),
    v.maxLength(CRITERIA_MAX, `评分标准最多 ${CRITERIA_MAX} 项`),
  ),
  dropHighest: wholeNumber('去掉最高分', { min: 0, max: DROPPED_MAX }),
  dropLowest: wholeNumber('去掉最低分', { min: 0, max: DROPPED_MAX }),
  tieBreaks: v.pipe(
    v.array(v.picklist(SCORE_TIE_BREAKS, '同分规则不正确')),
    v.minLength(1, '请选择同分规则'),
    v.maxLength(SCORE_TIE_BREAKS.length),
  ),
}

const planEntries = {
  kind: v.picklist(CAMPAIGN_KINDS, '请选择活动类型'),
  name: text('活动名称', PLAN_TEXTS.name),
  organiser: text('主办单位', PLAN_TEXTS.organiser),
  basis: text('依据文件', PLAN_TEXTS.basis),
  introduction: text('活动介绍', PLAN_TEXTS.introduction),
  eligibility: text('参选条件', PLAN_TEXTS.eligibility),
  criteria: v.pipe(
    v.array(text('评选标准', PLAN_TEXTS.criterion)),
    v.maxLength(CRITERIA_MAX, `评选标准最多 ${CRITERIA_MAX} 条`),
  ),
  isDemo: v.boolean(),
  stages: v.pipe(
    v.array(stage),
    v.minLength(1, '请至少设置一个阶段'),
    v.maxLength(STAGES_MAX, `阶段最多 ${STAGES_MAX} 个`),
  ),
  nomination: v.nullable(nomination),
  hasVoting: v.boolean(),
  votingOpensAt: moment('投票开始时间'),
  votingClosesAt: moment('投票结束时间'),
  rules: votingRules,
  selectionGroup: v.nullable(v.strictObject(judgingEntries)),
  experts: v.nullable(
    v.strictObject({
      ...judgingEntries,
      winners: wholeNumber('获评个数', { min: 1, max: CANDIDATES_LISTED }),
    }),
  ),
}

/** The plan's fields beside others, with nothing in its way; each problem is an issue at its path. */
export const campaignFields = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.strictObject({ ...planEntries, ...entries }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const plan = dataset.value as unknown as CampaignPlan
      for (const { path, message } of planProblems(plan)) addIssue({ message, path: issuePath(plan, path) })
    }),
  )

type IssuePath = [v.IssuePathItem, ...v.IssuePathItem[]]

/** `rules.choices.min` as the validator writes a path. */
function issuePath(plan: CampaignPlan, path: string): IssuePath {
  let value: unknown = plan
  return path.split('.').map((key) => {
    const input = value as Record<string, unknown>
    value = input[key]
    return { type: 'object', origin: 'value', input, key, value }
  }) as unknown as IssuePath
}
