import type { AuditEntry } from '@contract/administration'
import type { ContentState } from '@contract/moderation'
import { placeName } from '@contract/places/names'
import { numberWords } from '@/words/numbers'
import { roleWords } from '@/words/roles'
import { conditionWords } from './awardWords'
import { causeWords } from './contentWords'
import { organisationKindWords } from './organisationWords'
import { campaignKindNames, planFields } from './planChangeWords'
import { untilWords } from './staffWords'
import { actNames, alertStateNames } from './trustWords'

/** What an act found and what it left, side by side, in words. */

export interface Change {
  key: string
  before: string
  after: string
}

type Kept = Record<string, unknown>

const NOTHING = '没有'

const inWords =
  (words: object) =>
  (value: unknown): string =>
    (words as Record<string, string>)[String(value)] ?? String(value)

const yesNo = (yes: string, no: string) => (value: unknown) => (value === true ? yes : no)

const numbered = (value: unknown) => `第 ${String(value)} 版`

const stateNames: Record<ContentState, string> = {
  checking: '自动检查中',
  visible: '公开',
  underReview: '待审',
  hidden: '不公开',
  withdrawn: '已撤回',
}
const statusNames = {
  proposed: '已提出',
  confirmed: '已确认',
  published: '已公布',
  applying: '正在处理',
  applied: '已生效',
  rejected: '没有同意',
}

interface Field {
  key: string
  words?: (value: unknown) => string
}

const fields: Record<string, Field> = {
  ...planFields,
  role: { key: '角色', words: inWords(roleWords) },
  placeCode: { key: '地区', words: (value) => placeName(String(value)) },
  name: { key: '名称' },
  endsAt: { key: '最后一天', words: (value) => untilWords({ endsAt: value as number | null }) },
  kind: { key: '类别', words: inWords({ ...organisationKindWords, ...campaignKindNames }) },
  introduction: { key: '简介' },
  unit: { key: '审核单位', words: (value) => placeName(String(value)) },
  rows: { key: '行数' },
  hasContact: { key: '联系方式', words: yesNo('已留', '没有留') },
  contact: { key: '联系方式', words: inWords({ shown: '已显示' }) },
  isClosed: { key: '状态', words: yesNo('已停用', '正常') },
  version: { key: '版本', words: numbered },
  status: { key: '状态', words: inWords(statusNames) },
  state: { key: '状态', words: inWords({ ...stateNames, ...alertStateNames }) },
  cause: { key: '为什么待审', words: inWords(causeWords) },
  reason: { key: '原因' },
  summary: { key: '一句话介绍' },
  achievements: { key: '工作实绩' },
  act: { key: '怎样处理', words: inWords(actNames) },
  ballots: { key: '选票' },
  number: { key: '选票上的编号' },
  condition: { key: '条件', words: inWords(conditionWords) },
  result: { key: '核对结果', words: inWords({ met: '达到', notMet: '没有达到' }) },
  note: { key: '依据' },
  evidence: { key: '证明材料', words: (value) => `${String(value)} 份` },
  isAwarded: { key: '优秀组织奖', words: yesNo('已评定', '没有评定') },
  confirmed: { key: '已确认', words: (value) => `${String(value)} 人` },
  fileName: { key: '文件' },
}

const plainWords = (value: unknown): string => {
  if (typeof value === 'string') return value || NOTHING
  if (typeof value === 'number') return numberWords(value)
  return JSON.stringify(value)
}

/** No end is an answer of its own; anything else that is missing is not there. */
const valueWords = (name: string, value: unknown): string => {
  if (value === undefined || (value === null && name !== 'endsAt')) return NOTHING
  return fields[name]?.words?.(value) ?? plainWords(value)
}

const parsed = (kept: string | null): Kept | null => {
  if (kept === null) return {}
  try {
    const value: unknown = JSON.parse(kept)
    if (value === null) return {}
    return typeof value === 'object' && !Array.isArray(value) ? (value as Kept) : null
  } catch {
    return null
  }
}

/** What the screen says of somebody is their name. */
const keyWords = (name: string, subject: string | null): string =>
  name === 'name' && subject?.startsWith('role/') ? '姓名' : (fields[name]?.key ?? name)

/** Only what differs. What cannot be taken apart stands there as it was kept. */
export const changesOf = ({
  subject,
  before,
  after,
}: Pick<AuditEntry, 'subject' | 'before' | 'after'>): Change[] => {
  const [found, left] = [parsed(before), parsed(after)]
  if (!found || !left) return [{ key: '内容', before: before ?? NOTHING, after: after ?? NOTHING }]
  return [...new Set([...Object.keys(found), ...Object.keys(left)])]
    .map((name) => ({
      key: keyWords(name, subject),
      before: valueWords(name, name in found ? found[name] : undefined),
      after: valueWords(name, name in left ? left[name] : undefined),
    }))
    .filter((change) => change.before !== change.after)
}

const subjectNames: Record<string, string> = {
  role: '身份',
  organisation: '组织',
  grid: '网格',
  campaign: '投票活动',
  list: '候选名单',
  candidate: '候选',
  alert: '异常投票',
  ruling: '选票处理',
  content: '市民写的内容',
  winners: '获评名单',
  awardUnit: '优秀组织奖单位',
}

const ID_SHOWN = 6

/** `organisation/AB…XYZ123` → 组织 XYZ123 */
export const subjectWords = (subject: string): string => {
  const [kind = '', id = ''] = subject.split('/')
  return `${subjectNames[kind] ?? kind} ${id.slice(-ID_SHOWN)}`
}
