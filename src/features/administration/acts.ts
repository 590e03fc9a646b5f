import type { AuditEntry } from '@contract/administration'
import { errorCodeText } from '@/cloud/errorText'
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
  /** When it was asked for. */
  at: number
  lines: Line[]
}

const keyOf = ({ accountId, service, method, requestId, at }: AuditEntry): string =>
  [accountId, service, method, requestId ?? at].join('/')

const toAct = (key: string, entries: AuditEntry[]): Act | null => {
  const [first] = entries
  if (!first) return null
  const done = entries.find(({ step }) => step === 'done')
  const isFine = done?.outcome === 'ok'
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
    at: Math.min(...entries.map(({ at }) => at)),
    lines: inputLines(first.method, first.input),
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
