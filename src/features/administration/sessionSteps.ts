import { panelNeeded } from '@contract/campaigns'
import type { ChairView, SessionEntry } from '@contract/judging'
import { inOrder } from '@/words/judging'

/** What the chair of a session of judges does next, and how far the judges are. Pure. */

export type SessionStep = 'seat' | 'commit' | 'draw' | 'open' | 'call' | 'close' | 'done'

type Progress = ChairView['progress'][number]

const LAST = Number.MAX_SAFE_INTEGER

export const speakerOf = ({ entries, speaking }: ChairView): SessionEntry | null =>
  entries.find(({ candidateId }) => candidateId === speaking) ?? null

/** Who comes after whoever is speaking; the selection group reads files, so nobody speaks there. */
export const nextSpeaker = (view: ChairView): SessionEntry | null => {
  if (view.kind === 'selectionGroup') return null
  const turn = speakerOf(view)?.turn ?? 0
  return inOrder(view.entries).find((entry) => (entry.turn ?? 0) > turn) ?? null
}

export const nextSessionStep = (view: ChairView): SessionStep => {
  if (view.state === 'preparing') return view.panel.length < panelNeeded(view.plan) ? 'seat' : 'commit'
  if (view.state === 'committed') return 'draw'
  if (view.state === 'drawn') return 'open'
  if (view.state === 'closed') return 'done'
  return nextSpeaker(view) ? 'call' : 'close'
}

export const progressOf = ({ progress }: ChairView, candidateId: string): Progress | null =>
  progress.find((each) => each.candidateId === candidateId) ?? null

/** `9 位评委已有 7 位评分` */
export const scoredWords = ({ scored, expected }: Pick<Progress, 'scored' | 'expected'>): string =>
  `${expected} 位评委已有 ${scored} 位评分`

/** Sheets of all entries together. */
export const sheetsGiven = ({ progress }: ChairView): { scored: number; expected: number } =>
  progress.reduce(
    (sum, { scored, expected }) => ({ scored: sum.scored + scored, expected: sum.expected + expected }),
    { scored: 0, expected: 0 },
  )

/** Whether sheets of this entry can be waited for: it speaks or has spoken, or nobody speaks at all. */
export const isDue = (view: ChairView, { turn }: SessionEntry): boolean =>
  view.state === 'open' && (view.kind === 'selectionGroup' || (turn ?? LAST) <= (speakerOf(view)?.turn ?? 0))

/** Entries without every sheet, by name, with who is missing. */
export const missingSheets = (view: ChairView): { candidateId: string; name: string; missing: string[] }[] =>
  inOrder(view.entries).flatMap(({ candidateId, name }) => {
    const missing = progressOf(view, candidateId)?.missing ?? []
    return missing.length > 0 ? [{ candidateId, name, missing }] : []
  })
