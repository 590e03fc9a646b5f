/**
 * What a selection campaign 选树活动 is made of: kinds, stages, the nomination form, quotas, ballot rules, judging.
 * Apart from the services and free of the validator, so that screens can use it. All times: milliseconds UTC.
 */

/** 优秀自律组织 · 优秀组织奖的单位 · 点位或设计 · “最美”案例. A kind is only where a plan starts from and what entries are called. */
export const CAMPAIGN_KINDS = ['organisations', 'units', 'sites', 'cases'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

export const STAGE_KINDS = ['nomination', 'selection', 'expertReview', 'showcase'] as const
/** 申报 · 推选审定 · 专家评审 · 成果展示 [沪绿容〔2023〕365号 四]. Voting is a window inside `selection`. */
export type StageKind = (typeof STAGE_KINDS)[number]

export interface Stage {
  kind: StageKind
  name: string
  opensAt: number
  closesAt: number
}

export const CHANNELS = ['street', 'public', 'self'] as const
/** 街镇和行业推选 · 社会推荐 · 组织自荐 [365号 三(一)]. */
export type Channel = (typeof CHANNELS)[number]

export const PHOTO_KINDS = ['group', 'working', 'street', 'site', 'before', 'after', 'plan'] as const
/** 集体照 · 工作照 · 街面实效照 [365号 五(三)]; for other kinds 现场照 · 整治前 · 整治后 · 设计图. */
export type PhotoKind = (typeof PHOTO_KINDS)[number]

/** How a field of the nomination form is filled in. `phone` and `person` are kept sealed and are never public. */
export type FieldInput = 'text' | 'longText' | 'number' | 'month' | 'person' | 'phone'

interface FieldKind {
  label: string
  input: FieldInput
  /** Shown on the candidate's page. */
  isPublic: boolean
  min: number
  max: number
}

/**
 * The fields that a form can be made of. `min` and `max`: characters as `countedLength` counts them, or for numbers
 * their range. Name, place and one line of introduction are always asked.
 */
export const FORM_FIELDS = {
  foundedIn: { label: '成立时间', input: 'month', isPublic: true, min: 0, max: 0 },
  units: { label: '组织规模（门责单位数）', input: 'number', isPublic: true, min: 15, max: 10_000 },
  leader: { label: '组织负责人', input: 'person', isPublic: false, min: 2, max: 30 },
  phone: { label: '联系方式', input: 'phone', isPublic: false, min: 0, max: 0 },
  honours: { label: '所获荣誉', input: 'longText', isPublic: true, min: 0, max: 500 },
  achievements: { label: '工作实绩', input: 'longText', isPublic: true, min: 1000, max: 1500 },
  address: { label: '地址', input: 'text', isPublic: true, min: 2, max: 80 },
  area: { label: '面积（平方米）', input: 'number', isPublic: true, min: 1, max: 10_000_000 },
  designer: { label: '设计单位', input: 'text', isPublic: true, min: 2, max: 60 },
  implementer: { label: '实施单位', input: 'text', isPublic: true, min: 2, max: 60 },
  completedIn: { label: '完成时间', input: 'month', isPublic: true, min: 0, max: 0 },
  idea: { label: '设计说明', input: 'longText', isPublic: true, min: 50, max: 1500 },
  story: { label: '事迹介绍', input: 'longText', isPublic: true, min: 200, max: 1500 },
  remarks: { label: '备注', input: 'longText', isPublic: false, min: 0, max: 300 },
} as const satisfies Record<string, FieldKind>
export type FieldKey = keyof typeof FORM_FIELDS
export const FIELD_KEYS = Object.keys(FORM_FIELDS) as FieldKey[]

/** One field of a campaign's form, in the form's order. */
export interface FormField {
  key: FieldKey
  label: string
  isRequired: boolean
  /** Within what `FORM_FIELDS` makes sense of; 0 and 0 for months and telephones. */
  min: number
  max: number
}

/**
 * Where photos of a nomination are uploaded to, in a folder for each month. They are links for nobody, so that who
 * can name one has uploaded it; the cloud takes them from here and removes them.
 */
export const NOMINATION_UPLOADS = 'uploads/nominations'

/** Photos of an entry. Sizes in pixels, whichever way the photo is turned. */
export interface PhotoRule {
  kinds: { kind: PhotoKind; min: number }[]
  min: number
  max: number
  shortSide: number
  longSide: number
}

/** How many entries a reviewing unit may put forward [365号 三(一): 1–2]. */
export interface Quotas {
  perDistrict: number
  /** Districts that have another number. */
  districts: { placeCode: string; quota: number }[]
  /** 行业管理部门, reviewing beside the districts. */
  departments: { organisationId: string; name: string; quota: number }[]
}

export interface NominationPlan {
  channels: Channel[]
  fields: FormField[]
  photos: PhotoRule
  quotas: Quotas
}

export const TIE_BREAKS = ['moreVotes', 'higherScore', 'earliestRegistration', 'lot'] as const
/**
 * Declared ways to order candidates of equal total, applied in the campaign's order.
 * `lot`: by SHA-256 of "<rules hash>:<candidate id>", fixed at the freeze and repeatable by anyone.
 */
export type TieBreak = (typeof TIE_BREAKS)[number]

/**
 * How public votes become points from 0 to 100. `shareOfMost`: votes ÷ most votes × 100. `byRank`: of n candidates
 * the first has 100, the last 100 ÷ n; equal votes, equal points.
 */
export const VOTE_SCALES = ['shareOfMost', 'byRank'] as const
export type VoteScale = (typeof VOTE_SCALES)[number]

/** Total = (votes points × `votes` + selection group's score × `scores`) ÷ 100. Weights are whole percents, sum 100. */
export interface ListFormula {
  votes: number
  scores: number
  voteScale: VoteScale
}

/** `counted`, or `pending` until two persons have decided, or `notCounted`. */
export const STANDINGS = ['counted', 'pending', 'notCounted'] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * What WeChat's risk rank of a voter does to the ballot. Rank 0–2 counts. WeChat's own rule for rankings: 3 lowered,
 * 4 not counted. No answer from WeChat makes a ballot `pending`; nobody is refused for it.
 */
export interface RiskRules {
  rank3: Standing
  rank4: Standing
  /** A question before the ballot of ranks 1 and 2 is taken. */
  asksRanks1And2: boolean
}

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
  formula: ListFormula
  /** Null: ranks are not asked for; every ballot counts. */
  risk: RiskRules | null
}

