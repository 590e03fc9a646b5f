/** Periods that people usually need. Days, `2026-11-21`. Pure. */

export type Period = 'thisYear' | 'lastYear' | 'all' | 'own'

export const periodNames: { value: Period; text: string }[] = [
  { value: 'thisYear', text: '今年' },
  { value: 'lastYear', text: '去年' },
  { value: 'all', text: '最近五年' },
  { value: 'own', text: '自己选' },
]

const YEARS = 5

/** Null: the person says from when until when. */
export function periodOf(period: Period, today: string): { from: string; until: string } | null {
  const year = Number(today.slice(0, 4))
  if (period === 'thisYear') return { from: `${year}-01-01`, until: today }
  if (period === 'lastYear') return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` }
  if (period === 'all') return { from: `${year - YEARS + 1}-01-01`, until: today }
  return null
}
