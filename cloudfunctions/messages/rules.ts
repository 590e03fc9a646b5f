import * as v from 'valibot'
import { MESSAGE_KINDS, type MessageKind, type QuietHours } from '../../contract/messages'
import { shanghaiMinuteOfDay, shanghaiTime } from '../platform/clock'

/** Decisions about messages. Pure. */

const MINUTE = 60_000
const MINUTES_PER_DAY = 1440

/** 噪声污染防治法 calls 22:00 to 6:00 night; one hour more, since what is not urgent can wait for breakfast. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: 22 * 60, until: 7 * 60 }

/** Somebody is at a desk under this person's name now: that must be known now. */
const URGENT: ReadonlySet<MessageKind> = new Set<MessageKind>(['deskSignedIn'])

/** When the quiet hours end that it is in now; null outside them. Hours of no length are none. */
export function quietUntil(quietHours: QuietHours | null, now: number): number | null {
  if (!quietHours) return null
  const { from, until } = quietHours
  const minute = shanghaiMinuteOfDay(now)
  const isQuiet = from <= until ? from <= minute && minute < until : minute >= from || minute < until
  if (!isQuiet) return null
  const left = (until - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY
  return (Math.floor(now / MINUTE) + left) * MINUTE
}

/** What is put into a field of a WeChat template. */
const FIELD_VALUES = ['title', 'line', 'time'] as const

const template = v.strictObject({
  templateId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  term: v.picklist(['once', 'long']),
  fields: v.record(v.string(), v.picklist(FIELD_VALUES)),
})
const templates = v.record(v.picklist(MESSAGE_KINDS), template)

export type Template = v.InferOutput<typeof template>
export type Templates = Partial<Record<MessageKind, Template>>

/** Reads the value of MESSAGE_TEMPLATES; throws with the place where it is wrong. */
export function parseTemplates(value: string | undefined): Templates {
  if (!value) return {}
  const parsed = v.safeParse(templates, JSON.parse(value))
  if (parsed.success) return parsed.output
  throw new Error(
    `MESSAGE_TEMPLATES: ${v.getDotPath(parsed.issues[0]) ?? 'value'}: ${parsed.issues[0].message}`,
  )
}

/** WeChat refuses a longer value, and with it the whole message. */
const FIELD_LENGTH = 20

/** By whole characters, so that none is cut in half. */
const cut = (text: string): string => [...text].slice(0, FIELD_LENGTH).join('')

export function fieldValues(
  { fields }: Template,
  message: { title: string; line: string; createdAt: number },
): Record<string, string> {
  const { title, line, createdAt } = message
  // An empty field is refused like one that is too long.
  const values = { title: cut(title), line: cut(line || title), time: shanghaiTime(createdAt) }
  return Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, values[name]]))
}

export type Decision =
  | { act: 'notWanted' }
  | { act: 'wait'; until: number }
  | { act: 'send'; template: Template }

/** What the outbox does with a message that is due. */
export function decide(
  kind: MessageKind,
  template: Template | undefined,
  agreedTo: string | null,
  quietHours: QuietHours | null,
  now: number,
): Decision {
  if (!template || agreedTo !== template.templateId) return { act: 'notWanted' }
  const until = URGENT.has(kind) ? null : quietUntil(quietHours, now)
  return until === null ? { act: 'send', template } : { act: 'wait', until }
}

/** Growing pauses: a hiccup is over in a minute, an outage of WeChat's in hours. A failure after the last is final. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE]

/** When to try again after so many failed attempts; null: never. */
export function tryAgainAt(attempts: number, now: number): number | null {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : now + pause
}

/** Kinds of messages, as people call them. */
export const KIND_NAMES: Record<MessageKind, string> = {
  roleGranted: '获得职责',
  roleEnded: '职责结束',
  deskSignedIn: '电脑登录提醒',
  resultsPublished: '结果公布',
  contentReleased: '内容通过审核',
  contentHidden: '内容不予公开',
  nominationReviewed: '申报审核',
  sessionOpened: '评审开始',
  contentAnswered: '意见有了答复',
  caseMoved: '随申拍进展',
  caseWork: '案件办理提醒',
  activityMoved: '志愿活动变化',
  activityReminder: '志愿活动提醒',
  hoursMoved: '服务时长变化',
  teamAnswered: '服务队答复',
  volunteerWork: '志愿服务工作提醒',
}

/** `07:00` of 420. */
export const clockText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
