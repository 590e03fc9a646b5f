import type {
  CampaignKind,
  CampaignPlan,
  FieldKey,
  FormField,
  JudgingPlan,
  NominationPlan,
  PhotoRule,
  StageKind,
  VotingRules,
} from './campaigns'
import { FORM_FIELDS } from './campaigns'

/**
 * Where a plan starts from, by kind: 365号 for organisations and units, the same season for sites and cases. Everything
 * can be changed. What the document leaves open (numbers of choices, weights, points) is only a proposal.
 */

/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_OFFSET = 8 * 3_600_000

/** Midnight in Shanghai at the beginning of a day. */
const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) - SHANGHAI_OFFSET

const HOUR = 3_600_000

/** The year whose 申报, until 15 October, has not ended. */
export function comingSeason(now: number): number {
  const year = new Date(now + SHANGHAI_OFFSET).getUTCFullYear()
  return now < dayOf(year, 10, 16) ? year : year + 1
}

type Day = [month: number, day: number]

/** First day, and the day after the last. */
const STAGE_DAYS: Record<StageKind, { name: string; from: Day; to: Day }> = {
  nomination: { name: '选树申报', from: [9, 1], to: [10, 16] },
  selection: { name: '推选审定', from: [10, 16], to: [11, 16] },
  expertReview: { name: '专家评审', from: [11, 16], to: [12, 1] },
  showcase: { name: '成果展示', from: [12, 1], to: [13, 1] },
}

/** 365号 四, in the coming season. Public voting has no days there: the first twelve of November leave time to count. */
const times = (year: number, kinds: StageKind[]) => ({
  stages: kinds.map((kind) => {
    const { name, from, to } = STAGE_DAYS[kind]
    return { kind, name, opensAt: dayOf(year, ...from), closesAt: dayOf(year, ...to) }
  }),
  votingOpensAt: dayOf(year, 11, 1) + 9 * HOUR,
  votingClosesAt: dayOf(year, 11, 12) + 18 * HOUR,
})

/** A field of the form as the set has it. */
export const formField = (key: FieldKey, isRequired: boolean): FormField => {
  const { label, min, max } = FORM_FIELDS[key]
  return { key, label, isRequired, min, max }
}

/** `leader`: what the one who answers for the entry is called, where it is no organisation. */
const form = (required: FieldKey[], optional: FieldKey[], leader?: string): FormField[] =>
  [...required.map((key) => formField(key, true)), ...optional.map((key) => formField(key, false))].map(
    (field) => (field.key === 'leader' && leader ? { ...field, label: leader } : field),
  )

/** 6–8 photos, two of each kind, 300 dpi on a page: 2480×3425 pixels [365号 五(三)]. */
const DOCUMENT_PHOTOS: PhotoRule = {
  kinds: [
    { kind: 'group', min: 2 },
    { kind: 'working', min: 2 },
    { kind: 'street', min: 2 },
  ],
  min: 6,
  max: 8,
  shortSide: 2480,
  longSide: 3425,
}

/** What phones of the last ten years take, also by the program's own camera. */
const PHONE_PHOTOS = { shortSide: 1080, longSide: 1440 }

/** 1–2 of each district [365号 三(一)]. */
const QUOTAS: NominationPlan['quotas'] = { perDistrict: 2, districts: [], departments: [] }

const votingRules = (changes: Partial<VotingRules>): VotingRules => ({
  choices: { min: 1, max: 10 },
  period: 'once',
  identity: 'wechat',
  listSize: 15,
  tieBreaks: ['moreVotes', 'lot'],
  runningCounts: 'hidden',
  formula: { votes: 50, scores: 50, voteScale: 'shareOfMost' },
  risk: { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: true },
  ...changes,
})

const byVotesAlone = (listSize: number): VotingRules =>
  votingRules({
    listSize,
    tieBreaks: ['earliestRegistration', 'lot'],
    formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
  })

const judging = (criteria: [name: string, points: number][]): JudgingPlan => ({
  criteria: criteria.map(([name, points]) => ({ name, points })),
  dropHighest: 1,
  dropLowest: 1,
  tieBreaks: ['firstCriterion', 'lot'],
})

/** 365号 二(二)1. */
const ORGANISATION_CRITERIA = [
  '制度明晰，管理规范：有明确的负责人、工作制度、自律规约或自治规范，组织活动载体丰富，发挥显著示范作用。',
  '凝聚合力，社会参与：发挥基层党组织、行业协会、路管会、弄管会、路长制等平台机制的纽带作用，成绩突出、成效显著。',
  '主动作为，成效明显：主动履责意识突出、自律规约执行有效，工作机制有创新，区域市容环境面貌明显改善。',
  '亮点突出，内涵丰富：根据区域特色，探索出符合自身需求的自律自治模式，覆盖面提升，服务内容扩展。',
]

/** 365号 二(二)2. */
const UNIT_CRITERIA = [
  '深耕门责管理：辖区内责任区告知书送达率 100%，规范上墙率 100%。',
  '注重门责宣传：重视责任区管理制度的宣贯，定期对责任人等重点人员开展培训指导。',
  '培育自律组织：辖区内至少有 1 家优秀自律组织，发挥示范引领作用。',
]

