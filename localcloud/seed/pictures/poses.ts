/** People are drawn 100 units tall, feet at the origin, looking to the right. */

export type Joint = readonly [x: number, y: number]

export interface Pose {
  /** Elbow and hand of the arm behind and the arm in front. */
  back: readonly [elbow: Joint, hand: Joint]
  front: readonly [elbow: Joint, hand: Joint]
  /** Feet; hips are at (±4.4, -47). */
  feet?: readonly [back: Joint, front: Joint]
  /** Leaning of the upper body in degrees. */
  lean?: number
}

export const POSES = {
  stand: {
    back: [
      [-13.5, -62],
      [-12.5, -47],
    ],
    front: [
      [13.5, -62],
      [12.5, -47],
    ],
  },
  handsTogether: {
    back: [
      [-14, -62],
      [-2, -54],
    ],
    front: [
      [14, -62],
      [2, -54],
    ],
  },
  handOnHip: {
    back: [
      [-13.5, -62],
      [-12.5, -47],
    ],
    front: [
      [18, -64],
      [9.5, -54],
    ],
  },
  reach: {
    back: [
      [-13, -62],
      [-10, -48],
    ],
    front: [
      [15, -66],
      [25, -58],
    ],
    lean: 4,
  },
  reachUp: {
    back: [
      [-13, -62],
      [-10, -48],
    ],
    front: [
      [17, -78],
      [24, -92],
    ],
  },
  sweep: {
    back: [
      [-3, -60],
      [13, -57],
    ],
    front: [
      [15, -62],
      [19, -48],
    ],
    feet: [
      [-8, -2],
      [9, -2],
    ],
    lean: 8,
  },
  walk: {
    back: [
      [-14, -63],
      [-9, -49],
    ],
    front: [
      [11, -62],
      [15, -50],
    ],
    feet: [
      [-10, -3],
      [10, -2],
    ],
    lean: 2,
  },
  write: {
    back: [
      [-9, -61],
      [8, -60],
    ],
    front: [
      [14, -62],
      [11, -64],
    ],
  },
  push: {
    back: [
      [4, -64],
      [21, -58],
    ],
    front: [
      [14, -64],
      [24, -57],
    ],
    feet: [
      [-10, -3],
      [8, -2],
    ],
    lean: 6,
  },
} as const satisfies Record<string, Pose>

export type PoseName = keyof typeof POSES
