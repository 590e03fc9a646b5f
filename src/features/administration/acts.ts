import type { AuditEntry } from '@contract/administration'
import { errorCodeText } from '@/cloud/errorText'
import { type Change, changesOf } from './changeWords'
import { inputLines, type Line } from './inputWords'
import { actWords } from './words'

/** One act of a member of staff, joined from the entries before and after its work. */
export interface Act {
  key: string
  title: string
  outcome: { tone: 'done' | 'wrong' | 'waiting'; text: string }
  /** Why it failed, when the cloud said so. */
  trouble: string | null
  accountId: string
  /** Under which the person held the role that allowed it. */
  name: string
  placeCode: string
  /** When it was asked for. */
  at: number
  lines: Line[]
  /** `kind/id` of what was changed. */
  subject: string | null
  /** What it found and what it left, where they differ. */
  changes: Change[]
  /** From which device and network address. */
  from: string
}

const keyOf = ({ accountId, service, method, requestId, at }: AuditEntry): string =>
  [accountId, service, method, requestId ?? at].join('/')

const originWords = (from: string): string => from.replace(/^wechat/, '微信').replace(/^desk/, '电脑')

const toAct = (key: string, entries: AuditEntry[]): Act | null => {
  const [first] = entries
  if (!first) return null
  const done = entries.find(({ step }) => step === 'done')
  const isFine = done?.outcome === 'ok'
  const changes = done ? changesOf(done) : []
  const unfinished = { tone: 'waiting', text: '没有完成' } as const
  const finished = isFine
    ? ({ tone: 'done', text: '完成' } as const)
    : ({ tone: 'wrong', text: '没有做成' } as const)
  return {
    key,
    title: actWords(first.method),
    outcome: done ? finished : unfinished,
    trouble: done?.outcome && !isFine ? errorCodeText(done.outcome) : null,
    accountId: first.accountId,
    name: first.name,
    placeCode: first.placeCode,
    from: originWords(first.from),
    subject: done?.subject ?? null,
    changes,
    // What the change says already is not said twice.
    lines: inputLines(first.method, first.input).filter(
      ({ key, value }) => !changes.some((change) => change.key === key && change.after === value),
    ),
    at: Math.min(...entries.map(({ at }) => at)),
  }
}

/** Joins what belongs to one request; the order of the newest entries stays. */
export const actsOf = (entries: AuditEntry[]): Act[] => {
  const byKey = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  return [...byKey].flatMap(([key, joined]) => toAct(key, joined) ?? [])
}
