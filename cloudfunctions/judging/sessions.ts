import type { ChairView } from '../../contract/judging'
import { fail, ok } from '../../contract/result'
import { findCampaign, findSessionResult } from '../platform/campaigns/campaigns'
import { hasDone } from '../platform/campaigns/history'
import { type JudgingMethods, subjectOf } from './chair'
import { presentMember, presentSession, presentSummary } from './presented'
import type { SessionRow } from './rows'
import { planOf, progressOf, sessionIdOf } from './rules'
import * as store from './store'

/** Sessions as those who run the campaign make and see them. */

export const listSessions: JudgingMethods['listSessions']['run'] = async ({ input }) => {
  const [campaign, sessions] = await Promise.all([
    findCampaign(input.campaignId),
    store.listSessionsOf(input.campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  return ok({ sessions: sessions.map((session) => presentSummary(session, campaign.name)) })
}

type Creating = Parameters<JudgingMethods['createSession']['run']>[0]

const newSession = (cityCode: string, { input, caller, requestId, now }: Creating): SessionRow => ({
  _id: sessionIdOf(input.campaignId, input.kind),
  campaignId: input.campaignId,
  cityCode,
  kind: input.kind,
  name: input.name,
  startsAt: input.startsAt,
  state: 'preparing',
  version: 1,
  plan: null,
  winners: 0,
  entries: [],
  judgeIds: [],
  draw: null,
  speaking: null,
  excused: null,
  openedAt: null,
  closedAt: null,
  noticesDue: false,
  history: [
    { act: 'created', requestId, accountId: caller.accountId, at: now, version: 1, state: 'preparing' },
  ],
})

export const createSession: JudgingMethods['createSession']['run'] = async (call) => {
  const { campaignId, kind, name, startsAt } = call.input
  const campaign = await findCampaign(campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (!planOf(campaign, kind)) return fail({ code: 'session_not_planned' })
  const row = newSession(campaign.cityCode, call)
  if ((await store.insertSession(row)) === 'inserted') {
    call.note({ subject: subjectOf(row._id), before: null, after: { kind, name, startsAt } })
    return ok({ sessionId: row._id, version: row.version })
  }
  const first = await store.findSession(row._id)
  return first && hasDone(first.history, call.requestId)
    ? ok({ sessionId: row._id, version: row.version })
    : fail({ code: 'session_exists' })
}

export const getSession: JudgingMethods['getSession']['run'] = async ({ input }) => {
  const session = await store.findSession(input.sessionId)
  if (!session) return fail({ code: 'session_not_found' })
  const [campaign, panel, result] = await Promise.all([
    findCampaign(session.campaignId),
    store.listPanel(session),
    session.state === 'closed' ? findSessionResult(session.campaignId, session.kind) : null,
  ])
  const view: ChairView = {
    ...presentSession(session, campaign),
    panel: panel.map(presentMember),
    progress: progressOf(session.entries, panel),
    results: result?.entries ?? null,
    closedAt: session.closedAt,
  }
  return ok(view)
}