export const SCORE_TIE_BREAKS = ['firstCriterion', 'moreVotes', 'lot'] as const
/** Orders entries of equal score. `lot`: by the number drawn with the session's revealed seed. */
export type ScoreTieBreak = (typeof SCORE_TIE_BREAKS)[number]

/** How a panel scores: criteria with their most points, which sum to 100. */
export interface JudgingPlan {
  criteria: { name: string; points: number }[]
  /** Sheets left out per entry, the highest and the lowest, before the mean is taken. */
  dropHighest: number
  dropLowest: number
  tieBreaks: ScoreTieBreak[]
}

/** Judges without whom a panel is no panel: with dropping, three sheets must remain. */
export const panelNeeded = ({ dropHighest, dropLowest }: JudgingPlan): number => dropHighest + dropLowest + 3

/** The parts of a plan that freeze apart from each other. */
export const PLAN_PARTS = ['words', 'stages', 'nomination', 'ballot', 'judging'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** Everything that the city decides about a campaign before it runs. */
export interface CampaignPlan {
  kind: CampaignKind
  name: string
  organiser: string
  /** The document a campaign rests on, e.g. 沪绿容〔2023〕365号. */
  basis: string
  introduction: string
  eligibility: string
  criteria: string[]
  isDemo: boolean
  stages: Stage[]
  /** Null: candidates are entered by the city's staff. */
  nomination: NominationPlan | null
  /** False: nobody votes; what is written about voting does not hold. */
  hasVoting: boolean
  votingOpensAt: number
  votingClosesAt: number
  rules: VotingRules
  /** 选树工作小组, whose scores count in the candidate list. Null when its weight is 0. */
  selectionGroup: JudgingPlan | null
  /** 专家评审. Null: the candidate list is the result. */
  experts: (JudgingPlan & { winners: number }) | null
}

/** A problem of a plan: where, as a path, and what to do about it. */
export interface PlanProblem {
  path: string
  message: string
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

const judgingProblems = (path: string, plan: JudgingPlan | null): PlanProblem[] =>
  plan !== null && sum(plan.criteria.map(({ points }) => points)) !== 100
    ? [{ path: `${path}.criteria`, message: '各项评分标准的分值相加要等于 100' }]
    : []

function stageProblems({ stages }: CampaignPlan): PlanProblem[] {
  return stages.flatMap((stage, index) => {
    const before = stages[index - 1]
    const problems: PlanProblem[] = []
    if (stage.opensAt >= stage.closesAt)
      problems.push({ path: `stages.${index}.closesAt`, message: `“${stage.name}”的结束时间要晚于开始时间` })
    if (before && before.closesAt > stage.opensAt)
      problems.push({
        path: `stages.${index}.opensAt`,
        message: `“${stage.name}”要在“${before.name}”结束以后开始，各阶段不能重叠`,
      })
    return problems
  })
}

function votingProblems(plan: CampaignPlan): PlanProblem[] {
  if (!plan.hasVoting) return []
  const { votingOpensAt, votingClosesAt, rules, stages } = plan
  const problems: PlanProblem[] = []
  if (votingOpensAt >= votingClosesAt)
    problems.push({ path: 'votingClosesAt', message: '投票的结束时间要晚于开始时间' })
  const isInside = stages.some(
    ({ kind, opensAt, closesAt }) =>
      kind === 'selection' && opensAt <= votingOpensAt && votingClosesAt <= closesAt,
  )
  if (!isInside) problems.push({ path: 'votingOpensAt', message: '投票时间要在“推选审定”阶段之内' })
  if (rules.choices.min > rules.choices.max)
    problems.push({ path: 'rules.choices.min', message: '“最少选择”不能大于“最多选择”' })
  if (rules.formula.votes + rules.formula.scores !== 100)
    problems.push({ path: 'rules.formula', message: '市民投票和工作小组评分的权重相加要等于 100%' })
  if (rules.formula.scores > 0 && plan.selectionGroup === null)
    problems.push({ path: 'selectionGroup', message: '工作小组评分占有权重，请设置它的评分标准' })
  return problems
}

function nominationProblems({ nomination, stages }: CampaignPlan): PlanProblem[] {
  if (nomination === null) return []
  const problems: PlanProblem[] = []
  if (!stages.some(({ kind }) => kind === 'nomination'))
    problems.push({ path: 'stages', message: '要接受申报，请加上“申报”阶段' })
  const { photos, fields } = nomination
  if (photos.min > photos.max)
    problems.push({ path: 'nomination.photos.min', message: '照片的最少张数不能大于最多张数' })
  if (sum(photos.kinds.map(({ min }) => min)) > photos.max)
    problems.push({ path: 'nomination.photos.kinds', message: '各类照片的最少张数相加超过了最多张数' })
  fields.forEach(({ min, max, label }, index) => {
    if (min > max)
      problems.push({ path: `nomination.fields.${index}.min`, message: `“${label}”的下限不能大于上限` })
  })
  if (new Set(fields.map(({ key }) => key)).size !== fields.length)
    problems.push({ path: 'nomination.fields', message: '同一个填写项只能出现一次' })
  return problems
}

/** What stands between a plan and a campaign that can run; empty when nothing does. The cloud refuses a plan that has any. */
export const planProblems = (plan: CampaignPlan): PlanProblem[] => [
  ...stageProblems(plan),
  ...nominationProblems(plan),
  ...votingProblems(plan),
  ...judgingProblems('selectionGroup', plan.selectionGroup),
  ...judgingProblems('experts', plan.experts),
]

/** The stage that `now` falls in, or null between stages. */
export const stageAt = (stages: Stage[], now: number): Stage | null =>
  stages.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt) ?? null

const WORDS =
  /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF65\u2010-\u2027]|[A-Za-z\u00C0-\u024F0-9]+(?:[.'’-][A-Za-z0-9]+)*/gu

/**
 * Length of a text as a Chinese reader counts it (字数, as word processors do): every Han character and every
 * full-width mark is one, a run of Latin letters or digits is one; spaces and half-width marks are none.
 */
export const countedLength = (text: string): number => text.match(WORDS)?.length ?? 0
