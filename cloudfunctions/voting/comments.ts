import { fail, ok } from '../../contract/result'
import type { Receipt, voting } from '../../contract/voting'
import { shanghaiTime } from '../platform/clock'
import { candidateSubject, countVisible, listVisible } from '../platform/contents/lists'
import { findSubmitted, submitContent } from '../platform/contents/submit'
import type { Methods } from '../platform/serve'
import { listMyReceipts } from './ballots'
import { recallCampaign } from './campaigns'
import type { CampaignRow } from './rows'
import { areCommentsOpen } from './rules'
import * as store from './store'

/** Public opinions about a campaign, and what a person may take away of their own. */

type VotingMethods = Methods<typeof voting>

interface Subject {
  subject: string
  subjectName: string
  placeCode: string
}

/** What an opinion is about: the campaign, or one candidate of it, whose district then looks after it. */
async function subjectOf(campaign: CampaignRow, candidateId: string | undefined): Promise<Subject | null> {
  if (candidateId === undefined)
    return { subject: `campaign/${campaign._id}`, subjectName: campaign.name, placeCode: campaign.cityCode }
  const candidate = await store.findCandidate(candidateId)
  return candidate?.campaignId === campaign._id
    ? {
        subject: candidateSubject(candidateId),
        subjectName: candidate.name,
        placeCode: candidate.districtCode,
      }
    : null
}

export const listComments: VotingMethods['listComments'] = async ({ input, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const about = await subjectOf(campaign, input.candidateId)
  if (!about) return fail({ code: 'candidate_not_found' })
  const { contents, next } = await listVisible(about.subject, input.after)
  return ok({
    about: about.subjectName,
    comments: contents,
    total: await countVisible(about.subject),
    isOpen: areCommentsOpen(campaign, now),
    next,
  })
}

export const writeComment: VotingMethods['writeComment'] = async ({ input, caller, requestId, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  // The first answer to this request may have been lost on the way, and comments closed since.
  const before = await findSubmitted(caller.accountId, requestId)
  if (before) return ok(before)
  if (!areCommentsOpen(campaign, now)) return fail({ code: 'comments_closed' })
  const about = await subjectOf(campaign, input.candidateId)
  if (!about) return fail({ code: 'candidate_not_found' })
  const submission = {
    kind: 'comment' as const,
    ...about,
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
