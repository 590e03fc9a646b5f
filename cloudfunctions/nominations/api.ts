import type { nominations } from '../../contract/nominations'
import { placeOfCampaign } from '../platform/campaigns/campaigns'
import type { Methods } from '../platform/serve'
import { admitNomination, placeOfCampaignOf } from './admitting'
import {
  getMyNomination,
  listMyNominations,
  saveNomination,
  startNomination,
  withdrawNomination,
} from './drafts'
import { exportNominations } from './exporting'
import { listForwarded, listNominations, listQuotas, placeOfList } from './lists'
import { exportMyData } from './ownData'
import { addPhoto, removePhoto } from './photos'
import { printMyNomination, printNomination } from './printing'
import {
  declineNomination,
  forwardNomination,
  getNomination,
  placeOfNomination,
  recallNomination,
  returnNomination,
  revealNominationContact,
} from './reviewing'
import { submitNomination } from './submitting'

const atNomination = { placeOf: placeOfNomination }

/** The methods of nominations, as the contract declares them. */
export const methods: Methods<typeof nominations> = {
  listMyNominations,
  startNomination,
  getMyNomination,
  saveNomination,
  addPhoto,
  removePhoto,
  submitNomination,
  withdrawNomination,
  printMyNomination,
  exportMyData,

  listForwarded,
  listNominations: { placeOf: placeOfList, run: listNominations },
  getNomination: { ...atNomination, run: getNomination },
  revealNominationContact: { ...atNomination, run: revealNominationContact },
  returnNomination: { ...atNomination, run: returnNomination },
  forwardNomination: { ...atNomination, run: forwardNomination },
  recallNomination: { ...atNomination, run: recallNomination },
  declineNomination: { ...atNomination, run: declineNomination },
  listQuotas: { placeOf: placeOfList, run: listQuotas },
  admitNomination: { placeOf: placeOfCampaignOf, run: admitNomination },
  printNomination: { ...atNomination, run: printNomination },
  exportNominations: { placeOf: placeOfCampaign, run: exportNominations },
}
