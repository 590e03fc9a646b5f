import type { PictureRequest } from '../pictures/drawPicture'

const DAY = 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000
/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_OFFSET = 8 * HOUR

export interface ExampleStage {
  kind: 'nomination' | 'selection' | 'expertReview' | 'showcase'
  name: string
  opensAt: number
  closesAt: number
}

/** Everything a campaign is set up with, but for the uploaded cover. Times: milliseconds UTC. */
export interface ExampleCampaign {
  kind: 'organisations'
  cityCode: string
  name: string
  organiser: string
  basis: string
  introduction: string
  eligibility: string
  criteria: string[]
  isDemo: true
  stages: ExampleStage[]
  nomination: null
  hasVoting: true
  votingOpensAt: number
  votingClosesAt: number
  rules: {
    choices: { min: number; max: number }
    period: 'once'
    identity: 'wechat'
    listSize: number
    tieBreaks: ('moreVotes' | 'earliestRegistration' | 'lot')[]
    runningCounts: 'hidden'
    formula: { votes: number; scores: number; voteScale: 'shareOfMost' }
    risk: null
  }
  selectionGroup: ExampleJudging
  experts: ExampleJudging & { winners: number }
}

interface ExampleJudging {
  criteria: { name: string; points: number }[]
  dropHighest: number
  dropLowest: number
  tieBreaks: ('firstCriterion' | 'moreVotes' | 'lot')[]
}

/**
 * 365号 四 in days from the day of the start, first day to the day after the last: 26 days of 申报, 31 of 推选审定,
 * 15 of 专家评审, 31 of 成果展示, one after the other as in the document.
 */
const STAGES = [
  { kind: 'nomination', name: '选树申报', from: -42, to: -16 },
  { kind: 'selection', name: '推选审定', from: -16, to: 15 },
  { kind: 'expertReview', name: '专家评审', from: 15, to: 30 },
  { kind: 'showcase', name: '成果展示', from: 30, to: 61 },
] as const

/** The document opens public voting within 推选审定 without naming days: here it has been open for five of fifteen. */
const VOTING = { opens: -5 * DAY + 9 * HOUR, closes: 9 * DAY + 18 * HOUR }

/**
 * The structure of the 2023 campaign (沪绿容〔2023〕365号), moved so that voting is open at `now`. The number of
 * choices and the length of the list are examples: the document does not name them.
 */
export function exampleCampaign(now: number): ExampleCampaign {
  const today = Math.floor((now + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET
  return {
    ...WORDS,
    kind: 'organisations',
    cityCode: '310000',
    isDemo: true,
    stages: STAGES.map(({ kind, name, from, to }) => ({
      kind,
      name,
      opensAt: today + from * DAY,
      closesAt: today + to * DAY,
    })),
    nomination: null,
    hasVoting: true,
    votingOpensAt: today + VOTING.opens,
    votingClosesAt: today + VOTING.closes,
    rules: {
      choices: { min: 1, max: 10 },
      period: 'once',
      identity: 'wechat',
      listSize: 15,
      tieBreaks: ['earliestRegistration', 'lot'],
      runningCounts: 'hidden',
      formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
      risk: null,
    },
    selectionGroup: GROUP,
    experts: { ...EXPERTS, winners: 10 },
  }
}

/** Points are examples, as the document names only what is looked at. */
const GROUP: ExampleJudging = {
  criteria: [
    { name: '制度和管理', points: 30 },
    { name: '社会参与', points: 30 },
    { name: '街面成效', points: 40 },
  ],
  dropHighest: 1,
  dropLowest: 1,
  tieBreaks: ['firstCriterion', 'lot'],
}

const EXPERTS: ExampleJudging = {
  criteria: [
    { name: '自律成效', points: 60 },
    { name: '现场演讲', points: 40 },
  ],
  dropHighest: 1,
  dropLowest: 1,
  tieBreaks: ['firstCriterion', 'moreVotes', 'lot'],
}

const WORDS = {
  name: '上海市市容环境卫生责任区优秀自律组织选树（示例）',
  organiser: '上海市绿化和市容管理局',
  basis: '沪绿容〔2023〕365号',
  introduction: [
    '这是一次示例活动：流程取自 2023 年度选树方案，日期已移到现在，候选组织、照片和选票都是虚构的。',
    '沿街的商铺、单位和居民自己组织起来，定规约、勤打扫、互相提醒，这样的团体叫作市容环境卫生责任区自律组织。它们让门前整洁、街面有序，也让邻里之间多了商量。',
    '各区推荐的自律组织在这里和大家见面。请看看它们做了什么，选出你认为做得好的。市民投票会作为产生候选名单的参考，之后由专家听取现场演讲，评出优秀自律组织。',
  ].join('\n'),
  eligibility:
    '在本市镇（乡）人民政府、街道办事处或者行业管理部门指导下，由一定区域内不少于 15 家市容环境卫生责任单位共同成立的责任区自律组织。由街镇和行业推选、社会推荐或者组织自荐，各区初审后推荐 1 至 2 个。',
  criteria: [
    '制度明晰，管理规范：有负责人、工作制度和大家认可的自律规约，活动办得起来，能给别的街区做样子。',
    '凝聚合力，社会参与：党组织、行业协会、路管会、弄管会、路长制等发挥纽带作用，带动责任人一起自律自治。',
    '主动作为，成效明显：主动履行门前责任，规约执行得好，办法有创新，街面有看得见的改善。',
    '亮点突出，内涵丰富：从本地实际出发，形成自己的自律自治模式，覆盖面和服务内容不断扩大。',
  ],
}

export const campaignCover: PictureRequest = { seed: 'campaign/cover', kind: 'cover' }
