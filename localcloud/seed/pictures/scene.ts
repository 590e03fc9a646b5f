import { mix } from './colours'
import { type Dice, diceFor } from './dice'
import { MOODS, type Mood } from './moods'

export const SETTINGS = ['lane', 'villa', 'shops', 'waterTown', 'modern', 'riverside'] as const
/** Kinds of Shanghai street: brick lane houses, garden villas, mixed shops, water town, new town, riverside. */
export type Setting = (typeof SETTINGS)[number]

/** What all drawing of one picture shares. */
export interface Scene {
  width: number
  height: number
  setting: Setting
  mood: Mood
  dice: Dice
  /** A natural colour in the light of the mood. */
  ink: (colour: string) => string
  /** Colours of the place's awnings, the same in all its pictures. */
  awnings: readonly string[]
  walls: readonly string[]
  vest: string
}

const AWNINGS = [
  ['#2f6b55', '#c75d43', '#e0a84c'],
  ['#3d6a92', '#d98b4a', '#6d8f6a'],
  ['#a8433f', '#e3c68a', '#466b74'],
  ['#5a7d4d', '#d1745a', '#3f5d7d'],
  ['#b8763e', '#4d7f80', '#c9a24f'],
  ['#6b5a86', '#d9a05f', '#4f8066'],
] as const

export const WALLS: Record<Setting, readonly (readonly string[])[]> = {
  lane: [
    ['#a5553f', '#94483a', '#b4674c'],
    ['#8d5a4b', '#a26a55', '#7f5046'],
    ['#8f8a83', '#a39c92', '#7d7a76'],
  ],
  villa: [
    ['#ecdcb9', '#e2cba0', '#efe5d2'],
    ['#e6d3c3', '#f0e6da', '#d8bfa6'],
    ['#dfe0d2', '#c9d0bd', '#eee7d3'],
  ],
  shops: [
    ['#d6b394', '#c6d0bf', '#e4cfb0'],
    ['#b7c6cf', '#e2d4be', '#d39d86'],
    ['#d9c7a3', '#b9a08c', '#cfd5d6'],
  ],
  waterTown: [
    ['#f2efe7', '#e9e5da', '#f5f3ee'],
    ['#efe9dd', '#f4f1ea', '#e3ded2'],
  ],
  modern: [
    ['#e4ded4', '#c98f74', '#d5d9d8'],
    ['#dfe3e4', '#b9c3c6', '#e9e4db'],
    ['#c7a58c', '#e8e1d6', '#a9b4b4'],
  ],
  riverside: [
    ['#b0654c', '#d8d2c6', '#9c8578'],
    ['#cfd6d6', '#b8735a', '#e2dccf'],
  ],
}

const VESTS = ['#e2622f', '#1f7a55', '#d9a521', '#2c6fad', '#c8443c', '#4b8f3a'] as const

/**
 * A seed is `<place>/<picture>`: what stands before the slash gives buildings, awnings and vests, so that the
 * pictures of one organisation belong together; the whole seed gives time of day, composition and people.
 */
export function sceneFor(seed: string, size: { width: number; height: number }, setting?: Setting): Scene {
  const placeDice = diceFor(seed.split('/')[0] ?? seed)
  const dice = diceFor(`picture ${seed}`)
  const mood = dice.pick(MOODS)
  const drawnSetting = placeDice.pick(SETTINGS)
  const where = setting ?? drawnSetting
  return {
    ...size,
    setting: where,
    mood,
    dice,
    ink: (colour) => mix(colour, mood.light, mood.strength),
    awnings: placeDice.pick(AWNINGS),
    walls: placeDice.pick(WALLS[where]),
    vest: placeDice.pick(VESTS),
  }
}
