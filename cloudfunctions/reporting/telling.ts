import type { Act } from '../../contract/cases/workflow'
import type { CaseEntry, CaseRow } from '../platform/cases/rows'
import { shanghaiTime } from '../platform/clock'
import { seenSteps } from './presented'

/** What people are told of a case's newest steps, in plain words. Pure. */

/** Who reported it, or who joined or follows it. */
export type Audience = 'reporter' | 'watcher'

export interface News {
  /** The step that it is about. */
  entry: CaseEntry
  title: string
  line: string
  /** The case to open: where it went, when it was merged. */
  caseId: string
}

type Told = Pick<CaseRow, 'dueAt' | 'suspendedUntil' | 'reopened'>

const byDay = (time: number | null): string => (time === null ? '' : `，预计 ${shanghaiTime(time)} 前处理`)
const to = ({ departmentName }: CaseEntry): string => departmentName ?? '承办单位'
const because = ({ words }: CaseEntry): string => (words === '' ? '' : `：${words}`)

type Wording = (entry: CaseEntry, row: Told, audience: Audience) => string | null

const always =
  (words: (entry: CaseEntry, row: Told) => string): Wording =>
  (entry, row) =>
    words(entry, row)
/** Who reported it has done this themselves. */
const toWatchers =
  (words: (entry: CaseEntry, row: Told) => string): Wording =>
  (entry, row, audience) =>
    audience === 'watcher' ? words(entry, row) : null

const given = always((entry, row) => `已派给${to(entry)}${byDay(row.dueAt)}`)
const done: Wording = (entry, _row, audience) =>
  audience === 'reporter' ? `已结案，等你评价${because(entry)}` : `已结案${because(entry)}`

/** What is not here says nothing that people wait for: it is seen in the course of the case. */
const WORDINGS: Partial<Record<Act, Wording>> = {
  accept: always((_entry, row) => `已受理${byDay(row.dueAt)}`),
  refuse: always((entry) => `不予受理${because(entry)}`),
  file: always((_entry, row) => `已立案${byDay(row.dueAt)}`),
  dispatch: given,
  redispatch: given,
  return: always(() => '承办单位退回，正在重新安排'),
  note: always((entry) => `有新的说明${because(entry)}`),
  extend: always((entry, row) => `处理时间延长${byDay(row.dueAt)}${because(entry)}`),
  suspend: always(
    (entry, { suspendedUntil }) =>
      `暂时处理不了，先挂账${suspendedUntil === null ? '' : `到 ${shanghaiTime(suspendedUntil)}`}${because(entry)}`,
  ),
  resume: always((_entry, row) => `恢复处理${byDay(row.dueAt)}`),
  handle: always((entry) => `${to(entry)}已处理，正在核查${because(entry)}`),
  reject: always((_entry, row) => `核查没有通过，要求重新处理${byDay(row.dueAt)}`),
  close: done,
  conclude: done,
  dissatisfy: toWatchers((entry, row) => `上报人不满意，已退给${to(entry)}重新处理${byDay(row.dueAt)}`),
  complain: toWatchers(() => '上报人再次不满意，由督办人员处理'),
  reopen: always((entry) => `已重新打开${because(entry)}`),
  escalate: always((entry) => `已上报到上一级处理${because(entry)}`),
  recategorise: always((_entry, row) => `类别已调整${byDay(row.dueAt)}`),
  merge: always(() => '和另一件是同一个问题，已合并，今后看那一件的进展'),
  unmerge: always((entry) => `已取消合并，单独处理${because(entry)}`),
  withdraw: toWatchers(() => '上报人已撤回'),
}

/** The last of the new steps that says something to them; null: none does. Several steps in one go are one message. */
export function newsOf(row: CaseRow, audience: Audience): News | null {
  const fresh = seenSteps(row.history.slice(row.toldSteps)).reverse()
  for (const entry of fresh) {
    const words = WORDINGS[entry.act]?.(entry, row, audience)
    if (words)
      return {
        entry,
        title: titleOf(words),
        line: `${row.number} ${row.categoryName}：${words}`,
        caseId: row.mergedInto ?? row._id,
      }
  }
  return dayMoved(row)
}

/** Up to the first punctuation: `已派给九亭镇绿容所`. */
const titleOf = (words: string): string => words.split(/[，：]/)[0] as string

/** No step says it, and the promised day is another one all the same: a place that moved, a calendar that changed. */
function dayMoved(row: CaseRow): News | null {
  const fresh = row.history.slice(row.toldSteps)
  const before = row.history[row.toldSteps - 1]
  const entry = fresh.at(-1)
  if (!entry || !before || row.dueAt === null || before.dueAt === row.dueAt) return null
  if (!row.isOpen || fresh.some(({ act }) => act in WORDINGS)) return null
  const title = '预计处理时间有变化'
  return {
    entry,
    title,
    line: `${row.number} ${row.categoryName}${byDay(row.dueAt)}`,
    caseId: row._id,
  }
}
