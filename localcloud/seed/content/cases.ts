import type { Problem } from '../pictures/problemThings'

/**
 * Street problems of the demo. All of them are made up and say so; streets are real, positions are roughly in them
 * (GCJ-02) and belong to no house.
 */
export interface ExampleCase {
  key: string
  /** Of the catalogue that a deployment begins with. */
  categoryId: string
  problem: Problem
  placeCode: string
  address: string
  longitude: number
  latitude: number
  description: string
  /** Who reported it, of the demo's people; the rest are people whom one cannot be. */
  reporter: string | null
  /** Hours before the demo begins. */
  hoursAgo: number
  /** What its category asks, by the question. */
  answers?: Record<string, string>
  /** How many others said 我也遇到. */
  joined?: number
  /** How far it has come. */
  until:
    | 'reported'
    | 'filed'
    | 'dispatched'
    | 'handling'
    | 'asked'
    | 'suspended'
    | 'handled'
    | 'closed'
    | 'satisfied'
    | 'reopened'
    | 'supervised'
    | 'refused'
  /** Who handles it; without one the desk has it. */
  department?: 'sanitation' | 'enforcement' | 'property'
}

const WEST_NANJING = '310106012'

const inWestNanjing = { placeCode: WEST_NANJING }

export const cases: ExampleCase[] = [
  {
    ...inWestNanjing,
    key: 'bags-at-corner',
    categoryId: 'exposedRubbish',
    problem: 'rubbish',
    address: '静安区南京西路街道示例路口',
    longitude: 121.4562,
    latitude: 31.2296,
    description: '路口转角堆了好几袋垃圾，已经两天了。（示例）',
    reporter: 'citizenLin',
    hoursAgo: 75,
    joined: 3,
    until: 'closed',
    department: 'sanitation',
  },
  {
    ...inWestNanjing,
    key: 'boxes-before-shop',
    categoryId: 'piledThings',
    answers: { blocksWay: '堵住了' },
    problem: 'goods',
    address: '静安区南京西路街道示例商店门前',
    longitude: 121.4581,
    latitude: 31.2288,
    description: '店家把货箱摆到人行道上，轮椅过不去。（示例）',
    reporter: 'citizenLin',
    hoursAgo: 30,
    joined: 5,
    until: 'handling',
    department: 'enforcement',
  },
  {
    ...inWestNanjing,
    key: 'bicycles-on-tiles',
    categoryId: 'bikeParking',
    problem: 'bicycles',
    address: '静安区南京西路街道示例地铁口',
    longitude: 121.4603,
    latitude: 31.2301,
    description: '共享单车倒了一片，盲道走不了。（示例）',
    reporter: null,
    hoursAgo: 5,
    joined: 2,
    until: 'dispatched',
    department: 'enforcement',
  },
  {
    ...inWestNanjing,
    key: 'posters-on-wall',
    categoryId: 'postedBills',
    problem: 'posters',
    address: '静安区南京西路街道示例弄堂外墙',
    longitude: 121.4549,
    latitude: 31.2279,
    description: '墙上又贴满了小广告。（示例）',
    reporter: null,
    hoursAgo: 100,
    until: 'satisfied',
    department: 'sanitation',
  },
  {
    ...inWestNanjing,
    key: 'stairs',
    categoryId: 'stairwayHeap',
    answers: { blocksWay: '堵住了' },
    problem: 'stairway',
    address: '静安区南京西路街道示例小区 3 号楼 2 楼',
    longitude: 121.4571,
    latitude: 31.2311,
    description: '二楼转角堆着旧家具，晚上看不清。（示例）',
    reporter: 'citizenWu',
    hoursAgo: 54,
    until: 'reopened',
    department: 'property',
  },
  {
    ...inWestNanjing,
    key: 'laundry',
    categoryId: 'hungLaundry',
    problem: 'laundry',
    address: '静安区南京西路街道示例支路',
    longitude: 121.4535,
    latitude: 31.2299,
    description: '行道树之间拉了绳子晾衣服。（示例）',
    reporter: null,
    hoursAgo: 3,
    until: 'reported',
  },
  {
    ...inWestNanjing,
    key: 'bin-full',
    categoryId: 'litterBin',
    answers: { aspect: '满了' },
    problem: 'bin',
    address: '静安区南京西路街道示例公交站',
    longitude: 121.459,
    latitude: 31.2276,
    description: '废物箱满了，地上都是。（示例）',
    reporter: null,
    hoursAgo: 1,
    until: 'reported',
  },
  {
    ...inWestNanjing,
    key: 'pothole',
    categoryId: 'brokenRoad',
    problem: 'pothole',
    address: '静安区南京西路街道示例小马路',
    longitude: 121.4612,
    latitude: 31.2284,
    description: '路面有个坑，下雨就积水，骑车很危险。（示例）',
    reporter: null,
    hoursAgo: 80,
    joined: 8,
    until: 'supervised',
    department: 'enforcement',
  },
  {
    ...inWestNanjing,
    key: 'posters-again',
    categoryId: 'postedBills',
    problem: 'posters',
    address: '静安区南京西路街道示例围墙',
    longitude: 121.4556,
    latitude: 31.2304,
    description: '围墙上贴了招租广告。（示例）',
    reporter: null,
    hoursAgo: 26,
    until: 'handled',
    department: 'sanitation',
  },
  {
    ...inWestNanjing,
    key: 'goods-asked',
    categoryId: 'outsideShop',
    problem: 'goods',
    address: '静安区南京西路街道示例水果店',
    longitude: 121.4543,
    latitude: 31.2313,
    description: '水果摊摆到了路沿上。（示例）',
    reporter: null,
    hoursAgo: 28,
    until: 'asked',
    department: 'enforcement',
  },
  {
    ...inWestNanjing,
    key: 'not-here',
    categoryId: 'exposedRubbish',
    problem: 'bin',
    address: '静安区南京西路街道示例广场',
    longitude: 121.4598,
    latitude: 31.2318,
    description: '这里的垃圾桶颜色不好看。（示例）',
    reporter: null,
    hoursAgo: 50,
    until: 'refused',
  },
  {
    ...inWestNanjing,
    key: 'works',
    categoryId: 'brokenPavement',
    problem: 'pothole',
    address: '静安区南京西路街道示例路段',
    longitude: 121.4526,
    latitude: 31.2287,
    description: '人行道的砖松了。（示例）',
    reporter: null,
    hoursAgo: 120,
    until: 'suspended',
    department: 'enforcement',
  },
  {
    key: 'pudong-bags',
    categoryId: 'exposedRubbish',
    problem: 'rubbish',
    placeCode: '310115',
    address: '浦东新区示例路口',
    longitude: 121.5447,
    latitude: 31.2215,
    description: '绿化带边上有人丢了垃圾。（示例）',
    reporter: null,
    hoursAgo: 9,
    until: 'reported',
  },
  {
    key: 'xuhui-bicycles',
    categoryId: 'bikeParking',
    problem: 'bicycles',
    placeCode: '310104',
    address: '徐汇区示例商场门口',
    longitude: 121.4372,
    latitude: 31.1951,
    description: '门口的车把路堵了。（示例）',
    reporter: null,
    hoursAgo: 20,
    until: 'filed',
  },
  {
    key: 'songjiang-laundry',
    categoryId: 'hungLaundry',
    problem: 'laundry',
    placeCode: '310117',
    address: '松江区示例新村',
    longitude: 121.2277,
    latitude: 31.0325,
    description: '公共绿地里晾满了被子。（示例）',
    reporter: null,
    hoursAgo: 33,
    until: 'filed',
  },
]

/** Who handles them: organisations of the demo and what they stand for in the duty table. */
export const departments = {
  sanitation: {
    name: '南京西路示例环卫所',
    kind: 'department',
    duties: ['sanitation'],
    handler: 'handlerSanitation',
  },
  enforcement: {
    name: '南京西路示例城管中队',
    kind: 'department',
    duties: ['enforcement', 'planning', 'marketSupervision'],
    handler: 'handlerEnforcement',
  },
  property: {
    name: '南京西路示例物业公司',
    kind: 'company',
    duties: ['property'],
    handler: 'handlerProperty',
  },
} as const

export const templates = [
  {
    act: 'refuse',
    name: '不属于受理范围',
    text: '你好，你反映的情况不属于城市管理受理范围，建议向有关单位咨询。谢谢你的关心。',
  },
  {
    act: 'close',
    name: '已经处理好',
    text: '你好，你上报的问题已经处理好，处理前后的照片附在下面。请评价，不满意会重新处理。',
  },
  { act: 'handle', name: '已清理', text: '已到现场清理干净，并提醒附近商户和居民保持。' },
  { act: 'return', name: '不属于本部门', text: '经现场查看，不属于本部门职责，请改派。' },
] as const
