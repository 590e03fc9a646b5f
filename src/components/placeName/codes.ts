import type { PlaceLevel } from '@contract/places'

/** What a place's code says by itself. */

export const PLACE_LEVELS: PlaceLevel[] = ['city', 'district', 'street', 'village', 'grid']

export const levelWords: Record<PlaceLevel, string> = {
  city: '市',
  district: '区',
  street: '街镇',
  village: '居村',
  grid: '网格',
}

const LENGTHS = { district: 6, street: 9, village: 12, grid: 15 } as const

const cityOf = (code: string): string => `${code.slice(0, 2)}0000`

export const levelOf = (code: string): PlaceLevel =>
  code === cityOf(code)
    ? 'city'
    : (PLACE_LEVELS.find((level) => level !== 'city' && LENGTHS[level] >= code.length) ?? 'grid')

/** Its city, its district … and the place itself. */
export const lineageOf = (code: string): string[] =>
  levelOf(code) === 'city'
    ? [code]
    : [
        cityOf(code),
        ...Object.values(LENGTHS)
          .filter((length) => length <= code.length)
          .map((length) => code.slice(0, length)),
      ]

/** Whether the place lies in `area`, or is it. */
export const liesIn = (code: string, area: string): boolean => lineageOf(code).includes(area)

/** How exact a level is: the city least. */
export const exactness = (level: PlaceLevel): number => PLACE_LEVELS.indexOf(level)
