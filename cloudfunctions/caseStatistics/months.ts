import { shanghaiDay } from '../platform/clock'

const MONTH = 7

/** `2026-11`, in Shanghai. */
export const monthOf = (time: number): string => shanghaiDay(time).slice(0, MONTH)

/** `2026-01` and -1 → `2025-12` */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, MONTH)
}
