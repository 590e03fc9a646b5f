import type { Position } from '../../contract/cases/cases'
import streets from '../../contract/places/streets.json'

/** The same made-up city every time: where problems lie, of which kind, how old they are. No function here knows the cloud. */

export interface Problem {
  index: number
  streetCode: string
  position: Position
  /** Hours before now. */
  age: number
  isOpen: boolean
  /** Among the categories, by a number from 0 to 1. */
  category: number
}

const DAY = 24
const YEARS = 2 * 365 * DAY
const OPEN_SHARE = 0.03
/** Open ones are younger. */
const OPEN_SINCE = 20 * DAY
/** In small cities and in large ones as many lie near the place that is asked about, so that all answers are full pages. */
const NEARBY = 60

/** What was written has been checked. Many cases share one, which costs what as many would. */
export const CONTENTS = 500
export const contentId = (index: number): string => `bench-content-${index % CONTENTS}`

/** About where the government of each district is, and a share of what is reported in the city. */
const districts: readonly { code: string; middle: [number, number]; spread: number; share: number }[] = [
  { code: '310101', middle: [121.48, 31.23], spread: 0.015, share: 6 },
  { code: '310104', middle: [121.44, 31.19], spread: 0.025, share: 8 },
  { code: '310105', middle: [121.4, 31.22], spread: 0.025, share: 6 },
  { code: '310106', middle: [121.45, 31.25], spread: 0.025, share: 8 },
  { code: '310107', middle: [121.4, 31.26], spread: 0.03, share: 8 },
  { code: '310109', middle: [121.49, 31.27], spread: 0.02, share: 6 },
  { code: '310110', middle: [121.53, 31.28], spread: 0.03, share: 8 },
  { code: '310112', middle: [121.38, 31.11], spread: 0.07, share: 9 },
  { code: '310113', middle: [121.44, 31.38], spread: 0.07, share: 7 },
  { code: '310114', middle: [121.27, 31.36], spread: 0.08, share: 6 },
  { code: '310115', middle: [121.58, 31.18], spread: 0.12, share: 14 },
  { code: '310116', middle: [121.24, 30.8], spread: 0.1, share: 2 },
  { code: '310117', middle: [121.23, 31.04], spread: 0.08, share: 5 },
  { code: '310118', middle: [121.1, 31.13], spread: 0.1, share: 3 },
  { code: '310120', middle: [121.5, 30.91], spread: 0.1, share: 2 },
  { code: '310151', middle: [121.5, 31.65], spread: 0.15, share: 2 },
]

/** In 静安区, where it is crowded. */
export const ASKED_STREET = '310106012'
export const ASKED: Position = { longitude: 121.4562, latitude: 31.2296 }

/** A number from 0 up to 1 that looks like chance and is always the same. */
function chance(index: number, purpose: number): number {
  let value = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b)
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32
}

/** Many near the middle, few far out. */
const scattered = (index: number, purpose: number): number =>
  chance(index, purpose) + chance(index, purpose + 1) + chance(index, purpose + 2) - 1.5

const around = ([longitude, latitude]: [number, number], spread: number, index: number): Position => ({
  longitude: longitude + spread * scattered(index, 10),
  latitude: latitude + spread * 0.85 * scattered(index, 20),
})

const whole = districts.reduce((sum, { share }) => sum + share, 0)

function districtOf(index: number): (typeof districts)[number] {
  let left = chance(index, 1) * whole
  for (const district of districts) {
    left -= district.share
    if (left < 0) return district
  }
  return districts[0] as (typeof districts)[number]
}

const streetsOf = (code: string): string[] =>
  ((streets as unknown as Record<string, [string, string][]>)[code] ?? []).map(([street]) => street)

export function problem(index: number): Problem {
  const isOpen = index < NEARBY || chance(index, 2) < OPEN_SHARE
  const common = {
    index,
    isOpen,
    age: chance(index, 3) * (isOpen ? OPEN_SINCE : YEARS),
    category: chance(index, 4),
  }
  if (index < NEARBY)
    return {
      ...common,
      streetCode: ASKED_STREET,
      position: around([ASKED.longitude, ASKED.latitude], 0.01, index),
    }
  const district = districtOf(index)
  const all = streetsOf(district.code)
  return {
    ...common,
    streetCode: all[Math.floor(chance(index, 5) * all.length)] ?? ASKED_STREET,
    position: around(district.middle, district.spread * 2, index),
  }
}
