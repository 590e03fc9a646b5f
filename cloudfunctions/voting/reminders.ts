import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { log } from '../platform/log'
import { sendSubscribeMessage } from '../platform/messages'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { recallCampaign } from './campaigns'
import type { CampaignRow, ReminderRow } from './rows'
import * as store from './store'

/** "Tell me when the list is published": kept until sent, at least once, and forgotten then. */

type VotingMethods = Methods<typeof voting>

export const reminderIdOf = (campaignId: string, accountId: string): string =>
  keyedName('reminder', campaignId, accountId)

export const remindMe: VotingMethods['remindMe'] = async ({ input, caller, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (campaign.publishedAt !== null) return fail({ code: 'results_already_published' })
  const _id = reminderIdOf(campaign._id, caller.accountId)
  await store.insertReminder({ _id, campaignId: campaign._id, openid: caller.openid, leasedUntil: 0 })
  return ok({ reminding: true })
}

const LEASE_TIME = 60_000

/** Sends the reminders of one published campaign. Answers how many were sent, and whether any are left. */
export async function sendReminders(
  campaign: CampaignRow,
  now: number,
): Promise<{ sent: number; isDone: boolean }> {
  const templateId = process.env.RESULTS_TEMPLATE_ID
  if (!templateId) {
    log('warn', 'reminders not sent', { reason: 'RESULTS_TEMPLATE_ID is not set', campaignId: campaign._id })
    return { sent: 0, isDone: false }
  }
  const free = await store.listFreeReminders(campaign._id, now)
  let sent = 0
  for (const reminder of free) {
    if (await store.leaseReminder(reminder, now + LEASE_TIME))
      sent += (await sendOne(campaign, reminder, templateId)) ? 1 : 0
  }
  return { sent, isDone: (await store.countReminders(campaign._id)) === 0 }
}

async function sendOne(campaign: CampaignRow, reminder: ReminderRow, templateId: string): Promise<boolean> {
  try {
    const page = `features/voting/pages/results/index?campaignId=${campaign._id}`
    const values = { thing1: campaign.name, thing2: '候选名单已公布，点开查看' }
    await sendSubscribeMessage({ openid: reminder.openid, templateId, page, values })
    await store.removeReminder(reminder._id)
    return true
  } catch (error) {
    // Its lease runs out and a later timer tries again.
    log('warn', 'reminder failed', { campaignId: campaign._id, error: String(error) })
    return false
  }
}
