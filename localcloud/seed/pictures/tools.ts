import type { Scene } from './scene'
import { curve, path, polygon, rect, stroke } from './shapes'

/** Held in the hand at (x, y) of a person's own units. */
export const broom = ({ ink }: Scene) =>
  stroke(
    [
      [12, -66],
      [26, -12],
    ],
    ink('#b98d56'),
    2,
  ) +
  polygon(
    [
      [23.4, -14],
      [28.6, -15.4],
      [35, 2],
      [21.6, 3.4],
    ],
    ink('#d8b15c'),
  ) +
  curve('M25.6 -12 L27 2 M28 -12 L32 1', ink('#a67f3a'), 0.7)

export const clipboard = ({ ink }: Scene) =>
  rect(6, -73, 12, 15, ink('#8a5f3d'), { radius: 1 }) +
  rect(7.3, -71, 9.4, 12, ink('#fbf8f0')) +
  rect(10, -74, 4, 2.4, ink('#9aa1a5'))

export const bag = ({ ink }: Scene, colour: string) =>
  path('M20 -58 q5 -4 10 0 q7 10 4 20 q-9 4 -18 0 q-3 -10 4 -20z', ink(colour)) +
  curve('M22 -58 q3 -5 6 0', ink('#40454c'), 0.9)

export const cloth = ({ ink }: Scene) => path('M19 -96 h11 q2 6 0 10 h-12 q-1 -6 1 -10z', ink('#6fa8c9'))

export const wateringCan = ({ ink }: Scene) =>
  path('M19 -58 h12 v12 h-12z', ink('#4f8f7a')) +
  stroke(
    [
      [31, -50],
      [40, -57],
    ],
    ink('#4f8f7a'),
    2.2,
  ) +
  curve('M20 -58 q5 -8 10 0', ink('#3b6d5d'), 1.4) +
  curve('M41 -56 q5 8 5 28 M40 -56 q2 8 1 28', ink('#a9d3e6'), 0.8)

export const tongs = ({ ink }: Scene) =>
  stroke(
    [
      [25, -58],
      [31, -14],
    ],
    ink('#8b949b'),
    1.6,
  ) +
  stroke(
    [
      [27, -58],
      [33, -15],
    ],
    ink('#aab2b8'),
    1.2,
  )
