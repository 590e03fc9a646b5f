import type { volunteerHours } from '../../contract/volunteerHours'
import type { Methods } from '../platform/serve'
import { annulHours, clearMarks, getAnnulment, listAnnulments, listMarkedHours } from './annulling'
import { answerClaim, listClaims } from './answering'
import { appealAnnulment, decideAppeal } from './appeals'
import {
  getCertificateDocument,
  issueCertificate,
  listMyCertificates,
  verifyCertificate,
  withdrawCertificate,
} from './certificates'
import { claimHours, listMyClaims, withdrawClaim } from './claims'
import { getMyHours, listMyEntries } from './myHours'
import { exportMyData } from './ownData'

/** The methods of a volunteer's hours, as the contract declares them. */
export const methods: Methods<typeof volunteerHours> = {
  getMyHours,
  listMyEntries,
  claimHours,
  withdrawClaim,
  listMyClaims,
  listClaims,
  answerClaim,
  listMarkedHours,
  annulHours,
  clearMarks,
  appealAnnulment,
  decideAppeal,
  getAnnulment,
  listAnnulments,
  issueCertificate,
  listMyCertificates,
  getCertificateDocument,
  withdrawCertificate,
  verifyCertificate,
  exportMyData,
}
