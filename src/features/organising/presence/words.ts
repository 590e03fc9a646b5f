import type { Confirmed } from '@contract/attendance'
import type { Check, Direction, RosterRow } from '@contract/volunteering/presence'
import { clockWords } from '@/words/moments'
import { gradeWords, minutesWords } from '@/words/volunteering'

/** What leaders' pages say alike of who is there. Pure. */

export const directionWords: Record<Direction, string> = { in: '签到', out: '签退' }

/** Why somebody was not confirmed. */
export const notConfirmedWords: Record<Extract<Confirmed, { ok: false }>['reason'], string> = {
  unknown: '不是登记的志愿者，或者这场活动只限本队队员',
  own: '不能确认自己，要请另一位负责人',
  notCheckedIn: '还没有签到，先确认签到',
  already: '已经确认过',
  notInTime: '时间不在签到签退的时间里，或者签退早于签到',
}

/** What a leader looks for. */
export type Standing = 'missing' | 'here' | 'gone' | 'toConfirm'

export const standingWords: Record<Standing, string> = {
  missing: '还没到',
  here: '已签到',
  gone: '已签退',
  toConfirm: '等你确认',
}

const needsConfirming = (check: Check | null): boolean => check?.grade === 'C'

export function standingOf({ presence }: Pick<RosterRow, 'presence'>): Standing {
  if (!presence?.checkIn) return 'missing'
  if (needsConfirming(presence.checkIn) || needsConfirming(presence.checkOut)) return 'toConfirm'
  return presence.checkOut ? 'gone' : 'here'
}

const distanceWords = ({ place, distance }: Check): string =>
  place === 'unknown' ? '没有位置' : `离活动地点 ${distance ?? 0} 米`

const evidenceWords = (check: Check): string => {
  if (check.isAutomatic) return '按计划结束时间'
  const code = { live: '现场码', late: '没有网络时的码', none: '没有用码' }[check.code]
  return check.isConfirmed ? '负责人确认' : `${code}，${distanceWords(check)}`
}

/** `09:03 · B 级 · 负责人确认` */
export const checkWords = (check: Check): string =>
  `${clockWords(check.at)} · ${gradeWords[check.grade].name} · ${evidenceWords(check)}`

/** One line under the name. */
export function rosterLine(row: RosterRow): string {
  const { roleName, isWalkIn, isMinor, presence } = row
  const who = [isWalkIn ? '没有报名' : (roleName ?? ''), isMinor ? '未成年' : ''].filter(Boolean)
  if (presence?.state === 'excused') return [...who, '缺席，已说明原因'].join(' · ')
  if (presence?.state === 'absent') return [...who, '缺席'].join(' · ')
  const times = [
    presence?.checkIn ? `${clockWords(presence.checkIn.at)} 到` : '',
    presence?.checkOut ? `${clockWords(presence.checkOut.at)} 走` : '',
    presence?.state === 'credited' ? `计 ${minutesWords(presence.minutes)}` : '',
  ].filter(Boolean)
  return [...who, ...times].join(' · ')
}

const ORDER: readonly Standing[] = ['toConfirm', 'missing', 'here', 'gone']

/** Those first with whom something is to be done; among them by name. */
export const inOrder = (rows: readonly RosterRow[]): RosterRow[] =>
  [...rows].sort(
    (one, other) =>
      ORDER.indexOf(standingOf(one)) - ORDER.indexOf(standingOf(other)) ||
      one.name.localeCompare(other.name, 'zh-Hans-CN'),
  )

/** What became of several, in one sentence. */
export function outcomeWords(direction: Direction, confirmed: readonly Confirmed[]): string {
  const done = confirmed.filter(({ ok }) => ok).length
  const reasons = new Set(confirmed.flatMap((one) => (one.ok ? [] : [notConfirmedWords[one.reason]])))
  const failed = confirmed.length - done
  const said = done > 0 ? `已确认 ${done} 人${directionWords[direction]}。` : ''
  return failed === 0 ? said : `${said}${failed} 人没有确认：${[...reasons].join('；')}。`
}
