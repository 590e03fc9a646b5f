import { fail, ok } from '../../contract/result'
import type { SessionResultRow } from '../platform/campaigns/rows'
import { afterAct, type Done, type JudgingMethods, noteAct, refuseAct } from './chair'
import { revealed } from './course'
import type { SeatRow, SessionRow } from './rows'
import { type CloseRefusal, countingSheets, refuseClose } from './rules'
import { rankEntries } from './scoring'
import * as store from './store'
import { publishedVotes } from './votes'

/**
 * The close. No sheet may come after it, and the results must be those of exactly the sheets that are stored.
 *
 * A transaction sees one moment of the database, and two conflict only where both write the same row: reading the
 * session in the transaction that saves a sheet would therefore not stop a close that is under way. If each save
 * wrote the session, a whole panel that saves at once would wait for one another. So each save writes its judge's
 * own seat, whose version counts the saves, and the close writes every seat of the panel:
 * - A save that was there first has raised its seat's version. The close notices that this is not the version it has
 *   counted with, and counts again.
 * - A save that is under way has a seat in hand that the close needs: one of the two is told of the conflict and
 *   begins anew.
 * - A save that comes later finds the seat closed.
 * Judges never meet each other, however many save at once.
 */

/** Each time a judge has saved in between; a panel does not go on like that. */
const ATTEMPTS = 8

type CloseCall = Parameters<JudgingMethods['closeSession']['run']>[0]

interface Closing {
  before: SessionRow
  after: SessionRow
  panel: SeatRow[]
  result: SessionResultRow
}

export const closeSession: JudgingMethods['closeSession']['run'] = async (call) => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const session = await store.findSession(call.input.sessionId)
    const early = refuseAct('close', session, call)
    if (early && 'done' in early) return ok(early.done)
    if (early) return fail(early.refused)
    if (!session) return fail({ code: 'session_not_found' })
    const prepared = await prepare(session, call)
    if ('code' in prepared) return fail(prepared)
    const closed = await write(prepared, call.requestId)
    if (closed === 'again') continue
    noteAct(call, prepared.before, prepared.after)
    return ok(closed)
  }
  return fail({ code: 'changed_meanwhile' })
}

/** Counts what is stored now. The panel is read first: a sheet that comes after it is noticed by its seat's version. */
async function prepare(session: SessionRow, call: CloseCall): Promise<Closing | CloseRefusal> {
  const { plan, draw } = session
  if (!plan || !draw) throw new Error(`session ${session._id} is open without a plan or a draw`)
  const panel = await store.listPanel(session)
  const refusal = refuseClose(session.entries, panel, plan, call.input.excused !== null)
  if (refusal) return refusal
  const [sheets, votes] = await Promise.all([
    store.listSheets(session._id),
    publishedVotes(session.campaignId),
  ])
  const drawn = revealed(session._id, draw, call.now)
  const entries = rankEntries(session.entries, countingSheets(sheets, panel), {
    plan,
    winners: session.winners,
    seed: drawn.seed,
    votes,
  })
  const isComplete = refuseClose(session.entries, panel, plan, false) === null
  const excused = isComplete ? null : call.input.excused
  const { _id: sessionId, campaignId, kind } = session
  return {
    before: session,
    after: afterAct('close', session, { draw: drawn, excused, closedAt: call.now }, call),
    panel,
    result: { _id: `${campaignId}-${kind}`, campaignId, kind, sessionId, entries, closedAt: call.now },
  }
}

/** Writes session, seats and result as one, if nothing has changed since they were read. */
const write = ({ before, after, panel, result }: Closing, requestId: string): Promise<Done | 'again'> =>
  store.together(async (rows) => {
    const session = await rows.findSession(before._id)
    const done = session?.history.find((entry) => entry.requestId === requestId)
    if (done) return { version: done.version, state: done.state }
    if (session?.version !== before.version) return 'again'
    for (const { _id, version } of panel) {
      const seat = await rows.findSeat(_id)
      if (seat?.version !== version) return 'again'
      await rows.putSeat({ ...seat, closedAt: after.closedAt, version: version + 1 })
    }
    await rows.putResult(result)
    await rows.putSession(after)
    return { version: after.version, state: after.state }
  })
