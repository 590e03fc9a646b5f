import type { judging } from '../../contract/judging'
import { placeOfCampaign } from '../platform/campaigns/campaigns'
import type { Methods } from '../platform/serve'
import { placeOfSession as placeOf } from './chair'
import { closeSession } from './closing'
import { callSpeaker, commitDraw, drawOrder, openSession } from './course'
import { printMinutes } from './minutes'
import { exportMyData } from './ownData'
import { recuseJudge, seatJudge, unseatJudge } from './panel'
import { printPanelFile } from './panelFile'
import { getMySession, getPublicSession, listMySessions } from './seen'
import { createSession, getSession, listSessions } from './sessions'
import { recuseMyself, saveSheet } from './sheets'

/** Judging's methods, as the contract declares them. */
export const methods: Methods<typeof judging> = {
  listSessions: { placeOf: placeOfCampaign, run: listSessions },
  createSession: { placeOf: placeOfCampaign, run: createSession },
  getSession: { placeOf, run: getSession },
  seatJudge: { placeOf, run: seatJudge },
  unseatJudge: { placeOf, run: unseatJudge },
  recuseJudge: { placeOf, run: recuseJudge },
  commitDraw: { placeOf, run: commitDraw },
  drawOrder: { placeOf, run: drawOrder },
  openSession: { placeOf, run: openSession },
  callSpeaker: { placeOf, run: callSpeaker },
  closeSession: { placeOf, run: closeSession },

  listMySessions,
  getMySession: { placeOf, run: getMySession },
  saveSheet: { placeOf, run: saveSheet },
  recuseMyself: { placeOf, run: recuseMyself },

  getPublicSession,
  printPanelFile: { placeOf, run: printPanelFile },
  printMinutes: { placeOf, run: printMinutes },
  exportMyData,
}
