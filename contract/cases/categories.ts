import type { Duty } from './duties'

/** Categories 类别 of street problems: data that staff edit. Every change makes a new version of the catalogue. */

/** What the first choice of a report shows: a picture each. */
export const CATEGORY_GROUPS = {
  sixDont: '六无',
  stairway: '楼道',
  sanitation: '环境卫生',
  road: '道路设施',
  greening: '绿化',
  facilities: '公厕和废物箱',
  trade: '经营秩序',
  parking: '停车秩序',
  other: '其他',
} as const
export type CategoryGroup = keyof typeof CATEGORY_GROUPS
export const CATEGORY_GROUP_KEYS = Object.keys(CATEGORY_GROUPS) as [CategoryGroup, ...CategoryGroup[]]

/** A question that only this category asks. */
export interface CategoryQuestion {
  questionId: string
  label: string
  /** `choice`: one of `options`. `text`: a short line. `number`: a whole number. */
  kind: 'choice' | 'text' | 'number'
  options: string[]
  isRequired: boolean
}

/** `working`: counted in working hours of the Shanghai calendar. `continuous`: every hour, for what cannot wait. */
export type TimeCounting = 'working' | 'continuous'

export interface Category {
  categoryId: string
  name: string
  /** One line that tells it from its neighbours. */
  description: string
  group: CategoryGroup
  /** Other words under which people look for it. */
  words: string[]
  /** Eight digits or fewer of GB/T 30428.2 (大类 and 小类 of 事件 or 部件), or null where it has none. */
  nationalCode: string | null
  /** The document that it comes from. */
  basis: string
  /** Hours, of the kind of `counting`, from 立案 until it must be handled. */
  handleHours: number
  /** Hours from the report until it must be accepted or refused. */
  acceptHours: number
  counting: TimeCounting
  /** Photos that a report needs. */
  minPhotos: number
  /** After-photos that 处置 needs; never below 1. */
  minAfterPhotos: number
  defaultDuty: Duty
  /** Inside buildings: the public map shows the neighbourhood, never the door. */
  isIndoor: boolean
  /** Metres within which an open case of this category may be the same. */
  duplicateRadius: number
  questions: CategoryQuestion[]
  /** No longer offered; cases keep it. */
  isRetired: boolean
}

export interface Catalogue {
  version: number
  categories: Category[]
}

export interface Answer {
  questionId: string
  value: string | number
}
