import type { MethodName } from '@/cloud/services'

/** What staff do, as it stands in the audit trail. */
const acts: Partial<Record<MethodName<'voting'> | MethodName<'administration'>, string>> = {
  createCampaign: '建立活动',
  registerCandidate: '登记候选组织',
  reviseCandidate: '修改候选组织的文字',
  changeRules: '修改投票规则',
  closeVoting: '提前结束投票',
  getCount: '查看计票',
  recount: '清点选票',
  proposeList: '生成候选名单',
  confirmList: '确认名单',
  publishList: '公布名单',
  grantRole: '授权',
  endRole: '结束授权',
  listAuditTrail: '查看工作记录',
  claimAdministration: '启用第一位管理员',
}

/** A method without words of its own is shown by its name, so that no act is hidden. */
export const actWords = (method: string): string => (acts as Record<string, string>)[method] ?? method
