import type { casework } from '../../contract/casework'
import type { Methods } from '../platform/serve'
import { actOnCase, placeOfAct } from './acting'
import { actOnCases } from './bulk'
import { placeOfContact, revealReporterContact } from './contact'
import { listMergeTargets } from './merging'
import { listMine, placeOfDepartment } from './mine'
import { countQueue, findByNumber, getCase, listQueue, placeOf } from './queue'
import { listColleagues, listReceivers } from './receivers'

/** Casework's methods, as the contract declares them. */
export const methods: Methods<typeof casework> = {
  listQueue,
  countQueue,
  findByNumber,
  listMine: { placeOf: placeOfDepartment, run: listMine },
  getCase: { placeOf, run: getCase },
  listReceivers: { placeOf, run: listReceivers },
  listMergeTargets: { placeOf, run: listMergeTargets },
  listColleagues: { placeOf, run: listColleagues },
  actOnCase: { placeOf: placeOfAct, run: actOnCase },
  actOnCases,
  revealReporterContact: { placeOf: placeOfContact, run: revealReporterContact },
}
