import type { Health, ProblemKind } from '@contract/administration'
import { clockWords, dayWords } from '@/words/moments'

/** Whether the program runs, in words. */

const MINUTE = 60_000
/** Timers run every minute; two may be missed while an instance starts. */
const LATE_AFTER = 3 * MINUTE

type Timer = Health['timers'][number]

export const isLate = ({ lastRunAt }: Pick<Timer, 'lastRunAt'>, now: number): boolean =>
  now - lastRunAt > LATE_AFTER

/** By word and shape: late first, since a late timer's last outcome is old. */
export const timerState = (
  timer: Pick<Timer, 'lastRunAt' | 'outcome'>,
  now: number,
): { tone: 'done' | 'wrong' | 'waiting'; text: string } => {
  if (isLate(timer, now)) return { tone: 'waiting', text: '很久没有运行' }
  return timer.outcome === 'ok' ? { tone: 'done', text: '正常' } : { tone: 'wrong', text: '上次出错' }
}

export const problemWords: Record<ProblemKind, string> = {
  defect: '程序出错',
  busy: '数据库没有应答',
  slow: '太慢',
}

/** `11月21日 16:20:05`, precise enough to be looked for in a log. */
export const preciseWords = (time: number): string =>
  `${dayWords(time)} ${clockWords(time)}:${String(Math.floor(time / 1000) % 60).padStart(2, '0')}`

/** `85 毫秒`, `2.4 秒` */
export const durationWords = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} 毫秒` : `${(milliseconds / 1000).toFixed(1)} 秒`

/** How long ago, in its largest unit. */
export const agoWords = (time: number, now: number): string => {
  const minutes = Math.floor(Math.max(now - time, 0) / MINUTE)
  if (minutes < 1) return '不到 1 分钟前'
  if (minutes < 60) return `${minutes} 分钟前`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`
}
