import type { Role } from '@contract/method'

/** After the name of the place: 上海市管理员, 静安区审核员. */
export const roleWords: Record<Role, string> = {
  administrator: '管理员',
  reviewer: '审核员',
  moderator: '内容审核员',
  judge: '评委',
  auditor: '审计员',
  operator: '运维员',
  dispatcher: '派遣员',
  handler: '处置员',
  supervisor: '督办人',
  organisationLeader: '组织负责人',
}
