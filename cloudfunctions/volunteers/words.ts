import type { MembershipState, Skill, UsualTime } from '../../contract/volunteering/people'

/** What a volunteer is given to read of the own record, outside of any screen. Pure. */

export const skillWords: Record<Skill, string> = {
  guiding: '现场引导',
  speaking: '讲解宣传',
  firstAid: '急救',
  medical: '医护',
  legal: '法律',
  languages: '外语',
  signLanguage: '手语',
  photography: '摄影摄像',
  driving: '驾驶',
  gardening: '园艺绿化',
  repairing: '水电维修',
  arts: '文艺体育',
  computing: '电脑网络',
  caring: '陪伴照护',
}

export const timeWords: Record<UsualTime, string> = {
  weekdayMorning: '工作日上午',
  weekdayAfternoon: '工作日下午',
  weekdayEvening: '工作日晚上',
  weekendMorning: '周末上午',
  weekendAfternoon: '周末下午',
  weekendEvening: '周末晚上',
}

export const stateWords: Record<MembershipState, string> = {
  asked: '等待答复',
  member: '队员',
  declined: '没有通过',
  left: '已离队',
}
