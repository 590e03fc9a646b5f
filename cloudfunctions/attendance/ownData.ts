import type { ExportSection } from '../../contract/ownData'
import { ok } from '../../contract/result'
import type { AttendanceState, Check } from '../../contract/volunteering/presence'
import { shanghaiTime } from '../platform/clock'
import type { Forget } from '../platform/forgetting'
import type { AttendanceRow } from '../platform/volunteering/rows'
import type { AttendanceMethods } from './presenting'
import * as store from './store'

/** What is kept about where somebody was, and what becomes of it when the account is deleted. */

const STATES: Record<AttendanceState, string> = {
  present: '已签到',
  toConfirm: '等待负责人确认',
  credited: '已计时长',
  absent: '缺席',
  excused: '缺席，已说明原因',
}

const checkWords = (check: Check | null): string | null => {
  if (!check) return null
  const distance = check.distance === null ? '' : `，离活动地点 ${check.distance} 米`
  return `${shanghaiTime(check.at)}，${check.grade} 级证据${distance}`
}

const itemOf = (row: AttendanceRow): ExportSection['items'][number] => ({
  活动: row.theme,
  组织: row.organisationName,
  岗位: row.roleName,
  状态: STATES[row.state],
  签到: checkWords(row.checkIn),
  签退: checkWords(row.checkOut),
  时长: `${row.minutes} 分钟`,
})

const PAGE = 100
/** Years of several activities a week. */
const PAGES = 20

export const exportMyData: AttendanceMethods['exportMyData'] = async ({ caller }) => {
  const rows: AttendanceRow[] = []
  for (let page = 0; page < PAGES; page++) {
    const more = await store.listOwn(caller.accountId, PAGE, page * PAGE)
    rows.push(...more)
    if (more.length < PAGE) break
  }
  return ok({ sections: [{ title: '活动签到', items: rows.map(itemOf) }] })
}

/** Where somebody was says much about a person, and is nobody else's record: it goes. */
export const forget: Forget = async (accountId, requestedAt) => {
  while ((await store.removeOf(accountId, requestedAt)) > 0);
}
