import type { JudgingPlan } from '../../contract/campaigns'
import type { ChairView, Draw, PanelMember, SessionSummary, Sheet } from '../../contract/judging'
import type { CampaignRow } from '../platform/campaigns/rows'
import type { DrawRow, SeatRow, SessionRow, SheetRow } from './rows'
import { planOf } from './rules'

/** What leaves the cloud, chosen field by field. */

export const presentSummary = (row: SessionRow, campaignName: string): SessionSummary => ({
  sessionId: row._id,
  campaignId: row.campaignId,
  campaignName,
  kind: row.kind,
  name: row.name,
  state: row.state,
  startsAt: row.startsAt,
})

/** Without the sealed seed. */
export const presentDraw = (draw: DrawRow | null): Draw | null =>
  draw && {
    commitment: draw.commitment,
    committedAt: draw.committedAt,
    seed: draw.seed,
    drawnAt: draw.drawnAt,
  }

const NO_PLAN: JudgingPlan = { criteria: [], dropHighest: 0, dropLowest: 0, tieBreaks: [] }

/** The frozen plan, or as the campaign has it now. */
export const currentPlan = (
  row: SessionRow,
  campaign: Pick<CampaignRow, 'selectionGroup' | 'experts'> | null,
): JudgingPlan => row.plan ?? (campaign && planOf(campaign, row.kind)?.plan) ?? NO_PLAN

/** What the chair and the judges see alike. */
export const presentSession = (
  row: SessionRow,
  campaign: CampaignRow | null,
): SessionSummary & Pick<ChairView, 'plan' | 'entries' | 'draw' | 'speaking' | 'version'> => ({
  ...presentSummary(row, campaign?.name ?? ''),
  plan: presentPlan(currentPlan(row, campaign)),
  entries: row.entries.map(({ candidateId, name, districtCode, turn }) => ({
    candidateId,
    name,
    districtCode,
    turn,
  })),
  draw: presentDraw(row.draw),
  speaking: row.speaking,
  version: row.version,
})

const presentPlan = ({ criteria, dropHighest, dropLowest, tieBreaks }: JudgingPlan): JudgingPlan => ({
  criteria: criteria.map(({ name, points }) => ({ name, points })),
  dropHighest,
  dropLowest,
  tieBreaks,
})

export const presentRecusals = ({ recusals }: SeatRow): PanelMember['recusals'] =>
  recusals.map(({ candidateId, reason }) => ({ candidateId, reason }))

export const presentMember = (row: SeatRow): PanelMember => ({
  judgeId: row._id,
  accountId: row.accountId ?? '',
  name: row.name,
  memberKind: row.memberKind,
  recusals: presentRecusals(row),
})

export const presentSheet = (row: SheetRow): Sheet => ({
  candidateId: row.candidateId,
  scores: row.scores,
  remark: row.remark,
  savedAt: row.savedAt,
  version: row.version,
})
