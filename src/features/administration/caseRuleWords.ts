import type { CatalogueVersion, RoutingRule, TemplateAct } from '@contract/caseRules'
import { CATEGORY_GROUPS, type Category, type TimeCounting } from '@contract/cases/categories'
import { DUTIES, DUTY_KEYS } from '@contract/cases/duties'
import { caseSourceWords } from '@/words/cases'
import { fullDayWords } from '@/words/moments'

/** The rules for cases in words. Pure. */

export const hoursWords = (hours: number, counting: TimeCounting): string =>
  counting === 'working' ? `${hours} 工作小时` : `${hours} 小时，不分昼夜`

export const dutyChoices = DUTY_KEYS.map((value) => ({
  value,
  text: DUTIES[value].name,
  line: DUTIES[value].work,
}))

export const templateActWords: Record<TemplateAct, string> = {
  refuse: '不予受理',
  close: '结案答复',
  reject: '核查不通过',
  return: '退回',
  handle: '处置反馈',
  note: '备注',
}

export const templateActs = Object.keys(templateActWords) as TemplateAct[]

const MINUTES_OF_HOUR = 60
const MINUTES_OF_DAY = 1440
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** `09:30`; the end of a day is `24:00`. */
export const minuteWords = (minute: number): string =>
  `${twoDigits(Math.floor(minute / MINUTES_OF_HOUR))}:${twoDigits(minute % MINUTES_OF_HOUR)}`

export const minuteOf = (clock: string): number => {
  const [hour = '0', minute = '0'] = clock.split(':')
  return (Number(hour) * MINUTES_OF_HOUR + Number(minute)) % MINUTES_OF_DAY
}

/** `22:00 至次日 06:00` */
export const spanOfDayWords = ({ from, until }: { from: number; until: number }): string =>
  `${minuteWords(from)} 至${until <= from ? '次日' : ''} ${minuteWords(until)}`

export interface Names {
  category: (categoryId: string) => string
  place: (code: string) => string
  organisation: (organisationId: string) => string
}

const LISTED = 3
const listed = (names: string[]): string =>
  names.length > LISTED ? `${names.slice(0, LISTED).join('、')}等 ${names.length} 个` : names.join('、')

/** What must hold for a rule, one line each; all reports where nothing must. */
export function conditionWords(
  { groups, categoryIds, placeCodes, hours, days, sources }: RoutingRule,
  names: Names,
): string[] {
  const what = [...groups.map((group) => CATEGORY_GROUPS[group]), ...categoryIds.map(names.category)]
  const lines = [
    what.length > 0 ? `类别：${listed(what)}` : '',
    placeCodes.length > 0 ? `地区：${listed(placeCodes.map(names.place))}` : '',
    hours ? `时间：${spanOfDayWords(hours)}` : '',
    days ? `日子：${days === 'working' ? '工作日' : '休息日和节假日'}` : '',
    sources.length > 0 ? `来源：${sources.map((source) => caseSourceWords[source]).join('、')}` : '',
  ].filter((line) => line !== '')
  return lines.length > 0 ? lines : ['所有上报']
}

export function targetWords({ to, isAutomatic }: RoutingRule, names: Names): string {
  if (to.kind === 'desk') return '留给派遣员决定'
  const name = to.kind === 'duty' ? DUTIES[to.duty].name : names.organisation(to.organisationId)
  return isAutomatic ? `自动派给${name}` : `建议派给${name}`
}

/** `第 3 版 · 2026年11月21日 · 王芳` */
export const versionWords = ({ version, at, name }: CatalogueVersion): string =>
  name === null ? `第 ${version} 版 · 系统自带` : `第 ${version} 版 · ${fullDayWords(at)} · ${name}`

/** What staff type with any mark between: `违停、乱停车 停车`. */
export const wordsTyped = (typed: string): string[] => [
  ...new Set(typed.split(/[、，,;；\s]+/).filter((word) => word !== '')),
]

export const byGroup = <Found extends Pick<Category, 'group'>>(categories: Found[]) =>
  (Object.keys(CATEGORY_GROUPS) as Category['group'][])
    .map((group) => ({ group, categories: categories.filter((each) => each.group === group) }))
    .filter((part) => part.categories.length > 0)
