/** Someone to sign in as on one machine. Names are roles, numbers belong to no network. */
export interface ExamplePerson {
  id: string
  openid: string
  name: string
  /** Who this is and what to try. */
  description: string
  group: '市民' | '工作人员'
  /** What WeChat would give when this person agrees to share the number. */
  phone?: string
  /** What this person has already done when the demo begins. */
  already: ('voted' | 'phoneVerified')[]
  /** Staff: what they may do, and where; `organisation` by its name in organisations.ts. */
  role: ExampleRole | null
}

export interface ExampleRole {
  role:
    | 'administrator'
    | 'reviewer'
    | 'moderator'
    | 'judge'
    | 'auditor'
    | 'operator'
    | 'dispatcher'
    | 'handler'
    | 'supervisor'
    | 'organisationLeader'
  placeCode: string
  organisation?: string
}

/** Where judges come from, one of each kind that 365号 四(三) names. */
const PANEL = [
  ['judgeCivilisation', '评委 · 示例一', 'civilisation', '市文明办'],
  ['judgeCommission', '评委 · 示例二', 'commission', '相关委办局'],
  ['judgeInspector', '评委 · 示例三', 'inspector', '行风监督员'],
  ['judgeCitizen', '评委 · 示例四', 'citizen', '市民巡访团'],
  ['judgeMedia', '评委 · 示例五', 'media', '新闻媒体'],
] as const

