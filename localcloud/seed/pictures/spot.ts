import { ellipse, place } from './shapes'

export interface Spot {
  x: number
  y: number
  scale?: number
  isMirrored?: boolean
}

export const put = (content: string, { x, y, scale = 1, isMirrored = false }: Spot) =>
  place(content, { x, y, scale, mirrored: isMirrored })

/** Shade on the pavement. */
export const ground = (radius: number) => ellipse(0, 0, radius, radius * 0.14, '#1c2436', { opacity: 0.16 })
