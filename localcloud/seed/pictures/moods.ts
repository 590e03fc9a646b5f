/** Times of day and year: sky, light over everything, leaves. */
export interface Mood {
  name: string
  /** In words, for those who cannot see the picture. */
  words: string
  sky: readonly [top: string, bottom: string]
  /** The colour of the light, and how much of it lies on every surface (0–1). */
  light: string
  strength: number
  sun: { colour: string; height: number; size: number } | null
  clouds: string | null
  leaves: readonly [dark: string, middle: string, bright: string]
  /** Lamps and windows are lit. */
  isLit: boolean
  /** Pavement and road still wet from rain. */
  isWet: boolean
}

const FRESH = ['#5c8f58', '#7fab68', '#a9c985'] as const
const DEEP = ['#3f7a52', '#5b9863', '#86b97c'] as const
const AMBER = ['#b5742f', '#d1953d', '#e8bd64'] as const
const OLIVE = ['#72833f', '#97a04c', '#c0b862'] as const
const BLOSSOM = ['#d3929f', '#e5b1ba', '#f4d5d7'] as const
const GOLD = ['#c9962c', '#e0b440', '#f2d470'] as const

export const MOODS: readonly Mood[] = [
  mood('morning', '早晨', ['#b9dcec', '#f7f2e2'], ['#fff0d2', 0.1], FRESH, {
    sun: { colour: '#fff4cf', height: 0.24, size: 58 },
  }),
  mood('noon', '晴天', ['#86c0e6', '#e0f1f5'], ['#ffffff', 0.03], DEEP, { clouds: '#ffffff' }),
  mood('golden', '傍晚阳光里', ['#f2c384', '#fdeecf'], ['#f1a458', 0.2], OLIVE, {
    sun: { colour: '#fff0bf', height: 0.3, size: 84 },
  }),
  mood('dusk', '黄昏亮灯时', ['#5a6ca3', '#f4bd9f'], ['#5a5c96', 0.26], DEEP, { isLit: true }),
  mood('mist', '薄雾的早晨', ['#cbdde2', '#f7f6ee'], ['#d6e0de', 0.2], FRESH, {}),
  mood('autumn', '秋天', ['#9cc6dd', '#f5ecdc'], ['#f5d8a4', 0.11], AMBER, { clouds: '#fdf8ee' }),
  mood('dawn', '清晨', ['#eebfc0', '#fcebd9'], ['#efb5a6', 0.15], FRESH, {
    sun: { colour: '#fff1dc', height: 0.36, size: 70 },
  }),
  mood('rain', '雨后', ['#a9c3cc', '#e8efe9'], ['#9ab5bd', 0.15], DEEP, { isWet: true, clouds: '#d9e3e4' }),
  mood('spring', '春天', ['#c2def0', '#fbf3ef'], ['#ffe6e2', 0.09], BLOSSOM, { clouds: '#ffffff' }),
  mood('ginkgo', '深秋', ['#a8d0e6', '#fbf3dd'], ['#ffe3a0', 0.09], GOLD, {}),
  mood('evening', '夜色初上', ['#3d558a', '#c3a9bd'], ['#46548a', 0.32], OLIVE, { isLit: true }),
]

type Extras = Partial<Pick<Mood, 'sun' | 'clouds' | 'isLit' | 'isWet'>>

function mood(
  name: string,
  words: string,
  sky: Mood['sky'],
  [light, strength]: [string, number],
  leaves: Mood['leaves'],
  extras: Extras,
): Mood {
  return {
    name,
    words,
    sky,
    light,
    strength,
    leaves,
    sun: null,
    clouds: null,
    isLit: false,
    isWet: false,
    ...extras,
  }
}
