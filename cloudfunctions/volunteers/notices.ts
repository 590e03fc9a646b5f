import type { Notice } from '../platform/messages'
import type { MembershipRow, TeamRow, VolunteerRow } from '../platform/volunteering/rows'

/** What leaders and volunteers are told about requests to join. Pure. Names stand in them as everybody sees them: a message is not sealed. */

const subjectOf = ({ _id, version }: MembershipRow): string => `${_id}/${version}`

interface Asked {
  team: TeamRow
  volunteer: Pick<VolunteerRow, 'shownName'>
  membership: MembershipRow
}

export const askedNotice = (leader: string, { team, volunteer, membership }: Asked): Notice => ({
  accountId: leader,
  kind: 'volunteerWork',
  about: `asked/${subjectOf(membership)}`,
  title: '有人申请加入服务队',
  line: `${volunteer.shownName}申请加入“${team.name}”，请答复`,
  page: `features/organising/pages/members/index?organisationId=${team._id}`,
})

const ANSWERS = {
  accept: { title: '你已加入服务队', line: '同意了你的申请' },
  decline: { title: '服务队没有同意你的申请', line: '没有同意你的申请' },
  remove: { title: '你已不在服务队', line: '请你离队' },
} as const

export const answeredNotice = (
  answer: keyof typeof ANSWERS,
  { team, membership }: Omit<Asked, 'volunteer'>,
): Notice => {
  const { title, line } = ANSWERS[answer]
  return {
    accountId: membership.accountId,
    kind: 'teamAnswered',
    about: subjectOf(membership),
    title,
    line: `“${team.name}”${line}${membership.reason === null ? '' : `：${membership.reason}`}`,
    page: `features/volunteering/pages/team/index?organisationId=${team._id}`,
  }
}
