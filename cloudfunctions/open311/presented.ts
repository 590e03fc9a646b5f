import type { PublicCase } from '../../contract/cases/cases'
import { CATEGORY_GROUPS, type Category, type CategoryQuestion } from '../../contract/cases/categories'
import type { Act, CaseState } from '../../contract/cases/workflow'
import { withoutNumbers } from '../platform/cases/masked'
import type { CaseEntry, CaseRow } from '../platform/cases/rows'
import { SHANGHAI_OFFSET } from '../platform/clock'
import { toWgs84 } from '../platform/datums'
import { placeWords } from '../platform/placeNames'

/** What leaves the cloud by the open interface, chosen field by field. Nothing of who reported it. */

/** `2026-11-21T18:00:00+08:00` */
export const dateTime = (time: number): string =>
  new Date(time + SHANGHAI_OFFSET).toISOString().replace(/\.\d{3}Z$/, '+08:00')

export const presentService = ({ categoryId, name, description, group, words, questions }: Category) => ({
  service_code: categoryId,
  service_name: name,
  description,
  metadata: questions.length > 0,
  type: 'realtime',
  keywords: words.join(', '),
  group: CATEGORY_GROUPS[group],
})

const DATATYPES = { choice: 'singlevaluelist', text: 'string', number: 'number' } as const

const presentQuestion = (
  { questionId, label, kind, options, isRequired }: CategoryQuestion,
  index: number,
) => ({
  variable: true,
  code: questionId,
  datatype: DATATYPES[kind],
  required: isRequired,
  datatype_description: kind === 'number' ? '整数' : null,
  order: index + 1,
  description: label,
  values: kind === 'choice' ? options.map((option) => ({ key: option, name: option })) : [],
})

export const presentDefinition = ({ categoryId, questions }: Category) => ({
  service_code: categoryId,
  attributes: questions.map(presentQuestion),
})

/** Where a case is, for a reader who does not know the field. */
const NOTES: Record<CaseState, string> = {
  reported: '已收到，等待受理。',
  accepted: '已受理，等待安排部门。',
  filed: '已立案，等待安排部门。',
  dispatched: '已派给部门。',
  handling: '部门正在处理。',
  suspended: '暂缓处理。',
  handled: '部门已经处理，等待核查。',
  verified: '核查通过，等待结案。',
  closed: '已结案。',
  supervised: '正在督办。',
  refused: '不予受理。',
  merged: '和另一件是同一个问题，已经合并。',
  withdrawn: '报告的人已经撤回。',
}

/** Steps that the world may know of, and in which staff speak to it. */
const PUBLIC_STEPS: Partial<Record<Act, string>> = {
  report: '收到报告',
  accept: '受理',
  refuse: '不予受理',
  file: '立案',
  dispatch: '派给部门',
  redispatch: '改派部门',
  take: '部门开始处理',
  extend: '延长时限',
  suspend: '暂缓处理',
  resume: '恢复处理',
  handle: '部门已经处理',
  reject: '核查不通过，退回部门',
  verify: '核查通过',
  close: '结案',
  dissatisfy: '评价不满意，重新处理',
  complain: '再次评价不满意，转交督办',
  conclude: '督办结案',
  reopen: '重新处理',
  escalate: '上报上一级',
  merge: '合并',
  unmerge: '撤销合并',
  withdraw: '撤回',
}
const SPOKEN: readonly Act[] = ['refuse', 'extend', 'suspend', 'handle', 'close', 'conclude', 'reopen']

const presentUpdates = (history: CaseEntry[]) =>
  history.flatMap(({ act, at, state, words, isInternal, departmentName }) => {
    const name = PUBLIC_STEPS[act]
    if (name === undefined || isInternal) return []
    return [
      {
        updated_datetime: dateTime(at),
        step: act,
        step_name: name,
        state,
        agency: departmentName,
        description: SPOKEN.includes(act) && words !== '' ? withoutNumbers(words) : null,
      },
    ]
  })

/** What staff last said of it where it ended. */
const lastReason = ({ history, state }: CaseRow): string => {
  const last = history.findLast((entry) => entry.state === state && SPOKEN.includes(entry.act))
  return withoutNumbers(last?.words ?? '')
}

const lastChange = ({ changeOrder, closedAt, isOpen }: CaseRow): number =>
  !isOpen && closedAt !== null ? closedAt : Number(changeOrder.slice(0, 13))

/** `shown`: what everyone may see of it. */
export function presentRequest(row: CaseRow, shown: PublicCase) {
  const position = shown.position && toWgs84(shown.position)
  const area = placeWords(row.streetCode ?? row.districtCode ?? row.cityCode)
  return {
    service_request_id: row.number,
    status: row.isOpen ? 'open' : 'closed',
    status_notes: row.isOpen ? NOTES[row.state] : NOTES[row.state] + lastReason(row),
    service_name: row.categoryName,
    service_code: row.categoryId,
    description: shown.description || null,
    agency_responsible: row.departmentName,
    service_notice: null,
    requested_datetime: dateTime(row.reportedAt),
    updated_datetime: dateTime(lastChange(row)),
    expected_datetime: row.isOpen && row.dueAt !== null ? dateTime(row.dueAt) : null,
    address: area + shown.address.replace(area, ''),
    address_id: row.streetCode,
    zipcode: null,
    lat: position?.latitude ?? null,
    long: position?.longitude ?? null,
    media_url: shown.before[0]?.pageUrl ?? null,
    extended_attributes: {
      state: row.state,
      is_approximate: shown.isApproximate,
      joined: row.joined,
      reopened: row.reopened,
      updates: presentUpdates(row.history),
    },
  }
}