export const judges = PANEL.map(([id, name, memberKind, from]) => ({
  id,
  openid: `oDemo${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  name,
  description: `${from}的评委：在“我的评审”里看自己评过的分`,
  group: '工作人员' as const,
  already: [],
  role: { role: 'judge' as const, placeCode: '310000' },
  memberKind,
}))

export const people: ExamplePerson[] = [
  {
    id: 'citizenChen',
    openid: 'oDemoCitizenChen',
    name: '市民 · 示例甲',
    description: '还没有投票，手机号已验证：可以从头走一遍看候选、投票、拿凭证',
    group: '市民',
    phone: '10000000001',
    already: ['phoneVerified'],
    role: null,
  },
  {
    id: 'citizenLin',
    openid: 'oDemoCitizenLin',
    name: '市民 · 示例乙',
    description: '已经投过票，也是志愿者：可以查看投票凭证、服务时长，开一份证明',
    group: '市民',
    phone: '10000000002',
    already: ['voted', 'phoneVerified'],
    role: null,
  },
  {
    id: 'citizenZhou',
    openid: 'oDemoCitizenZhou',
    name: '市民 · 示例丙',
    description: '还没有验证手机号：可以在“我的”里验证，看看会保存什么',
    group: '市民',
    phone: '10000000003',
    already: [],
    role: null,
  },
  {
    id: 'citizenWu',
    openid: 'oDemoCitizenWu',
    name: '市民 · 示例丁（长者）',
    description: '年长的市民：可以打开关怀模式，用大字大按钮投票',
    group: '市民',
    phone: '10000000004',
    already: ['phoneVerified'],
    role: null,
  },
  {
    id: 'reviewerJingan',
    openid: 'oDemoReviewerJingan',
    name: '静安区审核员 · 示例',
    description: '静安区绿化市容局：可以更正本区候选的文字，改不了别的区',
    group: '工作人员',
    already: [],
    role: { role: 'reviewer', placeCode: '310106' },
  },
  {
    id: 'reviewerPudong',
    openid: 'oDemoReviewerPudong',
    name: '浦东新区审核员 · 示例',
    description: '浦东新区绿化市容局：可以更正本区候选的文字，改不了别的区',
    group: '工作人员',
    already: [],
    role: { role: 'reviewer', placeCode: '310115' },
  },
  {
    id: 'administratorFirst',
    openid: 'oDemoAdministratorFirst',
    name: '市级管理员 · 示例一',
    description: '市绿化市容局：可以结束投票、重新计票、确认并公布候选名单',
    group: '工作人员',
    already: [],
    role: { role: 'administrator', placeCode: '310000' },
  },
  {
    id: 'administratorSecond',
    openid: 'oDemoAdministratorSecond',
    name: '市级管理员 · 示例二',
    description: '市绿化市容局：第二位管理员，用于需要两人经手的事项',
    group: '工作人员',
    already: [],
    role: { role: 'administrator', placeCode: '310000' },
  },
  {
    id: 'administratorJingan',
    openid: 'oDemoAdministratorJingan',
    name: '静安区管理员 · 示例',
    description: '静安区绿化市容局：可以任命本区的工作人员、登记本区的组织，看不到别的区',
    group: '工作人员',
    already: [],
    role: { role: 'administrator', placeCode: '310106' },
  },
  {
    id: 'moderatorCity',
    openid: 'oDemoModeratorCity',
    name: '内容审核员 · 示例',
    description: '市绿化市容局：在工作台里看机器拿不准的意见，决定公开还是不公开',
    group: '工作人员',
    already: [],
    role: { role: 'moderator', placeCode: '310000' },
  },
  {
    id: 'auditorCity',
    openid: 'oDemoAuditorCity',
    name: '审计员 · 示例',
    description: '可以查工作记录，检查有没有被删改',
    group: '工作人员',
    already: [],
    role: { role: 'auditor', placeCode: '310000' },
  },
  {
    id: 'operatorCity',
    openid: 'oDemoOperatorCity',
    name: '运维员 · 示例',
    description: '可以看程序运行得怎么样：出错、变慢、没发出去的消息',
    group: '工作人员',
    already: [],
    role: { role: 'operator', placeCode: '310000' },
  },
  {
    id: 'leaderJingan',
    openid: 'oDemoLeaderJingan',
    name: '组织负责人 · 示例',
    description: '南京西路街道一个示例自律会的负责人：可以更新本组织的介绍和联系方式',
    group: '工作人员',
    already: [],
    role: {
      role: 'organisationLeader',
      placeCode: '310106012',
      organisation: '南京西路示例街区自律会',
    },
  },
  {
    id: 'leaderTeam',
    openid: 'oDemoLeaderTeam',
    name: '服务队负责人 · 示例',
    description: '南京西路街道一支示例志愿服务队的负责人：发布每周活动、出示签到码、确认到场',
    group: '工作人员',
    already: [],
    role: {
      role: 'organisationLeader',
      placeCode: '310106012',
      organisation: '南京西路示例志愿服务队',
    },
  },
  {
    id: 'leaderSorting',
    openid: 'oDemoLeaderSorting',
    name: '分类服务队负责人 · 示例',
    description: '南京西路街道一支示例垃圾分类服务队的负责人：每周二、周四晚上桶边值守',
    group: '工作人员',
    already: [],
    role: {
      role: 'organisationLeader',
      placeCode: '310106012',
      organisation: '南京西路示例分类服务队',
    },
  },
  {
    id: 'dispatcherStreet',
    openid: 'oDemoDispatcherStreet',
    name: '南京西路街道派遣员 · 示例',
    description: '街道城运中心：受理、立案、派遣、核查市民上报的问题',
    group: '工作人员',
    already: [],
    role: { role: 'dispatcher', placeCode: '310106012' },
  },
  {
    id: 'handlerSanitation',
    openid: 'oDemoHandlerSanitation',
    name: '处置员 · 示例（环卫所）',
    description: '环卫所：在手机上接单，处置完拍照',
    group: '工作人员',
    already: [],
    role: { role: 'handler', placeCode: '310106012', organisation: '南京西路示例环卫所' },
  },
  {
    id: 'handlerEnforcement',
    openid: 'oDemoHandlerEnforcement',
    name: '处置员 · 示例（城管中队）',
    description: '城管中队：接单、退回、申请延期、处置',
    group: '工作人员',
    already: [],
    role: { role: 'handler', placeCode: '310106012', organisation: '南京西路示例城管中队' },
  },
  {
    id: 'handlerProperty',
    openid: 'oDemoHandlerProperty',
    name: '处置员 · 示例（物业公司）',
    description: '物业公司：处置小区楼道里的问题',
    group: '工作人员',
    already: [],
    role: { role: 'handler', placeCode: '310106012', organisation: '南京西路示例物业公司' },
  },
  {
    id: 'supervisorJingan',
    openid: 'oDemoSupervisorJingan',
    name: '静安区督办人 · 示例',
    description: '看超期、重开和满意度，督办市民再次不满意的问题',
    group: '工作人员',
    already: [],
    role: { role: 'supervisor', placeCode: '310106' },
  },
  ...judges.map(({ memberKind: _memberKind, ...person }) => person),
]
