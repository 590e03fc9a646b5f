/** The only source of time for cloud functions, so that rules take time as a value and tests own it. */
export const now = (): number => Date.now()

export const SHANGHAI_OFFSET = 8 * 3_600_000

/** Calendar day in Asia/Shanghai (UTC+8, no daylight saving since 1991): `2026-11-21`. */
export const shanghaiDay = (time: number): string =>
  new Date(time + SHANGHAI_OFFSET).toISOString().slice(0, 10)

/** The moment a calendar day in Asia/Shanghai begins. */
export const startOfShanghaiDay = (day: string): number =>
  Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET

/** A moment as people in Shanghai write it: `2026年11月21日 18:00`. */
export function shanghaiTime(time: number): string {
  const [year, month, day, minute] = new Date(time + SHANGHAI_OFFSET).toISOString().split(/[-T]/)
  return `${year}年${Number(month)}月${Number(day)}日 ${minute?.slice(0, 5)}`
}

/** Minutes since midnight in Shanghai. */
export const shanghaiMinuteOfDay = (time: number): number =>
  Math.floor((time + SHANGHAI_OFFSET) / 60_000) % 1440
