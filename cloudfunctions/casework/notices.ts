import type { Act } from '../../contract/cases/workflow'
import type { CaseEntry, CaseRow } from '../platform/cases/rows'
import { shanghaiTime } from '../platform/clock'
import type { Notice } from '../platform/messages'
import type { Alarm } from './rules'

/** What staff are told about cases. What it is about names the stage or the step, so that nobody is told twice. */

type Named = Pick<CaseRow, '_id' | 'number' | 'categoryName' | 'address'>

const pageOf = ({ _id }: Named): string => `features/administration/pages/case/index?caseId=${_id}`
const lineOf = ({ categoryName, address }: Named): string => `${categoryName}，${address}`

const alarmTitles: Record<Alarm, string> = {
  soon: '快到期',
  late: '已超期',
  escalated: '超期一天，请督促',
}

export const noticeOfAlarm = (row: CaseRow, alarm: Alarm, accountId: string): Notice => ({
  accountId,
  kind: 'caseWork',
  about: `${row._id}/${row.stateSince}/${alarm}`,
  title: `案件 ${row.number} ${alarmTitles[alarm]}`,
  line:
    alarm === 'soon' && row.stageDueAt !== null
      ? `${shanghaiTime(row.stageDueAt)}前要办好：${lineOf(row)}`
      : lineOf(row),
  page: pageOf(row),
})

const stepTitles: Partial<Record<Act, string>> = {
  dispatch: '派给你们处理',
  redispatch: '转给你们处理',
  handOver: '移交给你处理',
  reject: '核查没有通过，请再处理',
  dissatisfy: '市民不满意，请再处理',
  extend: '已延期',
  suspend: '已挂账',
  resume: '恢复处置',
  decline: '申请没有同意',
  remind: '催办',
  return: '被部门退回',
  askExtension: '申请延期',
  askSuspension: '申请挂账',
  handle: '已处置，请核查',
  escalate: '上报到这里，请处理',
  complain: '市民再次不满意，请督办',
}

export const noticeOfStep = (
  row: CaseRow,
  { act, version, words }: CaseEntry,
  accountId: string,
): Notice => ({
  accountId,
  kind: 'caseWork',
  about: `${row._id}/${version}`,
  title: `案件 ${row.number} ${stepTitles[act] ?? '有进展'}`,
  line: words === '' ? lineOf(row) : `${words}（${lineOf(row)}）`,
  page: pageOf(row),
})
