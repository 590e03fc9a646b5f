import type { CaseCounts, DayCounts } from '@contract/caseStatistics'
import type { Bar } from '@/components/barChart'
import { numberWords } from './numbers'

/** Counts of cases in words, for staff and for everyone alike. Pure. */

const CITY_OFFSET = 8 * 3_600_000
const MONTH = 7

/** `2026-11`, by the city's clock. */
export const monthOf = (now: number): string => new Date(now + CITY_OFFSET).toISOString().slice(0, MONTH)

/** `2026年11月` */
export const monthWords = (month: string): string =>
  `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** `11月15日` */
export const dateWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** `92%`; a dash where there is nothing that it could be a part of. Never 100% or 0% for what is not quite so. */
export const shareWords = (part: number, whole: number): string => {
  if (whole === 0) return '—'
  const share = Math.round((part / whole) * 100)
  if (part < whole && share === 100) return '99%'
  return part > 0 && share === 0 ? '1%' : `${share}%`
}

const HOUR_MINUTES = 60
const DAY_HOURS = 8

/** Working time: `3.5 小时`, from two working days on `2.3 个工作日`. */
export const handlingWords = ({ handled, handledMinutes }: CaseCounts): string => {
  if (handled === 0) return '—'
  const hours = handledMinutes / handled / HOUR_MINUTES
  if (hours < 1) return `${Math.max(1, Math.round(hours * HOUR_MINUTES))} 分钟`
  return hours < 2 * DAY_HOURS ? `${hours.toFixed(1)} 小时` : `${(hours / DAY_HOURS).toFixed(1)} 个工作日`
}

/** How satisfied people were, with how many said nothing. */
export const satisfactionWords = ({ closed, satisfied, dissatisfied, unrated }: CaseCounts): string => {
  if (closed === 0) return '还没有结案，所以还没有评价。'
  const rated = satisfied + dissatisfied
  const silent = `${numberWords(unrated)} 件没有评价（不算满意）`
  if (rated === 0) return `结案 ${numberWords(closed)} 件，都还没有评价。`
  const said = `有评价的 ${numberWords(rated)} 件里，${numberWords(satisfied)} 件满意（${shareWords(satisfied, rated)}）`
  return unrated === 0 ? `${said}。` : `${said}；另有 ${silent}。`
}

const peakOf = (trend: readonly DayCounts[]): DayCounts | null =>
  trend.reduce<DayCounts | null>(
    (best, each) => (each.reported > 0 && (!best || each.reported > best.reported) ? each : best),
    null,
  )

export const averageOf = (trend: readonly DayCounts[]): number =>
  trend.length === 0 ? 0 : trend.reduce((sum, { reported }) => sum + reported, 0) / trend.length

const averageWords = (average: number): string =>
  average >= 10 ? numberWords(Math.round(average)) : String(Math.round(average * 10) / 10)

/** What a reader would see in the chart: `平均每天上报 4.2 件，11月15日最多，12 件` */
export const trendTitle = (trend: readonly DayCounts[]): string => {
  const peak = peakOf(trend)
  if (!peak) return '这个月还没有上报'
  const average = `平均每天上报 ${averageWords(averageOf(trend))} 件`
  const isUneven = trend.some(({ reported }) => reported !== peak.reported)
  return isUneven ? `${average}，${dateWords(peak.day)}最多，${numberWords(peak.reported)} 件` : average
}

export const averageLine = (trend: readonly DayCounts[]): { value: number; text: string } => {
  const average = averageOf(trend)
  return { value: average, text: `平均每天 ${averageWords(average)} 件` }
}

/** A bar for each day; the highest is marked. */
export const trendBars = (trend: readonly DayCounts[]): Bar[] => {
  const peak = peakOf(trend)
  return trend.map(({ day, reported }) => ({
    key: day,
    label: dateWords(day),
    value: reported,
    isMarked: peak !== null && peak.day === day,
  }))
}
