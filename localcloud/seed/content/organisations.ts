/** Organisations of the demo. The city's bureau is real; every other one is made up and says so in its name. */
export interface ExampleOrganisation {
  placeCode: string
  kind: 'bureau' | 'department' | 'company' | 'association' | 'team'
  name: string
  introduction: string
}

const EXAMPLE = '示例数据，为试用而编。'

export const organisations: ExampleOrganisation[] = [
  {
    placeCode: '310000',
    kind: 'bureau',
    name: '上海市绿化和市容管理局',
    introduction: '绿色上海选树活动的主办单位（沪绿容〔2023〕365号）。',
  },
  {
    placeCode: '310106',
    kind: 'department',
    name: '静安区示例市容管理所',
    introduction: `${EXAMPLE}负责本区责任区管理的日常指导。`,
  },
  {
    placeCode: '310106012',
    kind: 'association',
    name: '南京西路示例街区自律会',
    introduction: `${EXAMPLE}由沿街商户自己组成，管好门前的清洁和秩序。`,
  },
  {
    placeCode: '310106012',
    kind: 'team',
    name: '南京西路示例志愿服务队',
    introduction: `${EXAMPLE}每周六上午清洁街面。`,
  },
  {
    placeCode: '310106012',
    kind: 'team',
    name: '南京西路示例分类服务队',
    introduction: `${EXAMPLE}每周二、周四晚上在投放点值守，提醒分类。`,
  },
  {
    placeCode: '310115',
    kind: 'company',
    name: '浦东示例环境服务公司',
    introduction: `${EXAMPLE}承担示例路段的保洁。`,
  },
  {
    placeCode: '310106012',
    kind: 'department',
    name: '南京西路示例环卫所',
    introduction: `${EXAMPLE}清扫保洁、垃圾清运、废物箱。`,
  },
  {
    placeCode: '310106012',
    kind: 'department',
    name: '南京西路示例城管中队',
    introduction: `${EXAMPLE}查处违反市容环境卫生管理规定的行为。`,
  },
  {
    placeCode: '310106012',
    kind: 'company',
    name: '南京西路示例物业公司',
    introduction: `${EXAMPLE}管理示例小区的公用部分。`,
  },
]
