import { PAGE_SIZE } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import type { AlertChart, trust } from '../../../contract/trust'
import { candidateIdOf } from '../../platform/campaigns/ballotPaper'
import { hasDone } from '../../platform/campaigns/history'
import { keyedName } from '../../platform/secrets'
import type { Methods } from '../../platform/serve'
import { endWorkIn, openWorkIn } from '../../platform/work'
import type { CampaignRow, HistoryEntry } from '../rows'
import { areCountsHidden } from '../rules'
import { findCampaign, findCandidate } from '../store'
import { chartOf, chartSpan } from './charts'
import type { Found } from './detection'
import { presentAlert } from './presented'
import type { AlertRow } from './rows'
import { filterOfAlert } from './rules'
import * as store from './store'

/** Alerts: what the program found unusual, with the staff's work of looking at it. */

type TrustMethods = Methods<typeof trust>

const HOUR = 3_600_000

/** One alert for what goes on within an hour. */
const alertIdOf = (campaignId: string, { kind, number, address, from }: Found): string =>
  keyedName('vote-alert', campaignId, kind, String(number), address ?? '', String(Math.floor(from / HOUR)))

const orderOf = (time: number, id: string): string => `${String(time).padStart(13, '0')}-${id}`

async function newAlert(campaign: CampaignRow, found: Found, now: number): Promise<AlertRow> {
  const _id = alertIdOf(campaign._id, found)
  const candidate = await findCandidate(candidateIdOf(campaign._id, found.number))
  return {
    ...found,
    _id,
    campaignId: campaign._id,
    candidateName: candidate?.name ?? '',
    foundAt: now,
    state: 'open',
    order: orderOf(now, _id),
    history: [],
  }
}

const workOf = (campaign: CampaignRow, now: number) => ({
  kind: 'abnormalVoting' as const,
  subjectId: campaign._id,
  title: campaign.name,
  line: '发现不寻常的投票，请查看',
  placeCode: campaign.cityCode,
  since: now,
})

/** Keeps what was found, once; what goes on lengthens an alert that nobody has settled. */
export async function raiseAlert(campaign: CampaignRow, found: Found, now: number): Promise<void> {
  const alert = await newAlert(campaign, found, now)
  await store.inTransaction(async (transaction) => {
    const known = await transaction.find<AlertRow>('voteAlerts', alert._id)
    if (known) {
      const isLonger = known.state === 'open' && known.to < alert.to
      const times = Math.max(known.times, alert.times)
      if (isLonger) await transaction.put<AlertRow>('voteAlerts', { ...known, to: alert.to, times })
      return
    }
    const state = await store.findStateIn(transaction, campaign._id)
    await transaction.put('voteAlerts', alert)
    await transaction.put('trustStates', { ...state, openAlerts: state.openAlerts + 1 })
    if (state.openAlerts === 0) await openWorkIn(transaction, workOf(campaign, now))
  })
}

/** The alert as it is afterwards, or null. Settled once: by whoever was first. */
export function settleAlert(
  campaignId: string,
  alertId: string,
  settled: 'dismissed' | 'ruled',
  entry: HistoryEntry,
): Promise<AlertRow | null> {
  return store.inTransaction(async (transaction) => {
    const alert = await transaction.find<AlertRow>('voteAlerts', alertId)
    if (alert?.campaignId !== campaignId) return null
    if (alert.state !== 'open') return alert
    const after: AlertRow = { ...alert, state: settled, history: [...alert.history, entry] }
    const state = await store.findStateIn(transaction, campaignId)
    await transaction.put('voteAlerts', after)
    await transaction.put('trustStates', { ...state, openAlerts: state.openAlerts - 1 })
    if (state.openAlerts === 1) await endWorkIn(transaction, 'abnormalVoting', campaignId, entry.at)
    return after
  })
}

export const listAlerts: TrustMethods['listAlerts']['run'] = async ({ input, now }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const rows = await store.listAlerts(campaign._id, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  const areHidden = areCountsHidden(campaign, now)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ alerts: page.map((row) => presentAlert(row, areHidden)), next })
}

export const getAlert: TrustMethods['getAlert']['run'] = async ({ input, now }) => {
  const [campaign, alert] = await Promise.all([
    findCampaign(input.campaignId),
    store.findAlert(input.alertId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (alert?.campaignId !== campaign._id) return fail({ code: 'alert_not_found' })
  const { from, to } = chartSpan(alert)
  const areHidden = areCountsHidden(campaign, now)
  const chart: AlertChart = chartOf(alert, await store.listWindows(campaign._id, from, to), areHidden)
  const filter = filterOfAlert(alert, candidateIdOf(campaign._id, alert.number))
  return ok({ alert: presentAlert(alert, areHidden), chart, filter })
}

export const dismissAlert: TrustMethods['dismissAlert']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { campaignId, alertId, reason } = input
  const entry = { act: 'dismissed', requestId, accountId: caller.accountId, at: now, reason }
  const alert = await settleAlert(campaignId, alertId, 'dismissed', entry)
  if (!alert) return fail({ code: 'alert_not_found' })
  note({ subject: `alert/${alertId}`, before: { state: 'open' }, after: { state: alert.state } })
  return ok({ dismissedAt: (hasDone(alert.history, requestId) ?? alert.history.at(-1))?.at ?? now })
}
