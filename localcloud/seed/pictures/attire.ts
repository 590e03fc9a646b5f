import { darker, lighter } from './colours'
import type { Dice } from './dice'
import type { Joint, Pose } from './poses'
import type { Scene } from './scene'
import { circle, curve, ellipse, path, polygon, rect, stroke } from './shapes'

/** How a person looks; units as in poses.ts. */

const SKINS = ['#f1c9a5', '#eabf98', '#f5d3b3', '#e2b189'] as const
const HAIRS = ['#2b2624', '#35302d', '#463a33', '#25282d', '#8d8b88', '#aaa8a5', '#57453a'] as const
const SHIRTS = [
  '#f2efe8',
  '#c7d6df',
  '#dce3d2',
  '#e8d3c5',
  '#3f5a78',
  '#7f9c8a',
  '#b65c4a',
  '#e6c98f',
  '#5d6675',
  '#a9b8c6',
] as const
const TROUSERS = ['#2f3b4c', '#3b4148', '#4a5568', '#5b5248', '#27323f', '#6a6f73', '#8a7a66'] as const

interface Look {
  skin: string
  hair: string
  shirt: string
  trousers: string
  hairCut: 'short' | 'bob' | 'bun' | 'cap' | 'side'
  hasSkirt: boolean
  girth: number
}

export function lookOf(dice: Dice): Look {
  const hairCut = dice.pick(['short', 'short', 'bob', 'bun', 'cap', 'side', 'side'] as const)
  return {
    skin: dice.pick(SKINS),
    hair: dice.pick(HAIRS),
    shirt: dice.pick(SHIRTS),
    trousers: dice.pick(TROUSERS),
    hairCut,
    hasSkirt: (hairCut === 'bob' || hairCut === 'bun') && dice.chance(0.3),
    girth: dice.between(0.93, 1.1),
  }
}

export function arm([elbow, hand]: Pose['front'], shoulder: number, sleeve: string, skin: string): string {
  return stroke([[shoulder, -74.5], elbow, hand], sleeve, 6.4) + circle(hand[0], hand[1], 3.1, skin)
}

export function legs(pose: Pose, look: Look, ink: Scene['ink']): string {
  const [back, front] = pose.feet ?? [
    [-4.6, -2],
    [4.8, -2],
  ]
  const trousers = ink(look.trousers)
  const shoe = ink('#2a2d33')
  const leg = (hip: number, [x, y]: Joint, colour: string) =>
    stroke(
      [
        [hip, -46],
        [(hip + x) / 2 + 0.6, -24],
        [x, y - 3],
      ],
      colour,
      8.2,
    ) + path(`M${x - 4} ${y + 2} v-3.4 q4 -2 6 0 q4 .6 4.6 3.4 z`, shoe)
  const skirt = look.hasSkirt
    ? polygon(
        [
          [-9.5, -50],
          [9.5, -50],
          [12.5, -22],
          [-12.5, -22],
        ],
        trousers,
      )
    : ''
  const bare = look.hasSkirt ? ink(darker(look.skin, 0.12)) : trousers
  return leg(-4.4, back, darker(bare, 0.16)) + leg(4.4, front, bare) + skirt
}

const TORSO =
  'M-7 -80 Q0 -82.5 7 -80 Q13 -78.5 13 -72 L11.4 -46 Q0 -42.5 -11.4 -46 L-13 -72 Q-13 -78.5 -7 -80Z'
const VEST =
  'M-9.4 -79.6 L-4.2 -81 L0 -66 L4.2 -81 L9.4 -79.6 Q10.4 -70 12.6 -64 L12 -45.4 Q0 -42 -12 -45.4 L-12.6 -64 Q-10.4 -70 -9.4 -79.6Z'

export function torso({ ink, vest, mood }: Scene, look: Look, hasVest: boolean): string {
  const colour = ink(vest)
  const band = mood.isLit ? '#f6f1d8' : ink('#f4f0dc')
  const dressed = hasVest
    ? path(VEST, colour) +
      rect(-12.3, -58.5, 24.6, 3.6, band) +
      curve('M0 -66 V-43.4', darker(colour, 0.22), 0.8) +
      rect(4, -67.4, 4.6, 3.4, lighter(colour, 0.5), { radius: 0.6 })
    : curve('M-3.6 -80.6 Q0 -76 3.6 -80.6', ink(darker(look.shirt, 0.16)), 1.4)
  return (
    `<g transform="scale(${look.girth.toFixed(2)} 1)">${path(TORSO, ink(look.shirt))}${dressed}</g>` +
    rect(-3.1, -85.5, 6.2, 6.6, ink(darker(look.skin, 0.1)), { radius: 2.6 })
  )
}

export function head(look: Look, ink: Scene['ink']): string {
  const hair = ink(look.hair)
  const face =
    ellipse(0, -90.4, 6.5, 7.7, ink(look.skin)) +
    circle(1.2, -90, 0.75, '#3a302c') +
    circle(4.6, -90, 0.75, '#3a302c') +
    curve('M1.4 -86.2 q1.6 1.3 3.1 0', '#9a5b4a', 0.8)
  const top = path(
    'M-6.9 -89 Q-7.8 -99.6 0.6 -99.4 Q7.6 -99 6.8 -92.4 Q2 -92.6 -1.4 -95 Q-3.4 -91.6 -4.6 -88.4 Q-5.6 -86.6 -6.9 -89Z',
    hair,
  )
  const cuts: Record<Look['hairCut'], string> = {
    short: top,
    side: top + path('M-6.9 -90 q-.6 4 1 5.6 q1.4 -3 1.6 -6z', hair),
    bob: path(
      'M-7.6 -82.6 Q-8.8 -100.4 0.6 -100 Q8.4 -99.6 7 -91.6 Q1 -92.4 -2 -95 Q-3.4 -88 -3.4 -82.4 Q-5.8 -80.6 -7.6 -82.6Z',
      hair,
    ),
    bun: circle(-6.2, -97.4, 3.3, hair) + top,
    cap:
      path('M-6.9 -92 Q-6.8 -100 0.4 -99.8 Q6.8 -99.4 7 -93.4 L11 -92 Q9 -91 6 -91.6Z', ink('#56657a')) +
      path('M-6.8 -92.2 q-.6 4 1 5.6 q1.2 -3 1.4 -5.6z', hair),
  }
  return face + cuts[look.hairCut]
}
