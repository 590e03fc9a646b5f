import type { voting } from '../../contract/voting'
import { placeOfCampaign } from '../platform/campaigns/campaigns'
import type { Methods } from '../platform/serve'
import { castBallot, checkReceipt, getMyVote, listMyReceipts } from './ballots'
import { closeVoting, createCampaign, getCampaign, listCampaigns } from './campaigns'
import { confirmList, getResults, previewList, proposeList, publishList } from './candidateList'
import {
  getCandidate,
  listCandidates,
  listChosenCandidates,
  placeOfCandidate,
  reviseCandidate,
} from './candidates'
import { exportMyData, listComments, writeComment } from './comments'
import { getCount, recount } from './counting'
import { getPublicCount, listMyProofs } from './publicCount/published'
import { sealBallots } from './publicCount/sealing'
import { registerCandidate } from './registering'
import { remindMe } from './reminders'
import { reviseCampaign } from './revising'
import { dismissAlert, getAlert, listAlerts } from './trust/alerts'
import { getBallotCounts, listBallots } from './trust/ballots'
import { confirmRuling, listRulings, proposeRuling, rejectRuling } from './trust/rulings'

const placeOf = placeOfCampaign

/** Voting's methods, as the contract declares them. */
export const methods: Methods<typeof voting> = {
  listCampaigns,
  getCampaign,
  listCandidates,
  listChosenCandidates,
  getCandidate,
  getMyVote,
  castBallot,
  listMyReceipts,
  checkReceipt,
  getResults,
  getPublicCount,
  listMyProofs,
  remindMe,
  listComments,
  writeComment,
  exportMyData,

  createCampaign,
  reviseCampaign: { placeOf, run: reviseCampaign },
  registerCandidate,
  reviseCandidate: { placeOf: placeOfCandidate, run: reviseCandidate },
  closeVoting: { placeOf, run: closeVoting },
  getCount: { placeOf, run: getCount },
  recount: { placeOf, run: recount },
  sealBallots: { placeOf, run: sealBallots },
  listAlerts: { placeOf, run: listAlerts },
  getAlert: { placeOf, run: getAlert },
  dismissAlert: { placeOf, run: dismissAlert },
  listBallots: { placeOf, run: listBallots },
  getBallotCounts: { placeOf, run: getBallotCounts },
  listRulings: { placeOf, run: listRulings },
  proposeRuling: { placeOf, run: proposeRuling },
  confirmRuling: { placeOf, run: confirmRuling },
  rejectRuling: { placeOf, run: rejectRuling },
  proposeList: { placeOf, run: proposeList },
  previewList: { placeOf, run: previewList },
  confirmList: { placeOf, run: confirmList },
  publishList: { placeOf, run: publishList },
}
