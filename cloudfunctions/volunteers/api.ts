import type { volunteers } from '../../contract/volunteers'
import type { Methods } from '../platform/serve'
import { askToJoin, leaveTeam } from './joining'
import { answerMember, assignGrid, listMembers, placeOfMembership } from './members'
import { exportMyData } from './ownData'
import { getMyVolunteer, register, renewCard, revise } from './registering'
import { describeTeam, getTeam, listTeams, placeOfTeam } from './teams'

/** Volunteers' methods, as the contract declares them. */
export const methods: Methods<typeof volunteers> = {
  getMyVolunteer,
  register,
  revise,
  renewCard,

  listTeams,
  getTeam,
  describeTeam: { placeOf: placeOfTeam, run: describeTeam },
  askToJoin,
  leaveTeam,
  listMembers: { placeOf: placeOfTeam, run: listMembers },
  answerMember: { placeOf: placeOfMembership, run: answerMember },
  assignGrid: { placeOf: placeOfMembership, run: assignGrid },
  exportMyData,
}
