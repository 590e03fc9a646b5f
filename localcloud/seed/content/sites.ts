import type { PictureRequest } from '../pictures/drawPicture'

/** A second campaign of the demo, still taking nominations: residents propose sites (网络推选). All of it is made up. */

const DAY = 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000
/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_OFFSET = 8 * HOUR

const STAGES = [
  { kind: 'nomination', name: '推荐申报', from: -12, to: 20 },
  { kind: 'selection', name: '推选审定', from: 20, to: 50 },
  { kind: 'showcase', name: '成果展示', from: 50, to: 80 },
] as const

/** The same structure as the document's campaign, with another form; the form asks for few things, so that it can be tried. */
export function exampleSites(now: number) {
  const today = Math.floor((now + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET
  return {
    kind: 'sites' as const,
    cityCode: '310000',
    name: '身边的美丽街角推选（示例）',
    organiser: '上海市绿化和市容管理局',
    basis: '示例活动，没有依据文件',
    introduction:
      '这是一次示例活动，正在接受推荐：点位、文字和图片都是虚构的。请推荐你身边整洁、好用、有特色的街角和口袋公园。',
    eligibility: '本市向公众开放的街角、口袋公园和公共空间。',
    criteria: ['整洁有序，管养到位。', '便利市民，老人孩子都好用。', '有本地特色。'],
    isDemo: true as const,
    stages: STAGES.map(({ kind, name, from, to }) => ({
      kind,
      name,
      opensAt: today + from * DAY,
      closesAt: today + to * DAY,
    })),
    nomination: {
      channels: ['street', 'public', 'self'] as const,
      fields: [
        { key: 'address', label: '地址', isRequired: true, min: 2, max: 80 },
        { key: 'area', label: '面积（平方米）', isRequired: false, min: 1, max: 1_000_000 },
        { key: 'idea', label: '推荐理由', isRequired: true, min: 30, max: 500 },
        { key: 'leader', label: '联系人', isRequired: true, min: 2, max: 30 },
        { key: 'phone', label: '联系电话', isRequired: true, min: 0, max: 0 },
      ],
      photos: {
        kinds: [
          { kind: 'site', min: 1 },
          { kind: 'before', min: 0 },
          { kind: 'after', min: 0 },
        ],
        min: 1,
        max: 6,
        shortSide: 600,
        longSide: 800,
      },
      quotas: { perDistrict: 2, districts: [], departments: [] },
    },
    hasVoting: true,
    votingOpensAt: today + 22 * DAY + 9 * HOUR,
    votingClosesAt: today + 40 * DAY + 18 * HOUR,
    rules: {
      choices: { min: 1, max: 5 },
      period: 'once' as const,
      identity: 'wechat' as const,
      listSize: 10,
      tieBreaks: ['earliestRegistration', 'lot'] as const,
      runningCounts: 'hidden' as const,
      formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' as const },
      risk: { rank3: 'pending' as const, rank4: 'notCounted' as const, asksRanks1And2: true },
    },
    selectionGroup: null,
    experts: null,
  }
}

export interface ExampleSite {
  key: string
  name: string
  placeCode: string
  summary: string
  channel: 'street' | 'public' | 'self'
  /** Who hands it in, of the demo's people. */
  author: string
  values: { address: string; area: number; idea: string; leader: string; phone: string }
  picture: PictureRequest
  /** How far it has come when the demo begins. */
  state: 'draft' | 'submitted' | 'returned' | 'forwarded'
}

const contact = { leader: '示例联系人', phone: '021-10000000' }

export const sites: ExampleSite[] = [
  {
    key: 'plane-tree-corner',
    name: '梧桐街角（示例）',
    placeCode: '310106012',
    summary: '路口的一圈长椅围着老梧桐，下午总有人坐着聊天',
    channel: 'public',
    author: 'citizenChen',
    values: {
      ...contact,
      address: '南京西路街道示例路口',
      area: 120,
      idea: '以前这里停满了车。现在种了矮灌木，放了长椅，老人接孩子放学可以在这里歇脚，地面也一直扫得干净。（示例文字）',
    },
    picture: { seed: 'site/plane-tree', kind: 'street', setting: 'villa' },
    state: 'submitted',
  },
  {
    key: 'rain-garden',
    name: '雨水花园（示例）',
    placeCode: '310106012',
    summary: '下雨时蓄水，晴天是一块开花的草地',
    channel: 'street',
    author: 'reviewerJingan',
    values: {
      ...contact,
      address: '示例弄堂口',
      area: 260,
      idea: '低洼的空地改成了会蓄水的小花园，下大雨时弄堂口不再积水，花由居民自己照看。（示例文字）',
    },
    picture: { seed: 'site/rain-garden', kind: 'street', setting: 'villa' },
    state: 'forwarded',
  },
  {
    key: 'riverside-steps',
    name: '滨江台阶（示例）',
    placeCode: '310115',
    summary: '可以坐下来看江的台阶，轮椅也能下到水边',
    channel: 'self',
    author: 'citizenLin',
    values: {
      ...contact,
      address: '示例滨江步道',
      area: 900,
      idea: '原来的防汛墙外加了一段缓坡和台阶，推轮椅、推童车都能到水边，垃圾桶放在看得见又不碍事的地方。（示例文字）',
    },
    picture: { seed: 'site/riverside', kind: 'street', setting: 'riverside' },
    state: 'returned',
  },
  {
    key: 'market-corner',
    name: '菜场转角（示例）',
    placeCode: '310106012',
    summary: '菜场门口的转角不再堆货，多了一排放自行车的架子',
    channel: 'public',
    author: 'citizenChen',
    values: { ...contact, address: '示例菜场南门', area: 60, idea: '' },
    picture: { seed: 'site/market', kind: 'street' },
    state: 'draft',
  },
]
