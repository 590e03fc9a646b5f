import type { MySession, SessionEntry, Sheet } from '@contract/judging'
import { inOrder } from '@/words/judging'

/** How far a judge has come in a session. Pure. */

export type EntryState = 'waiting' | 'scored' | 'recused'

type Seen = Pick<MySession, 'entries' | 'recusals' | 'sheets'>

export const sheetOf = ({ sheets }: Pick<MySession, 'sheets'>, candidateId: string): Sheet | null =>
  sheets.find((sheet) => sheet.candidateId === candidateId) ?? null

export const recusalOf = ({ recusals }: Pick<MySession, 'recusals'>, candidateId: string) =>
  recusals.find((recusal) => recusal.candidateId === candidateId) ?? null

export const entryState = (session: Seen, candidateId: string): EntryState => {
  if (recusalOf(session, candidateId)) return 'recused'
  return sheetOf(session, candidateId) ? 'scored' : 'waiting'
}

const LAST = Number.MAX_SAFE_INTEGER

export const totalOf = ({ scores }: Pick<Sheet, 'scores'>): number =>
  scores.reduce((total, score) => total + score, 0)

/** Entries that this judge is to score, and how many of them have a sheet. */
export const progressOf = (session: Seen): { done: number; due: number } => {
  const states = session.entries.map(({ candidateId }) => entryState(session, candidateId))
  return {
    done: states.filter((state) => state === 'scored').length,
    due: states.filter((state) => state !== 'recused').length,
  }
}

/**
 * What to score now: who is speaking, else whoever has spoken without a sheet. The selection group reads files and
 * takes them in their order. Null: nothing waits.
 */
export const nextToScore = (session: MySession): SessionEntry | null => {
  const waiting = inOrder(session.entries).filter(
    ({ candidateId }) => entryState(session, candidateId) === 'waiting',
  )
  if (session.kind === 'selectionGroup') return waiting[0] ?? null
  const speaking = session.entries.find(({ candidateId }) => candidateId === session.speaking)
  if (!speaking) return null
  return (
    waiting.find(({ candidateId }) => candidateId === speaking.candidateId) ??
    waiting.find(({ turn }) => (turn ?? LAST) < (speaking.turn ?? 0)) ??
    null
  )
}