const FOUR_STAGES: StageKind[] = ['nomination', 'selection', 'expertReview', 'showcase']
const WITHOUT_EXPERTS: StageKind[] = ['nomination', 'selection', 'showcase']

type Preset = Omit<CampaignPlan, 'kind' | 'stages' | 'votingOpensAt' | 'votingClosesAt'> & {
  stages: StageKind[]
}

const organisations = (year: number): Preset => ({
  name: `${year}年度市容环境卫生责任区优秀自律组织选树`,
  organiser: '市绿化和市容管理局',
  basis: '沪绿容〔2023〕365号',
  introduction: '选树一批制度健全、机制新颖、成效显著的责任区自律组织，发挥示范引领作用。',
  eligibility:
    '在镇（乡）人民政府、街道办事处或行业管理部门指导下，由一定区域内不少于 15 家市容环境卫生责任单位缔结成立的责任区自律组织。',
  criteria: ORGANISATION_CRITERIA,
  isDemo: false,
  stages: FOUR_STAGES,
  nomination: {
    channels: ['street', 'public', 'self'],
    fields: form(['foundedIn', 'units', 'leader', 'phone', 'achievements'], ['honours', 'remarks']),
    photos: DOCUMENT_PHOTOS,
    quotas: QUOTAS,
  },
  hasVoting: true,
  rules: votingRules({}),
  selectionGroup: judging([
    ['制度和管理', 25],
    ['社会参与', 25],
    ['工作成效', 30],
    ['特色亮点', 20],
  ]),
  experts: {
    ...judging([
      ['工作实绩', 40],
      ['机制创新', 30],
      ['示范作用', 20],
      ['现场演讲', 10],
    ]),
    winners: 10,
  },
})

const units = (year: number): Preset => ({
  ...organisations(year),
  name: `${year}年度市容环境卫生责任区优秀组织奖评选`,
  introduction: '综合评价区、街镇管理部门和行业管理部门孵化培育自律组织的成效，选出优秀组织奖若干。',
  eligibility: '区、街镇管理部门和行业管理部门。',
  criteria: UNIT_CRITERIA,
  nomination: {
    channels: ['street', 'self'],
    fields: form(['leader', 'phone', 'achievements'], ['honours', 'remarks'], '单位负责人'),
    photos: DOCUMENT_PHOTOS,
    quotas: QUOTAS,
  },
  hasVoting: false,
  rules: byVotesAlone(15),
  selectionGroup: null,
  experts: {
    ...judging([
      ['门责管理', 40],
      ['门责宣传', 30],
      ['培育自律组织', 30],
    ]),
    winners: 10,
  },
})

const sites = (year: number): Preset => ({
  name: `${year}年度市容环境优秀点位和设计网络推选`,
  organiser: '市绿化和市容管理局',
  basis: '《上海市市容环境卫生管理条例》',
  introduction: '请市民推选身边整治得好、设计得好的街面、口袋公园和公共空间。',
  eligibility: '近三年建成并向公众开放的点位，或者已经公示的设计方案。',
  criteria: ['整洁有序，管养到位。', '便利市民，无障碍。', '有地方特色，与周边协调。'],
  isDemo: false,
  stages: WITHOUT_EXPERTS,
  nomination: {
    channels: ['street', 'public', 'self'],
    fields: form(['address', 'area', 'designer', 'idea'], ['implementer', 'completedIn', 'phone']),
    photos: {
      kinds: [
        { kind: 'site', min: 1 },
        { kind: 'plan', min: 1 },
      ],
      min: 3,
      max: 8,
      ...PHONE_PHOTOS,
    },
    quotas: { ...QUOTAS, perDistrict: 20 },
  },
  hasVoting: true,
  rules: byVotesAlone(20),
  selectionGroup: null,
  experts: null,
})

const cases = (year: number): Preset => ({
  ...sites(year),
  name: `${year}年度“最美”市容环境案例推选`,
  introduction: '请市民推选身边维护市容环境的好人好事和好做法。',
  eligibility: '本市市容环境管理、服务和参与中的人物、团队或者做法。',
  criteria: ['事迹真实，群众认可。', '做法可学，带动他人。'],
  nomination: {
    channels: ['street', 'public', 'self'],
    fields: form(['story', 'leader', 'phone'], ['honours'], '联系人'),
    photos: {
      kinds: [
        { kind: 'working', min: 1 },
        { kind: 'before', min: 0 },
        { kind: 'after', min: 0 },
      ],
      min: 1,
      max: 8,
      ...PHONE_PHOTOS,
    },
    quotas: { ...QUOTAS, perDistrict: 10 },
  },
  rules: byVotesAlone(10),
})

const PRESETS: Record<CampaignKind, (year: number) => Preset> = { organisations, units, sites, cases }

/** A plan of this kind in the coming season, without problems. */
export function planOf(kind: CampaignKind, now: number): CampaignPlan {
  const year = comingSeason(now)
  const { stages, ...preset } = PRESETS[kind](year)
  return { ...preset, kind, ...times(year, stages) }
}
