/** A moment as the city's clock shows it (Asia/Shanghai, UTC+8, no summer time), wherever the phone is. */
export interface CityTime {
  /** `2026-11-15` */
  date: string
  /** `18:00` */
  clock: string
}

const CITY_OFFSET = 8 * 3_600_000

export const cityTimeOf = (time: number): CityTime => {
  const words = new Date(time + CITY_OFFSET).toISOString()
  return { date: words.slice(0, 10), clock: words.slice(11, 16) }
}

/** Null where the words are no moment: a date half typed. */
export const momentOf = ({ date, clock }: CityTime): number | null => {
  const time = Date.parse(`${date}T${clock}:00+08:00`)
  return Number.isNaN(time) ? null : time
}
