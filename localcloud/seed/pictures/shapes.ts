/** SVG elements as text. Lengths are in picture pixels. */

interface Style {
  opacity?: number
  radius?: number
  stroke?: string
  strokeWidth?: number
}

const round = (value: number) => Math.round(value * 10) / 10

const styled = ({ opacity, stroke, strokeWidth }: Style) =>
  (opacity === undefined ? '' : ` opacity="${round(opacity * 10) / 10}"`) +
  (stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${strokeWidth ?? 2}"`)

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  style: Style = {},
): string {
  const corner = style.radius === undefined ? '' : ` rx="${round(style.radius)}"`
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}"${corner} fill="${fill}"${styled(style)}/>`
}

export function ellipse(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  fill: string,
  style: Style = {},
): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(radiusX)}" ry="${round(radiusY)}" fill="${fill}"${styled(style)}/>`
}

export const circle = (x: number, y: number, radius: number, fill: string, style: Style = {}) =>
  ellipse(x, y, radius, radius, fill, style)

type Point = readonly [x: number, y: number]

const corners = (points: readonly Point[]) => points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')

export const polygon = (points: readonly Point[], fill: string, style: Style = {}) =>
  `<polygon points="${corners(points)}" fill="${fill}"${styled(style)}/>`

/** An open line with round ends: limbs, branches, wires. */
export const stroke = (points: readonly Point[], colour: string, width: number, opacity?: number) =>
  `<polyline points="${corners(points)}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"${styled({ opacity })}/>`

export const path = (commands: string, fill: string, style: Style = {}) =>
  `<path d="${commands}" fill="${fill}"${styled(style)}/>`

export const curve = (commands: string, colour: string, width: number, opacity?: number) =>
  `<path d="${commands}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round"${styled({ opacity })}/>`

interface Placement {
  x?: number
  y?: number
  scale?: number
  /** Seen in a mirror: left is right. */
  mirrored?: boolean
  opacity?: number
}

/** Drawn around its own origin, then put in place. */
export function place(content: string, { x = 0, y = 0, scale = 1, mirrored = false, opacity }: Placement) {
  const size = Math.round(scale * 1000) / 1000
  const across = mirrored ? -size : size
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${across} ${size})"${styled({ opacity })}>${content}</g>`
}

export function verticalGradient(name: string, top: string, bottom: string): string {
  return `<linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`
}

/** `count` things drawn one after another. */
export const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => draw(index)).join('')
