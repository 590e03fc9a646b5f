import { fail, ok } from '../../contract/result'
import type { Receipt, voting } from '../../contract/voting'
import { shanghaiTime } from '../platform/clock'
import { listVisible } from '../platform/contents/lists'
import { findSubmitted, submitContent } from '../platform/contents/submit'
import type { Methods } from '../platform/serve'
import { listMyReceipts } from './ballots'
import { recallCampaign } from './campaigns'
import { areCommentsOpen } from './rules'

/** Public opinions about a campaign, and what a person may take away of their own. */

type VotingMethods = Methods<typeof voting>

const subjectOf = (campaignId: string): string => `campaign/${campaignId}`

export const listComments: VotingMethods['listComments'] = async ({ input, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const { contents, next } = await listVisible(subjectOf(campaign._id), input.after)
  return ok({ comments: contents, isOpen: areCommentsOpen(campaign, now), next })
}

export const writeComment: VotingMethods['writeComment'] = async ({ input, caller, requestId, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  // The first answer to this request may have been lost on the way, and comments closed since.
  const before = await findSubmitted(caller.accountId, requestId)
  if (before) return ok(before)
  if (!areCommentsOpen(campaign, now)) return fail({ code: 'comments_closed' })
  const submission = {
    kind: 'comment' as const,
    subject: subjectOf(campaign._id),
    subjectName: campaign.name,
    placeCode: campaign.cityCode,
    accountId: caller.accountId,
    openid: caller.openid,
    text: input.text,
    pictures: input.pictures,
    requestId,
  }
  return ok(await submitContent(submission, now))
}

const STATE_WORDS: Record<Receipt['state'], string> = {
  stored: '已保存',
  counted: '已计入',
  pending: '待核查',
  notCounted: '不计票',
  struck: '已剔除',
}

/** Receipts and no choices: a ballot leads to nobody, so what it says can be given to nobody. */
export const exportMyData: VotingMethods['exportMyData'] = async (call) => {
  const listed = await listMyReceipts({ ...call, input: {} })
  const receipts = listed.ok ? listed.value.receipts : []
  const items = receipts.map(({ campaignName, trackingCode, castAt, state, day }) => ({
    活动: campaignName,
    凭证号: trackingCode,
    投票时间: shanghaiTime(castAt),
    投票日: day,
    状态: STATE_WORDS[state],
  }))
  return ok({ sections: [{ title: '投票凭证', items }] })
}
