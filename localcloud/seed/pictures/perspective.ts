/** Looking down a street. Lengths in metres: x across, y up, z away from the eye. */

export type Project = (x: number, y: number, z: number) => readonly [number, number]

export const EYE = 2.1
export const WALL = 6.6
export const KERB = 3
export const FAR = 90
