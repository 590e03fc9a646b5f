import type { judging } from '../../contract/judging'
import type { ErrorOf } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import type { SignedInCaller } from '../platform/caller'
import type { Call } from '../platform/checks'
import { type JudgingMethods, subjectOf } from './chair'
import { recused } from './panel'
import { presentRecusals, presentSheet } from './presented'
import type { SeatRow, SessionRow, SheetRow } from './rows'
import { areScoresInRange, isRecused, judgeIdOf, mayAct, sheetIdOf } from './rules'
import * as store from './store'

/** What judges do: score entries, and stand aside where they may not judge. */

type JudgeCall = Pick<Call<{ sessionId: string }, SignedInCaller>, 'input' | 'caller'>

/** The caller's own seat with its session; null for everybody who does not sit on the panel. */
async function ownSeat({ input: { sessionId }, caller: { accountId } }: JudgeCall, rows: store.RowsTogether) {
  const [session, seat] = [
    await rows.findSession(sessionId),
    await rows.findSeat(judgeIdOf(sessionId, accountId)),
  ]
  return session && seat?.isSeated && seat.accountId === accountId ? { session, seat } : null
}

type Saving = Parameters<JudgingMethods['saveSheet']['run']>[0]
type SaveRefused = ErrorOf<(typeof judging)['saveSheet']>
type Saved = { refused: SaveRefused } | { before: SheetRow | null; after: SheetRow }

function refuseSheet(
  { session, seat }: { session: SessionRow; seat: SeatRow },
  sheet: SheetRow | null,
  { candidateId, scores, basedOn }: Saving['input'],
): SaveRefused | null {
  const { plan } = session
  if (!mayAct('score', session) || seat.closedAt !== null || !plan) return { code: 'session_not_open' }
  if (!session.entries.some((entry) => entry.candidateId === candidateId)) return { code: 'entry_not_found' }
  if (isRecused(seat, candidateId)) return { code: 'recused' }
  if (!areScoresInRange(scores, plan))
    return { code: 'scores_out_of_range', points: plan.criteria.map(({ points }) => points) }
  return (sheet?.version ?? 0) === basedOn ? null : { code: 'changed_meanwhile' }
}

/** The sheet and its judge's seat change together: see closing.ts for why. */
export const saveSheet: JudgingMethods['saveSheet']['run'] = async (call) => {
  const { input, requestId } = call
  const outcome = await store.together<Saved>(async (rows) => {
    const own = await ownSeat(call, rows)
    if (!own) return { refused: { code: 'session_not_found' } }
    const { seat } = own
    const before = await rows.findSheet(sheetIdOf(seat._id, input.candidateId))
    if (before?.history.some((entry) => entry.requestId === requestId)) return { before, after: before }
    const refusal = refuseSheet(own, before, input)
    if (refusal) return { refused: refusal }
    const after = savedSheet(before, seat._id, call)
    const scored = before ? seat.scored : [...seat.scored, input.candidateId]
    await rows.putSheet(after)
    await rows.putSeat({ ...seat, scored, version: seat.version + 1 })
    return { before, after }
  })
  if ('refused' in outcome) return fail(outcome.refused)
  // Scores stay out of the audit trail: whoever reads it may be the chair.
  call.note({
    subject: subjectOf(input.sessionId),
    before: { candidateId: input.candidateId, version: outcome.before?.version ?? 0 },
    after: { candidateId: input.candidateId, version: outcome.after.version },
  })
  return ok({ sheet: presentSheet(outcome.after) })
}

function savedSheet(before: SheetRow | null, judgeId: string, { input, requestId, now }: Saving): SheetRow {
  const { sessionId, candidateId, scores, remark } = input
  const version = (before?.version ?? 0) + 1
  return {
    _id: sheetIdOf(judgeId, candidateId),
    sessionId,
    judgeId,
    candidateId,
    scores,
    remark,
    savedAt: now,
    version,
    history: [...(before?.history ?? []), { requestId, at: now, version, scores }],
  }
}

type Recused = { refused: ErrorOf<(typeof judging)['recuseMyself']> } | { seat: SeatRow; isNew: boolean }

export const recuseMyself: JudgingMethods['recuseMyself']['run'] = async (call) => {
  const { sessionId, candidateId, reason } = call.input
  const outcome = await store.together<Recused>(async (rows) => {
    const own = await ownSeat(call, rows)
    if (!own) return { refused: { code: 'session_not_found' } }
    const { session, seat } = own
    // By this request tried again, or by the chair: either way it is as was asked.
    if (isRecused(seat, candidateId)) return { seat, isNew: false }
    if (!mayAct('recuse', session) || seat.closedAt !== null) return { refused: { code: 'session_not_open' } }
    if (!session.entries.some((entry) => entry.candidateId === candidateId))
      return { refused: { code: 'entry_not_found' } }
    const after = recused(seat, {
      candidateId,
      reason,
      by: 'judge',
      at: call.now,
      requestId: call.requestId,
    })
    await rows.putSeat(after)
    return { seat: after, isNew: true }
  })
  if ('refused' in outcome) return fail(outcome.refused)
  if (outcome.isNew)
    call.note({
      subject: subjectOf(sessionId),
      before: { isRecused: false },
      after: { isRecused: true, candidateId },
    })
  return ok({ recusals: presentRecusals(outcome.seat) })
}
