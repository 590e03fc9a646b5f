import type { ExportSection } from '../../contract/ownData'
import { ok } from '../../contract/result'
import { shanghaiTime } from '../platform/clock'
import type { Forget } from '../platform/forgetting'
import type { JudgingMethods } from './chair'
import type { SeatRow, SessionRow, SheetRow } from './rows'
import { mayAct } from './rules'
import { totalOf } from './scoring'
import * as store from './store'
import { MEMBER_NAMES, points } from './words'

/** What is kept about a judge, in words they can read, and what becomes of it when they delete their account. */

const seatItem = (seat: SeatRow, session: SessionRow | undefined): ExportSection['items'][number] => ({
  评审: session?.name ?? '',
  姓名: seat.name,
  来自: MEMBER_NAMES[seat.memberKind],
  加入时间: shanghaiTime(seat.seatedAt),
  状态: seat.isSeated ? '在评审组' : '已退出',
  回避: seat.recusals.map((one) => `${nameOfEntry(session, one.candidateId)}（${one.reason}）`).join('；'),
})

const sheetItem = (sheet: SheetRow, session: SessionRow | undefined): ExportSection['items'][number] => ({
  评审: session?.name ?? '',
  对象: nameOfEntry(session, sheet.candidateId),
  各项分数: sheet.scores.map(points).join('、'),
  总分: points(totalOf(sheet)),
  评语: sheet.remark,
  时间: shanghaiTime(sheet.savedAt),
})

const nameOfEntry = (session: SessionRow | undefined, candidateId: string): string =>
  session?.entries.find((entry) => entry.candidateId === candidateId)?.name ?? candidateId

export const exportMyData: JudgingMethods['exportMyData'] = async ({ caller }) => {
  const seats = await store.listSeatsOf(caller.accountId)
  const sessions = await store.listSessionsById(seats.map(({ sessionId }) => sessionId))
  const sessionOf = new Map(sessions.map((session) => [session._id, session]))
  const sheets: SheetRow[] = []
  for (const { sessionId, _id } of seats) sheets.push(...(await store.listSheetsOf(sessionId, _id)))
  const sections: ExportSection[] = [
    { title: '担任评委', items: seats.map((seat) => seatItem(seat, sessionOf.get(seat.sessionId))) },
    { title: '评分表', items: sheets.map((sheet) => sheetItem(sheet, sessionOf.get(sheet.sessionId))) },
  ]
  return ok({ sections })
}

/**
 * Seats and sheets are records of a panel's decision and stay, without the account. The name stays as well once the
 * panel is fixed, for it stands in the minutes; before that the seat can still be given to somebody else.
 */
export const forget: Forget = async (accountId, requestedAt) => {
  const seats = (await store.listSeatsOf(accountId)).filter(({ seatedAt }) => seatedAt <= requestedAt)
  const sessions = await store.listSessionsById(seats.map(({ sessionId }) => sessionId))
  const loose = new Set(sessions.filter((session) => mayAct('unseat', session)).map((session) => session._id))
  for (const seat of seats) {
    const isRecord = seat.isSeated && !loose.has(seat.sessionId)
    await store.dropAccount(seat, isRecord ? seat.name : '已注销')
  }
}
