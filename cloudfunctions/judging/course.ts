import { randomBytes } from 'node:crypto'
import { panelNeeded } from '../../contract/campaigns'
import { SESSION_ENTRIES_MAX } from '../../contract/limits'
import { fail } from '../../contract/result'
import { findCampaign, findList, listCandidatesAfter } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { seal, unseal } from '../platform/sealed'
import { chairAct, type JudgingMethods } from './chair'
import { commitmentOf, drawTurns } from './draw'
import { tellJudges } from './notices'
import type { DrawRow, SessionRow } from './rows'
import { isPanelEnough, planOf } from './rules'
import * as store from './store'

/** The course of a session from its fixed entries to the speakers, as the chair leads it. */

type Entries = SessionRow['entries']

const CANDIDATES_AT_ONCE = 100

async function allCandidates({ _id }: CampaignRow): Promise<Entries> {
  const entries: Entries = []
  let after = 0
  for (;;) {
    const page = await listCandidatesAfter(_id, after, CANDIDATES_AT_ONCE)
    entries.push(
      ...page.map(({ _id: candidateId, name, districtCode }) => ({
        candidateId,
        name,
        districtCode,
        turn: null,
      })),
    )
    after = page.at(-1)?.number ?? after
    if (page.length < CANDIDATES_AT_ONCE) return entries
  }
}

/** The group judges everyone on the ballot paper; experts judge the published list, or everyone where nobody votes. */
async function entriesOf(campaign: CampaignRow, kind: SessionRow['kind']): Promise<Entries> {
  if (kind === 'selectionGroup' || !campaign.hasVoting) return allCandidates(campaign)
  const list = await findList(campaign._id)
  if (list?.status !== 'published') return []
  const listed = [...list.listed].sort((one, other) => one.number - other.number)
  return listed.map(({ candidateId, name, districtCode }) => ({
    candidateId,
    name,
    districtCode,
    turn: null,
  }))
}

const SEED_BYTES = 32

function commit(sessionId: string, now: number): DrawRow {
  const seed = randomBytes(SEED_BYTES).toString('hex')
  return {
    commitment: commitmentOf(seed),
    committedAt: now,
    sealedSeed: seal(sessionId, seed),
    seed: null,
    drawnAt: null,
  }
}

/** The draw with its seed made public. */
export function revealed(sessionId: string, draw: DrawRow, now: number): DrawRow & { seed: string } {
  return { ...draw, seed: unseal(sessionId, draw.sealedSeed), drawnAt: draw.drawnAt ?? now }
}

type CommitRefused =
  | { code: 'panel_too_small'; needed: number }
  | { code: 'no_entries' }
  | { code: 'too_many_entries'; max: number }

export const commitDraw: JudgingMethods['commitDraw']['run'] = async (call) => {
  const known = await store.findSession(call.input.sessionId)
  const campaign = known && (await findCampaign(known.campaignId))
  if (!known || !campaign) return fail({ code: 'session_not_found' })
  const tooMany =
    (known.kind === 'selectionGroup' || !campaign.hasVoting) && campaign.candidateCount > SESSION_ENTRIES_MAX
  const entries = tooMany ? [] : await entriesOf(campaign, known.kind)
  return chairAct<CommitRefused>('commit', call, async (session) => {
    const planned = planOf(campaign, session.kind)
    if (!planned) return { refused: { code: 'session_not_ready' } }
    if (!isPanelEnough(session.judgeIds.length, planned.plan))
      return { refused: { code: 'panel_too_small', needed: panelNeeded(planned.plan) } }
    if (tooMany) return { refused: { code: 'too_many_entries', max: SESSION_ENTRIES_MAX } }
    if (entries.length === 0) return { refused: { code: 'no_entries' } }
    return { changes: { entries, draw: commit(session._id, call.now) } }
  })
}

export const drawOrder: JudgingMethods['drawOrder']['run'] = (call) =>
  chairAct<never>('draw', call, async (session) => {
    if (!session.draw) return { refused: { code: 'session_not_ready' } }
    const draw = revealed(session._id, session.draw, call.now)
    return { changes: { draw, entries: drawTurns(session.entries, draw.seed) } }
  })

/** From here on the campaign's judging part is frozen, and this session has its own copy of the plan. */
export const openSession: JudgingMethods['openSession']['run'] = async (call) => {
  const answer = await chairAct<never>('open', call, async (session, rows) => {
    const campaign = await rows.findCampaign(session.campaignId)
    const planned = campaign && planOf(campaign, session.kind)
    // The plan may have changed since the panel was found large enough.
    if (!planned || !isPanelEnough(session.judgeIds.length, planned.plan))
      return { refused: { code: 'session_not_ready' } }
    if (campaign.judgingFrozenAt === null) await rows.putCampaign({ ...campaign, judgingFrozenAt: call.now })
    return { changes: { ...planned, openedAt: call.now, noticesDue: true } }
  })
  if (answer.ok) await tellJudges(call.input.sessionId, call.now)
  return answer
}

export const callSpeaker: JudgingMethods['callSpeaker']['run'] = (call) =>
  chairAct<{ code: 'entry_not_found' }>('call', call, async ({ entries }) =>
    entries.some(({ candidateId }) => candidateId === call.input.candidateId)
      ? { changes: { speaking: call.input.candidateId } }
      : { refused: { code: 'entry_not_found' } },
  )
