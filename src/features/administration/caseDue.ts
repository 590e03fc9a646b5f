import type { StaffCaseSummary } from '@contract/cases/cases'
import { type CaseState, isOpenState } from '@contract/cases/workflow'
import { momentWords, timeLeft } from '@/words/moments'

/** How a case stands with its time, in words for a row. Pure. */

type Timed = Pick<StaffCaseSummary, 'state' | 'dueAt' | 'isOverdue'>

export interface Due {
  tone: 'waiting' | 'wrong' | 'plain' | 'information'
  text: string
}

/** Less than this is soon: half a working day. */
const SOON = 4 * 3_600_000

/** The department has done its part: its deadline no longer runs. */
const AFTER_HANDLING: readonly CaseState[] = ['handled', 'verified', 'supervised']

const left = (until: number, now: number): string => {
  const { value, unit } = timeLeft(until, now)
  return `${value} ${unit}`
}

const overdue = ({ state, dueAt }: Timed, now: number): Due => {
  const isLate = dueAt !== null && dueAt < now && !AFTER_HANDLING.includes(state)
  return { tone: 'wrong', text: isLate ? `已超期 ${left(now, dueAt)}` : '这一步已超时' }
}

/** `还剩 3 小时`, `已超期 2 天`; null where no time runs any more. */
export const dueOf = (timed: Timed, now: number): Due | null => {
  const { state, dueAt, isOverdue } = timed
  if (!isOpenState(state)) return null
  if (state === 'suspended') return { tone: 'information', text: '挂账中，不计时' }
  if (isOverdue) return overdue(timed, now)
  if (dueAt === null || AFTER_HANDLING.includes(state)) return null
  const isSoon = dueAt - now < SOON
  return { tone: isSoon ? 'waiting' : 'plain', text: `还剩 ${left(dueAt, now)}` }
}

/** For the detail, with the moment itself: `11月23日 周一 15:00`. */
export const dueMoment = ({ state, dueAt }: Pick<Timed, 'state' | 'dueAt'>): string => {
  if (state === 'suspended') return '挂账中，不计时'
  return dueAt === null ? '没有期限' : momentWords(dueAt)
}
