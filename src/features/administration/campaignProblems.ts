import { type CampaignPlan, FORM_FIELDS, type PlanProblem, planProblems } from '@contract/campaigns'
import { PLAN_TEXTS, REASON_LENGTH } from '@contract/limits'
import { timeProblems } from '@contract/planChanges'
import type { CloudError } from '@/cloud/services'
import { type CampaignDraft, UNFILLED } from './campaignDraft'

/** What stands between a draft and a campaign, and where on the screen it is put right. Pure. */

export const SECTIONS = ['basics', 'times', 'form', 'ballot', 'judging', 'review'] as const
export type EditorSection = (typeof SECTIONS)[number]

export const sectionNames: Record<EditorSection, string> = {
  basics: '类型与介绍',
  times: '阶段与时间',
  form: '申报表',
  ballot: '投票规则',
  judging: '评审',
  review: '检查并公布',
}

const sectionsOfFields: Record<keyof CampaignPlan | 'cover' | 'reason', EditorSection> = {
  kind: 'basics',
  name: 'basics',
  organiser: 'basics',
  basis: 'basics',
  introduction: 'basics',
  eligibility: 'basics',
  criteria: 'basics',
  isDemo: 'basics',
  cover: 'basics',
  stages: 'times',
  votingOpensAt: 'times',
  votingClosesAt: 'times',
  nomination: 'form',
  hasVoting: 'ballot',
  rules: 'ballot',
  selectionGroup: 'judging',
  experts: 'judging',
  reason: 'review',
}

const isField = (key: string): key is keyof typeof sectionsOfFields => key in sectionsOfFields

/** Where the field of a path like `stages.0.closesAt` is. What has no field of its own is told at the end. */
export const sectionOf = (path: string): EditorSection => {
  const [field = ''] = path.split('.')
  return isField(field) ? sectionsOfFields[field] : 'review'
}

/** A path as the id of its field on the page. */
export const spotOf = (path: string): string => `plan-${path.replaceAll('.', '-')}`

interface Texts {
  path: string
  name: string
  value: string
  length: { min: number; max: number }
}

const textsOf = (plan: CampaignPlan): Texts[] => [
  { path: 'name', name: '活动名称', value: plan.name, length: PLAN_TEXTS.name },
  { path: 'organiser', name: '主办单位', value: plan.organiser, length: PLAN_TEXTS.organiser },
  { path: 'basis', name: '依据文件', value: plan.basis, length: PLAN_TEXTS.basis },
  { path: 'introduction', name: '活动介绍', value: plan.introduction, length: PLAN_TEXTS.introduction },
  { path: 'eligibility', name: '参选条件', value: plan.eligibility, length: PLAN_TEXTS.eligibility },
  ...plan.criteria.map((value, index) => ({
    path: `criteria.${index}`,
    name: `第 ${index + 1} 条评选标准`,
    value,
    length: PLAN_TEXTS.criterion,
  })),
  ...plan.stages.map(({ name: value }, index) => ({
    path: `stages.${index}.name`,
    name: '阶段名称',
    value,
    length: PLAN_TEXTS.stageName,
  })),
  ...(plan.nomination?.fields ?? []).map(({ label: value, key }, index) => ({
    path: `nomination.fields.${index}.label`,
    name: `“${FORM_FIELDS[key].label}”在申报表上的名称`,
    value,
    length: PLAN_TEXTS.fieldLabel,
  })),
  ...(['selectionGroup', 'experts'] as const).flatMap((panel) =>
    (plan[panel]?.criteria ?? []).map(({ name: value }, index) => ({
      path: `${panel}.criteria.${index}.name`,
      name: `第 ${index + 1} 项评分标准`,
      value,
      length: PLAN_TEXTS.scoredCriterion,
    })),
  ),
]

const textProblems = (plan: CampaignPlan): PlanProblem[] =>
  textsOf(plan).flatMap(({ path, name, value, length: { min } }) =>
    value.trim().length < min ? [{ path, message: `请填写${name}，至少 ${min} 个字` }] : [],
  )

/** Paths of the number fields that are empty. */
function unfilled(value: unknown, path: string): string[] {
  if (value === UNFILLED) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unfilled(inner, path ? `${path}.${key}` : key))
}

/** What would be said twice is said once: an empty number makes sums wrong as well. */
const firstOfEach = (problems: PlanProblem[]): PlanProblem[] =>
  problems.filter(({ path }, index) => problems.findIndex((other) => other.path === path) === index)

/** The same as the cloud will say, before asking it. */
export const draftProblems = ({ plan, base, reason }: CampaignDraft, now: number): PlanProblem[] =>
  firstOfEach([
    ...textProblems(plan),
    ...unfilled(plan, '').map((path) => ({ path, message: '请填数字' })),
    ...planProblems(plan),
    ...(base ? timeProblems(base.plan, plan, now) : []),
    ...(base && reason.trim().length < REASON_LENGTH.min
      ? [{ path: 'reason', message: `请写为什么修改，至少 ${REASON_LENGTH.min} 个字` }]
      : []),
  ])

/** Where on the form an error of the cloud belongs; empty: to the form as a whole. */
export const problemsOfError = (error: CloudError, sentence: string): PlanProblem[] => {
  if (error.code === 'invalid_input') return error.fields
  if (error.code === 'times_fixed') return error.problems
  if (error.code === 'photo_unreadable') return [{ path: 'cover', message: sentence }]
  return []
}
