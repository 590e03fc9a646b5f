import { CAMPAIGN_CACHE_TIME, SETTLE_TIME } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { now as currentTime } from '../platform/clock'
import { notify } from '../platform/messages'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { recallCampaign } from './campaigns'
import type { CampaignRow, ReminderRow } from './rows'
import * as store from './store'

/** "Tell me when the list is published": kept until the message is written, and forgotten then. */

type VotingMethods = Methods<typeof voting>

export const reminderIdOf = (campaignId: string, accountId: string): string =>
  keyedName('reminder', campaignId, accountId)

export const remindMe: VotingMethods['remindMe'] = async ({ input, caller, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (campaign.publishedAt !== null) return fail({ code: 'results_already_published' })
  const _id = reminderIdOf(campaign._id, caller.accountId)
  await store.insertReminder({ _id, campaignId: campaign._id, accountId: caller.accountId, askedAt: now })
  return ok({ reminding: true })
}

const REMINDERS_AT_ONCE = 100
const WRITTEN_TOGETHER = 10

/** An instance that still remembered the campaign as unpublished may have taken a reminder until then. */
const LATE_REMINDERS = CAMPAIGN_CACHE_TIME + SETTLE_TIME

/** Writes the messages of one published campaign. Answers how many, and whether no more can come. */
export async function tellReminded(
  campaign: CampaignRow,
  publishedAt: number,
  deadline: number,
): Promise<{ told: number; isDone: boolean }> {
  let told = 0
  const mayStillCome = currentTime() < publishedAt + LATE_REMINDERS
  let waiting = await store.listReminders(campaign._id, REMINDERS_AT_ONCE)
  while (waiting.length > 0 && currentTime() < deadline) {
    const together = waiting.splice(0, WRITTEN_TOGETHER)
    await Promise.all(together.map((reminder) => tellOne(campaign, reminder)))
    told += together.length
    if (waiting.length === 0) waiting = await store.listReminders(campaign._id, REMINDERS_AT_ONCE)
  }
  return { told, isDone: waiting.length === 0 && !mayStillCome }
}

/** The message first: a crash between the two steps repeats it, and the message is there once all the same. */
async function tellOne(campaign: CampaignRow, { _id, accountId }: ReminderRow): Promise<void> {
  const notice = {
    accountId,
    kind: 'resultsPublished' as const,
    about: campaign._id,
    title: campaign.name,
    line: '候选名单已公布，点开查看',
    page: `features/voting/pages/results/index?campaignId=${campaign._id}`,
  }
  await notify(notice, currentTime())
  await store.removeReminder(_id)
}

export async function forgetReminders(accountId: string, until: number): Promise<void> {
  while ((await store.removeRemindersOf(accountId, until, REMINDERS_AT_ONCE)) > 0);
}
