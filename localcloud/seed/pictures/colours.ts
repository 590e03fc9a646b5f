/** Mixing of #rrggbb colours. */

export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, index: number) =>
    Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16)
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(from, index) * (1 - share) + channel(to, index) * share),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Towards a blue-black rather than black: shadows on a street are never grey. */
export const darker = (colour: string, share: number) => mix(colour, '#1c2436', share)

export const lighter = (colour: string, share: number) => mix(colour, '#fffaf0', share)
