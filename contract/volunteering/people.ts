/** Volunteers 志愿者 and service teams 服务队. Apart from the services, so that screens can use it without the validator. */

/** The twelve kinds of teams that 盈浦街道 set up [上海精神文明建设简报第39期]. */
export const TEAM_KINDS = [
  /** 理论宣讲 */
  'theory',
  /** 扶贫帮困 */
  'relief',
  /** 生态环保 */
  'ecology',
  /** 垃圾分类 */
  'wasteSorting',
  /** 乡村振兴 */
  'countryside',
  /** 卫生医疗 */
  'health',
  /** 文化体育 */
  'culture',
  /** 科学普及 */
  'science',
  /** 法律援助 */
  'law',
  /** 应急救援 */
  'emergency',
  /** 文明创建 */
  'civilisation',
  /** 区域共建 */
  'partnership',
] as const
export type TeamKind = (typeof TEAM_KINDS)[number]

export const SKILLS = [
  /** 现场引导 */
  'guiding',
  /** 讲解宣传 */
  'speaking',
  /** 急救 */
  'firstAid',
  /** 医护 */
  'medical',
  /** 法律 */
  'legal',
  /** 外语 */
  'languages',
  /** 手语 */
  'signLanguage',
  /** 摄影摄像 */
  'photography',
  /** 驾驶 */
  'driving',
  /** 园艺绿化 */
  'gardening',
  /** 水电维修 */
  'repairing',
  /** 文艺体育 */
  'arts',
  /** 电脑网络 */
  'computing',
  /** 陪伴照护 */
  'caring',
] as const
export type Skill = (typeof SKILLS)[number]

/** When somebody usually has time. */
export const TIMES = [
  'weekdayMorning',
  'weekdayAfternoon',
  'weekdayEvening',
  'weekendMorning',
  'weekendAfternoon',
  'weekendEvening',
] as const
export type UsualTime = (typeof TIMES)[number]

/** From eight on a child can act with the consent of a guardian [民法典第十九条]. */
export const YOUNGEST = 8
/** Below this a guardian has to agree [民法典第十七条；志愿服务条例第七条：与其年龄、智力状况相适应]. */
export const OF_AGE = 18

/** Parent or another person who stands for a child. Kept as long as the volunteer is below OF_AGE. */
export interface Guardian {
  name: string
  phone: string
  relation: 'parent' | 'grandparent' | 'other'
}

/** What a volunteer sees of the own record. */
export interface Volunteer {
  name: string
  /** `2008-05`: the month is enough to know the age, so the day is not asked for. */
  bornIn: string
  guardian: (Guardian & { agreedAt: number }) | null
  /** Street or village. */
  placeCode: string
  gridCode: string | null
  skills: Skill[]
  times: UsualTime[]
  /** Whether boards name the person: `陈**`. */
  isListed: boolean
  /** To be shown to a leader, on screen or on paper: CARD_CODE_LENGTH letters and digits. */
  cardCode: string
  registeredAt: number
  version: number
}

/** Asked to join, in, turned down, or left. */
export type MembershipState = 'asked' | 'member' | 'declined' | 'left'

export interface TeamSummary {
  organisationId: string
  name: string
  kind: TeamKind
  placeCode: string
  /** Grids that it looks after. */
  gridCodes: string[]
  members: number
}

export interface Team extends TeamSummary {
  introduction: string
  /** `open`: who asks is in. */
  joining: 'open' | 'request'
  isClosed: boolean
  version: number
  /** The caller's. */
  membership: MembershipState | null
}

/** For leaders. */
export interface Member {
  membershipId: string
  accountId: string
  name: string
  isMinor: boolean
  skills: Skill[]
  times: UsualTime[]
  placeCode: string
  /** The grid that the team has put the member into 进网格. */
  gridCode: string | null
  state: MembershipState
  /** What the person wrote when asking. */
  words: string
  since: number
}

export interface MyTeam {
  organisationId: string
  name: string
  kind: TeamKind
  state: MembershipState
  gridCode: string | null
  since: number
  /** Why it was declined. */
  reason: string | null
}

/** Age in whole years, at a moment in Shanghai. A birthday counts from the end of its month, since the day is not known. */
export function ageAt(bornIn: string, moment: number): number {
  const [year = 0, month = 0] = bornIn.split('-').map(Number)
  const then = new Date(moment + 8 * 3_600_000)
  const months = (then.getUTCFullYear() - year) * 12 + (then.getUTCMonth() + 1 - month)
  return Math.floor((months - 1) / 12)
}
