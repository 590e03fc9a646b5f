import type { administration } from '../../contract/administration'
import type { Methods } from '../platform/serve'
import { checkAuditTrail, listAuditTrail } from './auditTrail'
import { getHealth, listProblems } from './health'
import {
  claimAdministration,
  endRole,
  exportMyData,
  grantRole,
  listStaff,
  placeOfGrant,
  revealContact,
} from './staff'
import { countWork, listWork } from './workbench'

/** The methods of administration, as the contract declares them. */
export const methods: Methods<typeof administration> = {
  claimAdministration,
  grantRole,
  endRole: { placeOf: placeOfGrant, run: endRole },
  listStaff,
  revealContact: { placeOf: placeOfGrant, run: revealContact },
  countWork,
  listWork,
  listAuditTrail,
  checkAuditTrail,
  getHealth,
  listProblems,
  exportMyData,
}
