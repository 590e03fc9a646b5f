import { DUTIES } from '@contract/cases/duties'
import type { Proposal } from '@contract/casework'

/** Where routing would send a case, and why, in words. Pure. */
export const proposalWords = ({
  how,
  ruleName,
  duty,
  departmentName,
}: Proposal): { title: string; line: string } => {
  const dutyName = duty === null ? null : DUTIES[duty].name
  if (departmentName === null)
    return {
      title: '没有建议，请你决定',
      line: dutyName === null ? '没有符合的派遣规则。' : `按职责是${dutyName}，本地区还没有指定单位。`,
    }
  const why = how === 'rule' ? `按派遣规则“${ruleName ?? ''}”` : `按职责分工：${dutyName ?? ''}`
  return { title: `建议派给${departmentName}`, line: why }
}
