import type { judging, SessionState } from '../../contract/judging'
import { fail, ok, type Result } from '../../contract/result'
import type { SignedInCaller } from '../platform/caller'
import type { Call } from '../platform/checks'
import type { Methods } from '../platform/serve'
import type { SessionHistoryEntry, SessionRow } from './rows'
import { type Act, mayAct, stateAfter } from './rules'
import * as store from './store'

/** How every act of the chair goes: on the version that the chair has seen, in a state that allows it, once. */

export type JudgingMethods = Methods<typeof judging>

export type ChairInput = { sessionId: string; version: number }
export type ChairCall<I extends ChairInput = ChairInput> = Call<I, SignedInCaller>

export const placeOfSession = async ({ sessionId }: { sessionId: string }): Promise<string | null> =>
  (await store.findSession(sessionId))?.cityCode ?? null

export const subjectOf = (sessionId: string): string => `session/${sessionId}`

export interface Done {
  version: number
  state: SessionState
}

type Refused = { code: 'session_not_found' | 'session_not_ready' | 'changed_meanwhile' }

/** Null: the act may go on. `done`: this very request was carried out before, with this answer. */
export function refuseAct(
  act: Act,
  session: SessionRow | null,
  { input, requestId }: Pick<ChairCall, 'input' | 'requestId'>,
): { done: Done } | { refused: Refused } | null {
  if (!session) return { refused: { code: 'session_not_found' } }
  const done = session.history.find((entry) => entry.requestId === requestId)
  if (done) return { done: { version: done.version, state: done.state } }
  if (session.version !== input.version) return { refused: { code: 'changed_meanwhile' } }
  return mayAct(act, session) ? null : { refused: { code: 'session_not_ready' } }
}

/** The session as this act leaves it. */
export function afterAct(
  act: Act,
  session: SessionRow,
  changes: Partial<SessionRow>,
  { caller, requestId, now }: Pick<ChairCall, 'caller' | 'requestId' | 'now'>,
): SessionRow {
  const [version, state] = [session.version + 1, stateAfter(act, session)]
  const entry: SessionHistoryEntry = { act, requestId, accountId: caller.accountId, at: now, version, state }
  return { ...session, ...changes, version, state, history: [...session.history, entry] }
}

export const noteAct = ({ note }: Pick<ChairCall, 'note'>, before: SessionRow, after: SessionRow) =>
  note({ subject: subjectOf(before._id), before: traced(before), after: traced(after) })

const traced = ({ state, version, judgeIds, draw, excused, speaking }: SessionRow) => ({
  state,
  version,
  panel: judgeIds.length,
  commitment: draw?.commitment ?? null,
  speaking,
  excused,
})

/** What an act changes of the session, or why it cannot be. */
type Step<E> = (
  session: SessionRow,
  rows: store.RowsTogether,
) => Promise<{ changes: Partial<SessionRow> } | { refused: E }>

/** Carries an act out in one transaction; `step` may write other rows with it. */
export async function chairAct<E extends { code: string }>(
  act: Act,
  call: ChairCall,
  step: Step<E | Refused>,
): Promise<Result<Done, E | Refused>> {
  const outcome = await store.together(async (rows) => {
    const session = await rows.findSession(call.input.sessionId)
    const early = refuseAct(act, session, call)
    if (early || !session) return early ?? { refused: { code: 'session_not_found' as const } }
    const stepped = await step(session, rows)
    if ('refused' in stepped) return stepped
    const after = afterAct(act, session, stepped.changes, call)
    await rows.putSession(after)
    return { before: session, after }
  })
  if ('refused' in outcome) return fail(outcome.refused)
  if ('done' in outcome) return ok(outcome.done)
  noteAct(call, outcome.before, outcome.after)
  return ok({ version: outcome.after.version, state: outcome.after.state })
}
