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
  /** Staff: what they may do, and where. */
  role: { role: 'administrator' | 'reviewer'; placeCode: string } | null
}

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
    description: '已经投过票：可以查看自己的凭证，再投一次看看会怎样',
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
    description: '静安区绿化市容局：可以更正本区候选组织的文字，改不了别的区',
    group: '工作人员',
    already: [],
    role: { role: 'reviewer', placeCode: '310106' },
  },
  {
    id: 'reviewerPudong',
    openid: 'oDemoReviewerPudong',
    name: '浦东新区审核员 · 示例',
    description: '浦东新区绿化市容局：可以更正本区候选组织的文字，改不了别的区',
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
]
