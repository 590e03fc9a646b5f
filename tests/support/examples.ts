import type { InferInput } from 'valibot'
import type { accounts } from '../../contract/accounts'
import type { Service } from '../../contract/method'
import type { voting } from '../../contract/voting'
import { campaignInput, candidateInput, JINGAN, SHANGHAI, someRules } from './builders'

/** A valid input for every method of every contract; a method without one does not compile. */
export type Examples<S extends Service> = { [M in keyof S]: InferInput<S[M]['input']> }

export interface Places {
  campaignId: string
  candidateId: string
}

export const votingExamples = ({ campaignId, candidateId }: Places): Examples<typeof voting> => ({
  listCampaigns: { after: campaignId },
  getCampaign: { campaignId },
  listCandidates: { campaignId, search: '示例', districtCode: JINGAN, after: 0 },
  listChosenCandidates: { campaignId, candidateIds: [candidateId] },
  getCandidate: { candidateId },
  getMyVote: { campaignId },
  castBallot: { campaignId, choices: [candidateId] },
  listMyReceipts: {},
  checkReceipt: { trackingCode: '0123-4567-89AB-CDEF' },
  getResults: { campaignId },
  remindMe: { campaignId },
  createCampaign: campaignInput(Date.now()),
  registerCandidate: candidateInput(campaignId, 1),
  reviseCandidate: {
    candidateId,
    summary: '改过的介绍',
    achievements: '改过的实绩。',
    basedOn: null,
    reason: '更正错字',
  },
  changeRules: { campaignId, basedOnVersion: 1, rules: someRules() },
  closeVoting: { campaignId, reason: '提前结束' },
  getCount: { campaignId },
  recount: { campaignId, recountId: 'some-recount' },
  proposeList: { campaignId },
  confirmList: { campaignId, version: 1 },
  publishList: { campaignId, version: 1 },
})

export const accountsExamples = (): Examples<typeof accounts> => ({
  getMe: {},
  verifyPhone: { code: 'a-code-of-the-button' },
  claimAdministration: { cityCode: SHANGHAI, secret: 'not-the-secret-at-all' },
  grantRole: { accountId: 'ACCOUNT', role: 'reviewer', placeCode: JINGAN, endsAt: null },
  endRole: { accountId: 'ACCOUNT', role: 'reviewer', placeCode: JINGAN },
  listAuditTrail: { cityCode: SHANGHAI, before: Date.now() },
})
