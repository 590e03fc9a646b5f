import { type JudgingPlan, panelNeeded } from '../../contract/campaigns'
import type { SessionKind, SessionState } from '../../contract/judging'
import { PANEL_MAX } from '../../contract/limits'
import type { CampaignRow } from '../platform/campaigns/rows'
import { keyedName } from '../platform/secrets'
import type { SeatRow, SessionRow } from './rows'
import { type CountedSheet, sheetsNeeded } from './scoring'

/** Decisions about sessions of panels. Pure: values in, values out, time passed in. */

export const sessionIdOf = (campaignId: string, kind: SessionKind): string => `${campaignId}-${kind}`
export const judgeIdOf = (sessionId: string, accountId: string): string =>
  keyedName('seat', sessionId, accountId)
export const sheetIdOf = (judgeId: string, candidateId: string): string => `${judgeId}-${candidateId}`

/**
 * What may be done in which state, and the state it leads to (null: the state stays). A draw comes first, where
 * entries speak in turn; the selection group reads files, so fixing its entries leads to where it can be opened.
 */
export const ACTS = {
  seat: { from: ['preparing', 'committed', 'drawn', 'open'], to: null },
  unseat: { from: ['preparing', 'committed'], to: null },
  recuse: { from: ['committed', 'drawn', 'open'], to: null },
  commit: { from: ['preparing'], to: { experts: 'committed', selectionGroup: 'drawn' } },
  draw: { from: ['committed'], to: { experts: 'drawn', selectionGroup: 'drawn' } },
  open: { from: ['drawn'], to: { experts: 'open', selectionGroup: 'open' } },
  call: { from: ['open'], to: null },
  close: { from: ['open'], to: { experts: 'closed', selectionGroup: 'closed' } },
  score: { from: ['open'], to: null },
  printMinutes: { from: ['closed'], to: null },
} as const satisfies Record<
  string,
  { from: readonly SessionState[]; to: Record<SessionKind, SessionState> | null }
>
export type Act = keyof typeof ACTS

/** Nobody is called to speak before the selection group. */
const WITHOUT_SPEAKERS: ReadonlySet<Act> = new Set<Act>(['call'])

export const mayAct = (act: Act, { state, kind }: Pick<SessionRow, 'state' | 'kind'>): boolean =>
  (ACTS[act].from as readonly SessionState[]).includes(state) &&
  !(kind === 'selectionGroup' && WITHOUT_SPEAKERS.has(act))

export const stateAfter = (act: Act, { state, kind }: Pick<SessionRow, 'state' | 'kind'>): SessionState =>
  ACTS[act].to?.[kind] ?? state

/** The plan that a kind of session takes from its campaign; null: the campaign has no such session. */
export function planOf(
  { selectionGroup, experts }: Pick<CampaignRow, 'selectionGroup' | 'experts'>,
  kind: SessionKind,
): { plan: JudgingPlan; winners: number } | null {
  if (kind === 'selectionGroup') return selectionGroup && { plan: selectionGroup, winners: 0 }
  if (!experts) return null
  const { winners, ...plan } = experts
  return { plan, winners }
}

/** Enough for the plan, so that dropping leaves a judgement. */
export const isPanelEnough = (judges: number, plan: JudgingPlan): boolean => judges >= panelNeeded(plan)
export const isPanelFull = (judges: number): boolean => judges >= PANEL_MAX

/** Until the draw is near the panel is free; once it is committed it must stay large enough. */
export const mayUnseat = ({ state, judgeIds }: SessionRow, plan: JudgingPlan): boolean =>
  state === 'preparing' || isPanelEnough(judgeIds.length - 1, plan)

export const isRecused = ({ recusals }: Pick<SeatRow, 'recusals'>, candidateId: string): boolean =>
  recusals.some((recusal) => recusal.candidateId === candidateId)

/** One score per criterion, from 0 to its points. */
export const areScoresInRange = (scores: number[], { criteria }: JudgingPlan): boolean =>
  scores.length === criteria.length &&
  scores.every((score, index) => score >= 0 && score <= (criteria[index]?.points ?? 0) * 100)

export interface Progress {
  candidateId: string
  scored: number
  expected: number
  missing: string[]
}

/** Of each entry: who must score it and who has. */
export const progressOf = (entries: { candidateId: string }[], panel: SeatRow[]): Progress[] =>
  entries.map(({ candidateId }) => {
    const due = panel.filter((seat) => !isRecused(seat, candidateId))
    const missing = due.filter(({ scored }) => !scored.includes(candidateId)).map(({ name }) => name)
    return { candidateId, scored: due.length - missing.length, expected: due.length, missing }
  })

/** Sheets that count: those of judges who sit on the panel and are not recused from the entry. */
export function countingSheets<S extends CountedSheet>(sheets: S[], panel: SeatRow[]): S[] {
  const seats = new Map(panel.map((seat) => [seat._id, seat]))
  return sheets.filter(({ judgeId, candidateId }) => {
    const seat = seats.get(judgeId)
    return seat !== undefined && !isRecused(seat, candidateId)
  })
}

export type CloseRefusal =
  | { code: 'sheets_missing'; missing: { candidateId: string; names: string[] }[] }
  | { code: 'too_few_sheets'; candidateIds: string[] }

/** What stands between a session and its close. */
export function refuseClose(
  entries: { candidateId: string }[],
  panel: SeatRow[],
  plan: JudgingPlan,
  isExcused: boolean,
): CloseRefusal | null {
  const progress = progressOf(entries, panel)
  const tooFew = progress.filter(({ scored }) => scored < sheetsNeeded(plan))
  const incomplete = progress.filter(({ missing }) => missing.length > 0)
  if (incomplete.length > 0 && !isExcused)
    return {
      code: 'sheets_missing',
      missing: incomplete.map(({ candidateId, missing }) => ({ candidateId, names: missing })),
    }
  if (tooFew.length > 0)
    return { code: 'too_few_sheets', candidateIds: tooFew.map(({ candidateId }) => candidateId) }
  return null
}
