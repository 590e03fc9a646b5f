import type { Role } from '../../contract/method'
import type { RoleGrant } from '../platform/access'
import type { Notice } from '../platform/messages'
import type { GrantEntry } from './rows'

/** What a person is told about their roles. */

export const ROLE_NAMES: Record<Role, string> = {
  administrator: '管理员',
  reviewer: '审核员',
  moderator: '内容审核员',
  auditor: '审计员',
  operator: '运维员',
  judge: '评委',
  dispatcher: '派遣员',
  handler: '处置员',
  supervisor: '督办人',
  organisationLeader: '组织负责人',
}

const WORKBENCH = 'features/administration/pages/overview/index'

export const noticeOfGrant = (grant: RoleGrant, { requestId }: GrantEntry): Notice => ({
  accountId: grant.accountId,
  kind: 'roleGranted',
  about: `${grant._id}/${requestId}`,
  title: `你被任命为${ROLE_NAMES[grant.role]}`,
  line: '在“我的”里打开工作台，可以看到等你处理的事',
  page: WORKBENCH,
})

export const noticeOfEnd = (grant: RoleGrant, { requestId, reason }: GrantEntry): Notice => ({
  accountId: grant.accountId,
  kind: 'roleEnded',
  about: `${grant._id}/${requestId}`,
  title: `你的${ROLE_NAMES[grant.role]}身份已经结束`,
  line: reason ?? '',
  page: null,
})
