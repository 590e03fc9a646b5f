import { MEMBER_KINDS, type MySession } from '../../contract/judging'
import { fail, ok } from '../../contract/result'
import { findCampaign, findSessionResult } from '../platform/campaigns/campaigns'
import type { JudgingMethods } from './chair'
import { presentDraw, presentRecusals, presentSession, presentSheet, presentSummary } from './presented'
import { judgeIdOf, mayAct, sessionIdOf } from './rules'
import * as store from './store'

/** What judges see of their own sessions, and what everyone may know of the experts'. */

export const listMySessions: JudgingMethods['listMySessions'] = async ({ caller }) => {
  const seats = (await store.listSeatsOf(caller.accountId)).filter(({ isSeated }) => isSeated)
  const sessions = await store.listSessionsById(seats.map(({ sessionId }) => sessionId))
  const names = await campaignNames(sessions.map(({ campaignId }) => campaignId))
  const newestFirst = [...sessions].sort((one, other) => other.startsAt - one.startsAt)
  return ok({
    sessions: newestFirst.map((session) => presentSummary(session, names.get(session.campaignId) ?? '')),
  })
}

async function campaignNames(campaignIds: string[]): Promise<Map<string, string>> {
  const campaigns = await Promise.all([...new Set(campaignIds)].map(findCampaign))
  return new Map(campaigns.flatMap((campaign) => (campaign ? [[campaign._id, campaign.name]] : [])))
}

export const getMySession: JudgingMethods['getMySession']['run'] = async ({ input, caller }) => {
  const judgeId = judgeIdOf(input.sessionId, caller.accountId)
  const [session, seat] = await Promise.all([store.findSession(input.sessionId), store.findSeat(judgeId)])
  if (!session || !seat?.isSeated || seat.accountId !== caller.accountId)
    return fail({ code: 'session_not_found' })
  const [campaign, sheets] = await Promise.all([
    findCampaign(session.campaignId),
    store.listSheetsOf(session._id, judgeId),
  ])
  const view: MySession = {
    ...presentSession(session, campaign),
    memberKind: seat.memberKind,
    recusals: presentRecusals(seat),
    sheets: sheets.map(presentSheet),
    mayScore: mayAct('score', session),
  }
  return ok(view)
}

/** Of its panel only kinds and numbers, never a name; scores once the winners are published. */
export const getPublicSession: JudgingMethods['getPublicSession'] = async ({ input }) => {
  const { campaignId } = input
  const [campaign, session] = await Promise.all([
    findCampaign(campaignId),
    store.findSession(sessionIdOf(campaignId, 'experts')),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (!session) return fail({ code: 'session_not_found' })
  const [panel, result] = await Promise.all([
    store.listPanel(session),
    campaign.winnersPublishedAt === null ? null : findSessionResult(campaignId, 'experts'),
  ])
  const { name, state, startsAt, entries } = presentSession(session, campaign)
  const kinds = MEMBER_KINDS.map((memberKind) => ({
    memberKind,
    number: panel.filter((seat) => seat.memberKind === memberKind).length,
  }))
  return ok({
    name,
    state,
    startsAt,
    panel: kinds.filter(({ number }) => number > 0),
    draw: presentDraw(session.draw),
    entries,
    results: result?.entries ?? null,
  })
}
