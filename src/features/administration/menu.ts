import type { Grant } from '@contract/accounts'
import type { Role } from '@contract/method'
import type { WorkKind } from '@contract/workKinds'
import { kindsFor } from '@contract/workKinds'
import type { IconName } from '@/components/icon/names'
import { routes } from '@/routes'
import type { Workplace } from './workplace'

/** The parts of the workbench, and who finds which of them in the navigation. */

export type Section =
  | 'overview'
  | 'cases'
  | 'myCases'
  | 'supervision'
  | 'hotSpots'
  | 'caseRules'
  | 'unitWeeks'
  | 'volunteerMonth'
  | 'campaigns'
  | 'nominations'
  | 'volunteerHours'
  | 'opinions'
  | 'staff'
  | 'organisations'
  | 'auditTrail'
  | 'operations'
  | 'apiKeys'
  | 'hotline'
  | 'mySessions'
  | 'ownOrganisation'

export interface MenuEntry {
  key: Section
  name: string
  line: string
  icon: IconName
  address: string
}

interface Part extends Omit<MenuEntry, 'key' | 'address'> {
  roles: Role[]
  addressAt: (placeCode: string) => string
}

const parts: Record<Exclude<Section, 'overview' | 'myCases' | 'ownOrganisation'>, Part> = {
  cases: {
    name: '案件',
    line: '受理、派遣、核查上报的问题',
    icon: 'camera',
    roles: ['administrator', 'dispatcher', 'supervisor'],
    addressAt: routes.staffCases,
  },
  supervision: {
    name: '案件统计',
    line: '超期、按时、满意度，各地区和部门',
    icon: 'activity',
    roles: ['administrator', 'dispatcher', 'supervisor'],
    addressAt: routes.supervision,
  },
  hotSpots: {
    name: '热点',
    line: '最近上报比平时多的地方',
    icon: 'place',
    roles: ['administrator', 'dispatcher', 'supervisor'],
    addressAt: routes.hotSpots,
  },
  caseRules: {
    name: '办案规则',
    line: '类别、派遣、职责、日历、回复模板',
    icon: 'way',
    roles: ['administrator', 'dispatcher', 'supervisor'],
    addressAt: routes.caseCategories,
  },
  hotline: {
    name: '热线工单',
    line: '从表格导入 12345 工单',
    icon: 'phone',
    roles: ['dispatcher', 'administrator'],
    addressAt: routes.hotline,
  },
  unitWeeks: {
    name: '单位每周活动',
    line: '哪些单位开展了，哪些没有，免做和提醒',
    icon: 'calendar',
    roles: ['administrator', 'supervisor'],
    addressAt: routes.unitWeeks,
  },
  volunteerMonth: {
    name: '志愿服务月报',
    line: '每月活动次数和参加人数，全年累计',
    icon: 'volunteering',
    roles: ['administrator', 'supervisor'],
    addressAt: routes.volunteerMonth,
  },
  campaigns: {
    name: '投票活动',
    line: '新建和修改活动，计票，名单',
    icon: 'vote',
    roles: ['administrator', 'reviewer'],
    addressAt: () => routes.campaigns,
  },
  nominations: {
    name: '申报情况',
    line: '各种状态的申报，推荐名额',
    icon: 'document',
    roles: ['administrator', 'reviewer'],
    addressAt: routes.nominations,
  },
  volunteerHours: {
    name: '志愿时长',
    line: '核对异常时长，撤销，处理申诉',
    icon: 'clock',
    roles: ['administrator'],
    addressAt: routes.volunteerHours,
  },
  opinions: {
    name: '公众意见',
    line: '看大家的意见，答复',
    icon: 'comment',
    roles: ['administrator', 'reviewer', 'moderator'],
    addressAt: routes.opinions,
  },
  staff: {
    name: '人员',
    line: '任命工作人员，结束身份',
    icon: 'people',
    roles: ['administrator', 'auditor'],
    addressAt: routes.staff,
  },
  organisations: {
    name: '组织',
    line: '单位、企业、协会和队伍',
    icon: 'building',
    roles: ['administrator'],
    addressAt: routes.organisations,
  },
  auditTrail: {
    name: '工作记录',
    line: '谁在什么时候做了什么',
    icon: 'document',
    roles: ['administrator', 'auditor'],
    addressAt: routes.auditTrail,
  },
  operations: {
    name: '运行情况',
    line: '程序是否正常，消息是否发出',
    icon: 'activity',
    roles: ['administrator', 'operator'],
    addressAt: routes.operations,
  },
  apiKeys: {
    name: '开放接口',
    line: '别的程序提交案件用的密钥',
    icon: 'switch',
    roles: ['administrator'],
    addressAt: routes.apiKeys,
  },
  mySessions: {
    name: '我的评审',
    line: '给评审对象打分',
    icon: 'count',
    roles: ['judge'],
    addressAt: () => routes.mySessions,
  },
}

export const overviewAt = (placeCode: string): string => `${routes.administration}?placeCode=${placeCode}`

/** Beside the overview: what the person's own organisations have to do, and what the roles at this place allow. */
export const menuOf = ({ placeCode, roles }: Workplace, grants: Grant[]): MenuEntry[] => [
  ...organisationsOf(grants, 'handler').map(myCases),
  ...(Object.keys(parts) as (keyof typeof parts)[]).flatMap((key) => {
    const { roles: allowed, addressAt, ...words } = parts[key]
    return allowed.some((role) => roles.includes(role))
      ? [{ key, ...words, address: addressAt(placeCode) }]
      : []
  }),
  ...organisationsOf(grants, 'organisationLeader').map(ownOrganisation),
]

export interface OwnOrganisation {
  organisationId: string
  placeCode: string
}

/** Organisations in which the person holds this role. */
export const organisationsOf = (grants: Grant[], role: Role): OwnOrganisation[] =>
  grants.flatMap((grant) =>
    grant.role === role && grant.organisationId !== null
      ? [{ organisationId: grant.organisationId, placeCode: grant.placeCode }]
      : [],
  )

const myCases = (own: OwnOrganisation): MenuEntry => ({
  key: 'myCases',
  name: '我的处置',
  line: '派到本部门的案件',
  icon: 'list',
  address: routes.myCases({ ...own }),
})

const ownOrganisation = (own: OwnOrganisation): MenuEntry => ({
  key: 'ownOrganisation',
  name: '我负责的组织',
  line: '联系方式和简介',
  icon: 'building',
  address: routes.organisation({ ...own }),
})

/** The same part at another place, or the overview where the person may not have it. */
export const sectionAt = (section: Section | WorkKind, workplace: Workplace, grants: Grant[]): string => {
  const { placeCode, roles } = workplace
  const kind = kindsFor(roles).find((each) => each === section)
  if (kind) return routes.work({ placeCode, kind })
  return menuOf(workplace, grants).find(({ key }) => key === section)?.address ?? overviewAt(placeCode)
}
