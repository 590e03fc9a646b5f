import { PANEL_MAX } from '../../contract/limits'
import { fail } from '../../contract/result'
import { grantsFor, loadGrants, scopeOf } from '../platform/access'
import { findCampaign } from '../platform/campaigns/campaigns'
import { chairAct, type JudgingMethods } from './chair'
import { tellJudges } from './notices'
import { currentPlan } from './presented'
import type { SeatRow, SessionRow } from './rows'
import { isPanelFull, isRecused, judgeIdOf, mayUnseat } from './rules'
import * as store from './store'

/** Who sits on a panel, and who may not judge an entry. */

async function isJudgeAt(placeCode: string, accountId: string, now: number): Promise<boolean> {
  const grants = await loadGrants(accountId, now)
  return grantsFor({ roles: ['judge'], at: 'record' }, grants, scopeOf(placeCode)).length > 0
}

type Seating = Parameters<JudgingMethods['seatJudge']['run']>[0]

/** A seat given anew after it was taken away keeps its recusals: the reason for them has not gone. */
const seated = (
  seat: SeatRow | null,
  { input: { sessionId, accountId, name, memberKind }, now }: Seating,
): SeatRow => ({
  _id: judgeIdOf(sessionId, accountId),
  sessionId,
  accountId,
  name,
  memberKind,
  isSeated: true,
  seatedAt: seat?.isSeated ? seat.seatedAt : now,
  recusals: seat?.recusals ?? [],
  scored: seat?.scored ?? [],
  version: (seat?.version ?? 0) + 1,
  closedAt: null,
})

export const seatJudge: JudgingMethods['seatJudge']['run'] = async (call) => {
  const { sessionId, accountId } = call.input
  const known = await store.findSession(sessionId)
  if (!known) return fail({ code: 'session_not_found' })
  const isJudge = await isJudgeAt(known.cityCode, accountId, call.now)
  const answer = await chairAct<{ code: 'not_a_judge' } | { code: 'panel_full'; max: number }>(
    'seat',
    call,
    async (session, rows) => {
      if (!isJudge) return { refused: { code: 'not_a_judge' } }
      const judgeId = judgeIdOf(sessionId, accountId)
      const isNew = !session.judgeIds.includes(judgeId)
      if (isNew && isPanelFull(session.judgeIds.length))
        return { refused: { code: 'panel_full', max: PANEL_MAX } }
      await rows.putSeat(seated(await rows.findSeat(judgeId), call))
      return {
        changes: {
          judgeIds: isNew ? [...session.judgeIds, judgeId] : session.judgeIds,
          noticesDue: session.state === 'open',
        },
      }
    },
  )
  if (answer.ok && answer.value.state === 'open') await tellJudges(sessionId, call.now)
  return answer
}

export const unseatJudge: JudgingMethods['unseatJudge']['run'] = async (call) => {
  const { sessionId, judgeId } = call.input
  const known = await store.findSession(sessionId)
  if (!known) return fail({ code: 'session_not_found' })
  const campaign = await findCampaign(known.campaignId)
  return chairAct<never>('unseat', call, async (session, rows) => {
    const seat = await seatOf(session, judgeId, rows)
    // Taken away before, by a colleague: it is as was asked.
    if (!seat) return { changes: {} }
    if (!mayUnseat(session, currentPlan(session, campaign))) return { refused: { code: 'session_not_ready' } }
    await rows.putSeat({ ...seat, isSeated: false, version: seat.version + 1 })
    return { changes: { judgeIds: session.judgeIds.filter((id) => id !== judgeId) } }
  })
}

const seatOf = (session: SessionRow, judgeId: string, rows: store.RowsTogether) =>
  session.judgeIds.includes(judgeId) ? rows.findSeat(judgeId) : null

export const recuseJudge: JudgingMethods['recuseJudge']['run'] = (call) => {
  const { judgeId, candidateId, reason } = call.input
  return chairAct<{ code: 'entry_not_found' }>('recuse', call, async (session, rows) => {
    const seat = await seatOf(session, judgeId, rows)
    if (!seat || !session.entries.some((entry) => entry.candidateId === candidateId))
      return { refused: { code: 'entry_not_found' } }
    if (!isRecused(seat, candidateId))
      await rows.putSeat(
        recused(seat, { candidateId, reason, by: 'chair', at: call.now, requestId: call.requestId }),
      )
    return { changes: {} }
  })
}

export const recused = (seat: SeatRow, recusal: SeatRow['recusals'][number]): SeatRow => ({
  ...seat,
  recusals: [...seat.recusals, recusal],
  version: seat.version + 1,
})
