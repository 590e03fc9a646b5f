import type { StaffMember } from '@contract/administration'
import { ROLES, type Role } from '@contract/method'
import { fullDayWords } from '@/words/moments'

/** Who holds which role, and until when, in words. */

/** What each role may do, for whoever gives it. */
export const roleLines: Record<Role, string> = {
  administrator: '任命工作人员，登记组织，办理投票活动',
  reviewer: '审核和更正候选的材料',
  moderator: '决定市民写的内容能不能公开',
  auditor: '查看和检查工作记录，不能修改',
  operator: '看程序运行是否正常，看不到市民的内容',
  judge: '在评审会上给候选组织评分，只看得到自己的评分',
  dispatcher: '受理、派遣、核查市民上报的问题',
  handler: '处置派到自己部门的问题',
  supervisor: '看办理情况，督办市民不满意的问题',
  organisationLeader: '更新自己负责的一个组织的介绍和联系方式',
}

export const isRole = (role: string | undefined): role is Role =>
  role !== undefined && (ROLES as readonly string[]).includes(role)

/** The last day of something that ends at `endsAt`: an end at midnight belongs to the day before. */
export const lastDayWords = (endsAt: number): string => fullDayWords(endsAt - 1)

export const untilWords = ({ endsAt }: Pick<StaffMember, 'endsAt'>): string =>
  endsAt === null ? '不限' : lastDayWords(endsAt)
