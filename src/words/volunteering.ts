import type { ActivityState, SignUpState } from '@contract/volunteering/activities'
import type { MembershipState, Skill, TeamKind, UsualTime } from '@contract/volunteering/people'
import type { AttendanceState, Grade } from '@contract/volunteering/presence'
import type { OnHoliday, Recurrence, Weekday } from '@contract/volunteering/recurrence'

/** Volunteering in words. Pure. */

export const teamKindWords: Record<TeamKind, string> = {
  theory: '理论宣讲',
  relief: '扶贫帮困',
  ecology: '生态环保',
  wasteSorting: '垃圾分类',
  countryside: '乡村振兴',
  health: '卫生医疗',
  culture: '文化体育',
  science: '科学普及',
  law: '法律援助',
  emergency: '应急救援',
  civilisation: '文明创建',
  partnership: '区域共建',
}

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

export const usualTimeWords: Record<UsualTime, string> = {
  weekdayMorning: '工作日上午',
  weekdayAfternoon: '工作日下午',
  weekdayEvening: '工作日晚上',
  weekendMorning: '周末上午',
  weekendAfternoon: '周末下午',
  weekendEvening: '周末晚上',
}

export const membershipWords: Record<MembershipState, string> = {
  asked: '等待答复',
  member: '队员',
  declined: '没有通过',
  left: '已离队',
}

export const activityStateWords: Record<ActivityState, string> = {
  coming: '未开始',
  running: '进行中',
  over: '已结束',
  cancelled: '已取消',
}

export const signUpWords: Record<SignUpState, string> = {
  queued: '正在排位',
  confirmed: '已报名',
  waiting: '候补中',
  offered: '等你确认',
  withdrawn: '已退出',
  lapsed: '没有及时确认',
  cancelled: '活动取消',
}

export const attendanceWords: Record<AttendanceState, string> = {
  present: '已签到',
  toConfirm: '等待负责人确认',
  credited: '已计时长',
  absent: '缺席',
  excused: '缺席，已说明原因',
}

/** What each grade means, for whoever asks what the letter stands for. */
export const gradeWords: Record<Grade, { name: string; line: string }> = {
  A: { name: 'A 级', line: '现场码和位置都对上' },
  B: { name: 'B 级', line: '负责人确认到场' },
  C: { name: 'C 级', line: '只有一项证据，负责人确认后才计时长' },
}

/** `2 小时`, `1 小时 30 分`, `45 分钟`. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

const WEEKDAYS: Record<Weekday, string> = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' }

export const weekdayWords = (weekday: Weekday): string => `周${WEEKDAYS[weekday]}`

const ordinalWords = (ordinal: number): string => (ordinal === -1 ? '最后一个' : `第 ${ordinal} 个`)

/** `每周六`, `每 2 周的周二、周四`, `每月 5 日、15 日、25 日`, `每月第 2 个周六`. */
export function recurrenceWords(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case 'once':
      return '只有一次'
    case 'weekly': {
      const days = [...recurrence.weekdays].sort().map(weekdayWords).join('、')
      return recurrence.every === 1 ? `每${days}` : `每 ${recurrence.every} 周的${days}`
    }
    case 'monthly':
      return `每月 ${[...recurrence.days]
        .sort((one, other) => one - other)
        .map((day) => `${day} 日`)
        .join('、')}`
    case 'monthlyWeekday':
      return `每月${recurrence.ordinals.map(ordinalWords).join('、')}${weekdayWords(recurrence.weekday)}`
  }
}

export const onHolidayWords: Record<OnHoliday, string> = {
  keep: '照常举行',
  skip: '不举行',
  nextWorkday: '顺延到下一个工作日',
}
