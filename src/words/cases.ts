import type { CaseSource, CaseStep, Relation } from '@contract/cases/cases'
import type { CategoryGroup } from '@contract/cases/categories'
import type { Act, CaseState } from '@contract/cases/workflow'
import type { IconName } from '@/components/icon/names'
import { momentWords } from './moments'

/** What screens of citizens and of staff say alike about cases. Citizens read plain words, staff those of the field. */

type Tone = 'done' | 'waiting' | 'wrong' | 'plain' | 'information'
interface StateWords {
  text: string
  tone: Tone
}

/** For citizens. Several states are one to them: who has the case is told by its course. */
export const citizenStateWords: Record<CaseState, StateWords> = {
  reported: { text: '已收到', tone: 'waiting' },
  accepted: { text: '已受理', tone: 'waiting' },
  filed: { text: '已受理', tone: 'waiting' },
  dispatched: { text: '正在处理', tone: 'waiting' },
  handling: { text: '正在处理', tone: 'waiting' },
  suspended: { text: '暂缓处理', tone: 'information' },
  handled: { text: '正在核查', tone: 'waiting' },
  verified: { text: '正在核查', tone: 'waiting' },
  closed: { text: '已办结', tone: 'done' },
  supervised: { text: '正在督办', tone: 'information' },
  refused: { text: '不予受理', tone: 'wrong' },
  merged: { text: '已合并', tone: 'plain' },
  withdrawn: { text: '已撤回', tone: 'plain' },
}

/** For staff, in the words of the field. */
export const staffStateWords: Record<CaseState, StateWords> = {
  reported: { text: '待受理', tone: 'waiting' },
  accepted: { text: '已受理', tone: 'waiting' },
  filed: { text: '已立案', tone: 'waiting' },
  dispatched: { text: '已派遣', tone: 'waiting' },
  handling: { text: '处置中', tone: 'waiting' },
  suspended: { text: '挂账', tone: 'information' },
  handled: { text: '待核查', tone: 'waiting' },
  verified: { text: '核查通过', tone: 'done' },
  closed: { text: '已结案', tone: 'done' },
  supervised: { text: '督办中', tone: 'wrong' },
  refused: { text: '不予受理', tone: 'wrong' },
  merged: { text: '已合并', tone: 'plain' },
  withdrawn: { text: '已撤回', tone: 'plain' },
}

/** Where a case is and what comes next, in a sentence for citizens. */
export const stateSentences: Record<CaseState, string> = {
  reported: '已经收到，正等工作人员查看。',
  accepted: '已经受理，正在安排部门处理。',
  filed: '已经受理，正在安排部门处理。',
  dispatched: '已经派给部门，等部门开始处理。',
  handling: '部门正在处理。',
  suspended: '一时处理不了，先暂缓。原因写在下面的经过里。',
  handled: '部门说已经处理好，工作人员正在核查。',
  verified: '核查通过，等待办结。',
  closed: '已经办结。',
  supervised: '已经交给督办人处理。',
  refused: '没有受理。原因写在下面的经过里。',
  merged: '和另一件是同一个问题，合并在一起处理。',
  withdrawn: '已经撤回。',
}

/** What staff press, and what the history calls it. */
export const actWords: Record<Act, string> = {
  report: '上报',
  accept: '受理',
  refuse: '不予受理',
  file: '立案',
  dispatch: '派遣',
  redispatch: '转派',
  take: '接单',
  return: '退回',
  handOver: '移交',
  note: '备注',
  askExtension: '申请延期',
  askSuspension: '申请挂账',
  decline: '不同意申请',
  extend: '延期',
  suspend: '挂账',
  resume: '恢复处置',
  handle: '处置反馈',
  reject: '核查不通过',
  verify: '核查通过',
  close: '结案',
  rate: '评价',
  dissatisfy: '不满意，重新处置',
  complain: '再次不满意，转督办',
  conclude: '督办结案',
  reopen: '重开',
  escalate: '上报上级',
  recategorise: '改类别',
  relocate: '改地点',
  merge: '合并',
  unmerge: '撤销合并',
  remark: '补充说明',
  withdraw: '撤回',
  remind: '催办',
}

type StepNamed = Pick<CaseStep, 'departmentName' | 'stars'>
type Said = string | ((step: StepNamed) => string)

const department = ({ departmentName }: StepNamed): string => departmentName ?? '处理部门'

const stepSaid: Record<Act, Said> = {
  report: '市民上报了这个问题',
  accept: '已受理',
  refuse: '不予受理',
  file: '已立案，开始计算处理时间',
  dispatch: (step) => `已派给${department(step)}`,
  redispatch: (step) => `改由${department(step)}处理`,
  take: (step) => `${department(step)}开始处理`,
  return: (step) => `${department(step)}退回，正在重新安排`,
  handOver: (step) => `${department(step)}换了一位工作人员处理`,
  note: '工作人员的说明',
  askExtension: (step) => `${department(step)}申请延长处理时间`,
  askSuspension: (step) => `${department(step)}申请暂缓处理`,
  decline: '没有同意，仍按原来的时间处理',
  extend: '延长了处理时间',
  suspend: '暂缓处理',
  resume: '恢复处理',
  handle: (step) => `${department(step)}处理完了，等待核查`,
  reject: '核查没有通过，要求重新处理',
  verify: '核查通过',
  close: '已办结',
  rate: ({ stars }) => (stars === null ? '已评价' : `评价 ${stars} 星`),
  dissatisfy: '市民不满意，已退回重新处理',
  complain: '市民再次不满意，已交给督办人',
  conclude: '督办人处理后办结',
  reopen: '重新打开，继续处理',
  escalate: '这一级解决不了，已上报上一级',
  recategorise: '更正了类别，处理时间重新计算',
  relocate: '更正了地点',
  merge: '和同一个问题合并处理',
  unmerge: '撤销合并，单独处理',
  remark: '市民补充了说明',
  withdraw: '市民撤回了上报',
  remind: '已催办',
}

/** A step as citizens read it: 已派给九亭镇绿容所. */
export const stepWords = (act: Act, step: StepNamed): string => {
  const said = stepSaid[act]
  return typeof said === 'string' ? said : said(step)
}

export const caseSourceWords: Record<CaseSource, string> = {
  wechat: '随申拍',
  hotline: '热线',
  open311: '开放接口',
}

export const relationWords: Record<Relation, string> = {
  reporter: '我上报的',
  joined: '我也遇到',
  following: '我关注的',
}

/** `承诺 11月23日 周一 17:30 前处理` */
export const dueWords = (dueAt: number): string => `承诺 ${momentWords(dueAt)} 前处理`

const KILOMETRE = 1000

/** `120 米`, `1.2 公里` */
export const distanceWords = (metres: number): string =>
  metres < KILOMETRE ? `${Math.round(metres / 10) * 10} 米` : `${(metres / KILOMETRE).toFixed(1)} 公里`

/** A picture for each group of categories. */
export const groupIcons: Record<CategoryGroup, IconName> = {
  sixDont: 'sixDont',
  stairway: 'stairway',
  sanitation: 'sanitation',
  road: 'road',
  greening: 'greening',
  facilities: 'facilities',
  trade: 'trade',
  parking: 'parking',
  other: 'otherCategory',
}
