/** Volunteers of the demo: teams, series that have been going on for some weeks, and who comes. All of it is made up. */

const STREET = '310106012'
const PLACE = { placeCode: STREET, position: { longitude: 121.4623, latitude: 31.2296 }, fenceMetres: 300 }
const USUAL_HOURS_RULE = { roundTo: 15, fullFrom: 60, closesAtEnd: true }
const NOTE = '示例数据，为试用而编。'

export interface ExampleTeam {
  /** By its name in organisations.ts. */
  organisation: string
  kind: string
  joining: 'open' | 'request'
  /** By its id in people.ts. */
  leader: string
}

export const teams: ExampleTeam[] = [
  { organisation: '南京西路示例志愿服务队', kind: 'civilisation', joining: 'open', leader: 'leaderTeam' },
  {
    organisation: '南京西路示例分类服务队',
    kind: 'wasteSorting',
    joining: 'request',
    leader: 'leaderSorting',
  },
]

/** Of these an activity a week is expected; the last one has held none. */
export const expectedUnits = ['南京西路示例志愿服务队', '南京西路示例分类服务队', '静安区示例市容管理所']

export interface ExampleVolunteer {
  openid: string
  name: string
  bornIn: string
  skills: string[]
  isListed: boolean
}

const SKILLS = ['guiding', 'gardening', 'photography', 'speaking', 'firstAid']
const NUMBERS = '一二三四五六七八九十'

/** Who comes on Saturdays, besides the people of the demo. */
const others: ExampleVolunteer[] = [...NUMBERS].map((number, index) => ({
  openid: `oDemoVolunteer${index + 1}`,
  name: `示例志愿者${number}`,
  bornIn: `${1958 + index * 5}-0${(index % 9) + 1}`,
  skills: [SKILLS[index % SKILLS.length] as string],
  isListed: index !== 3,
}))

export const volunteers: ExampleVolunteer[] = [
  { openid: 'oDemoCitizenLin', name: '市民示例乙', bornIn: '1986-04', skills: ['guiding'], isListed: true },
  { openid: 'oDemoCitizenWu', name: '市民示例丁', bornIn: '1952-09', skills: ['gardening'], isListed: true },
  ...others,
]

/** Weeks of the past in which the series was held. */
export const WEEKS_HELD = 3
export const COMING_EACH_WEEK = 7

export interface ExampleSeries {
  organisation: string
  leader: string
  /** As `createSeries` takes it; a test holds it against the contract. */
  plan: {
    theme: string
    position: { longitude: number; latitude: number }
    recurrence: { kind: 'once' | 'weekly' | 'monthly' } & Record<string, unknown>
  } & Record<string, unknown>
}

export interface ExampleDays {
  /** The first one, `2026-10-31`. */
  from: string
  /** The coming one. */
  saturday: string
  /** When one begins to which people can check in at once. */
  soon: { day: string; startMinute: number }
}

export const exampleSeries = ({ from, saturday, soon }: ExampleDays): ExampleSeries[] => [
  {
    organisation: '南京西路示例志愿服务队',
    leader: 'leaderTeam',
    plan: {
      ...PLACE,
      theme: '全民动手、美化家园（示例）',
      kind: 'civilisation',
      description: `${NOTE}沿示例路段清扫街面、擦拭护栏、劝导乱停的非机动车。请穿防滑的鞋，手套和工具由服务队准备。`,
      address: '示例路 100 号街心花园门口',
      roles: [
        { roleId: 'guide', name: '引导员', capacity: 2, skill: null, minAge: 18 },
        { roleId: 'cleaner', name: '清洁员', capacity: 12, skill: null, minAge: null },
      ],
      insurance: '服务队为到场的志愿者购买当天的意外险（示例）。',
      isForMembersOnly: false,
      hoursRule: USUAL_HOURS_RULE,
      recurrence: { kind: 'weekly', from, until: null, every: 1, weekdays: [6] },
      onHoliday: 'keep',
      startMinute: 9 * 60,
      minutes: 120,
    },
  },
  {
    organisation: '南京西路示例分类服务队',
    leader: 'leaderSorting',
    plan: {
      ...PLACE,
      theme: '垃圾分类桶边值守（示例）',
      kind: 'wasteSorting',
      description: `${NOTE}晚上投放高峰时站在桶边，提醒破袋、分干湿。`,
      address: '示例小区 2 号投放点',
      roles: [{ roleId: 'guide', name: '值守员', capacity: 2, skill: null, minAge: 16 }],
      insurance: '',
      isForMembersOnly: false,
      hoursRule: { ...USUAL_HOURS_RULE, roundTo: 30 },
      recurrence: { kind: 'weekly', from, until: null, every: 1, weekdays: [2, 4] },
      onHoliday: 'skip',
      startMinute: 18 * 60 + 30,
      minutes: 90,
    },
  },
  {
    organisation: '南京西路示例街区自律会',
    leader: 'leaderJingan',
    plan: {
      ...PLACE,
      theme: '文明单位尽责日（示例）',
      kind: 'partnership',
      description: `${NOTE}每月 5 日、15 日、25 日，单位员工和沿街商户一起整治门前环境。`,
      address: '示例路 60 号门前广场',
      roles: [{ roleId: 'anyone', name: '参加者', capacity: 30, skill: null, minAge: null }],
      insurance: '',
      isForMembersOnly: false,
      hoursRule: USUAL_HOURS_RULE,
      recurrence: { kind: 'monthly', from, until: null, days: [5, 15, 25], inShortMonths: 'skip' },
      onHoliday: 'nextWorkday',
      startMinute: 14 * 60,
      minutes: 90,
    },
  },
  {
    organisation: '南京西路示例志愿服务队',
    leader: 'leaderTeam',
    plan: {
      ...PLACE,
      theme: '当一天城市美容师（示例）',
      kind: 'civilisation',
      description: `${NOTE}跟着环卫工人走一条街：清扫、冲洗、分拣，体会一天的辛苦。带孩子的家庭也可以来。`,
      address: '示例环卫道班房',
      roles: [{ roleId: 'anyone', name: '体验者', capacity: 10, skill: null, minAge: 8 }],
      insurance: '服务队为到场的志愿者购买当天的意外险（示例）。',
      isForMembersOnly: false,
      hoursRule: USUAL_HOURS_RULE,
      recurrence: { kind: 'once', day: saturday },
      onHoliday: 'keep',
      startMinute: 14 * 60,
      minutes: 180,
    },
  },
  {
    organisation: '南京西路示例志愿服务队',
    leader: 'leaderTeam',
    plan: {
      ...PLACE,
      theme: '街心花园清洁，现在可以签到（示例）',
      kind: 'ecology',
      description: `${NOTE}马上开始的一场：服务队负责人出示签到码，志愿者签到，看看时长怎样计入。`,
      address: '示例路 100 号街心花园门口',
      roles: [{ roleId: 'anyone', name: '参加者', capacity: 20, skill: null, minAge: null }],
      insurance: '',
      isForMembersOnly: false,
      hoursRule: { ...USUAL_HOURS_RULE, roundTo: 1, fullFrom: 100 },
      recurrence: { kind: 'once', day: soon.day },
      onHoliday: 'keep',
      startMinute: soon.startMinute,
      minutes: 180,
    },
  },
]
