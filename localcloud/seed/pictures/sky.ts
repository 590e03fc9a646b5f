import { mix } from './colours'
import type { Scene } from './scene'
import { circle, curve, ellipse, path, polygon, rect, repeat, stroke, verticalGradient } from './shapes'

/** Sky from top to bottom of the picture, with sun or clouds. */
export function sky({ width, height, mood, dice }: Scene): string {
  const [top, bottom] = mood.sky
  const sun = mood.sun
  const sunX = width * dice.between(0.15, 0.85)
  const disc = sun
    ? circle(sunX, height * sun.height, sun.size * 1.9, sun.colour, { opacity: 0.3 }) +
      circle(sunX, height * sun.height, sun.size, sun.colour)
    : ''
  const clouds = mood.clouds
    ? repeat(dice.whole(2, 4), () =>
        cloud(
          dice.between(0, width),
          dice.between(50, height * 0.3),
          dice.between(0.8, 1.6),
          mood.clouds ?? '#ffffff',
        ),
      )
    : ''
  return `<defs>${verticalGradient('sky', top, bottom)}</defs>${rect(0, 0, width, height, 'url(#sky)')}${disc}${clouds}`
}

const cloud = (x: number, y: number, scale: number, colour: string) =>
  `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${scale.toFixed(2)})" opacity="0.85">${ellipse(0, 0, 74, 15, colour)}${ellipse(-22, -10, 32, 19, colour)}${ellipse(20, -16, 36, 25, colour)}</g>`

/** The far city in two veils; `base` is where it meets what stands before it. */
export function skyline(scene: Scene, base: number, size = 1): string {
  const { width, dice } = scene
  if (scene.setting === 'waterTown') return farTrees(scene, base)
  const veil = (share: number, tall: number) => {
    const colour = hazeOf(scene, share)
    const blocks: string[] = []
    for (let x = -20; x < width; ) {
      const wide = dice.between(34, 86) * size
      const high = dice.between(60, tall) * size
      blocks.push(
        rect(x, base - high, wide, high, colour) +
          (dice.chance(0.25) ? rect(x + wide / 2 - 1.5, base - high - 26 * size, 3, 26 * size, colour) : ''),
      )
      x += wide + dice.between(2, 26)
    }
    return blocks.join('')
  }
  const landmarks = dice.chance(0.75) ? towers(scene, width * dice.between(0.15, 0.8), base, size) : ''
  return veil(0.24, 210) + landmarks + veil(0.42, 130)
}

/** Behind a water town stand trees and fields, no towers. */
function farTrees(scene: Scene, base: number): string {
  const row = (share: number, rise: number) =>
    repeat(scene.width / 44 + 2, (index) =>
      circle(
        index * 44,
        base - rise,
        scene.dice.between(34, 62),
        mix(hazeOf(scene, share), scene.mood.leaves[0], 0.3),
      ),
    ) + rect(0, base - rise, scene.width, rise + 140, mix(hazeOf(scene, share), scene.mood.leaves[0], 0.3))
  return row(0.2, 62) + row(0.36, 18)
}

/** Far things take the colour of the air. */
const hazeOf = ({ mood, ink }: Scene, share: number) => mix(mood.sky[1], ink('#5f7f8f'), share)

/** Towers across the river, by their outlines: pearl, bottle opener, spindle. */
function towers(scene: Scene, x: number, base: number, size: number): string {
  const colour = hazeOf(scene, 0.36)
  const pearl =
    polygon(
      [
        [-9, 0],
        [-3, -330],
        [3, -330],
        [9, 0],
      ],
      colour,
    ) +
    stroke(
      [
        [0, -430],
        [0, -330],
      ],
      colour,
      4,
    ) +
    polygon(
      [
        [-44, 0],
        [-4, -120],
        [4, -120],
        [44, 0],
        [34, 0],
        [0, -100],
        [-34, 0],
      ],
      colour,
    ) +
    circle(0, -120, 31, colour) +
    circle(0, -275, 22, colour) +
    circle(0, -338, 9, colour)
  const opener = path(
    'M150 0 L152 -330 Q154 -380 172 -392 L190 -392 L198 -330 L200 0Z M166 -378 L168 -352 L184 -352 L186 -378Z',
    colour,
  )
  const spindle = path('M238 0 Q232 -250 252 -452 L268 -466 Q288 -240 292 0Z', colour)
  const pagoda = path(
    'M96 0 V-270 L100 -276 V-318 L104 -322 V-352 L108 -392 L112 -352 V-322 L116 -318 V-276 L120 -270 V0Z',
    colour,
  )
  return `<g transform="translate(${x.toFixed(0)} ${base}) scale(${(size * 0.82).toFixed(2)})">${pearl}${pagoda}${opener}${spindle}</g>`
}

/** A bridge far away: cable-stayed or arched. */
export function farBridge(scene: Scene, { x, y, width }: { x: number; y: number; width: number }): string {
  const colour = hazeOf(scene, 0.56)
  const deck = rect(x, y, width, 7, colour)
  if (scene.dice.chance(0.5)) {
    const arch = curve(
      `M${x + width * 0.1} ${y + 16} Q${x + width / 2} ${y - width * 0.42} ${x + width * 0.9} ${y + 16}`,
      colour,
      9,
    )
    const hangers = repeat(15, (index) => {
      const share = (index + 1) / 16
      const rise = 4 * share * (1 - share) * (width * 0.21 + 8)
      const at = x + width * (0.1 + share * 0.8)
      return stroke(
        [
          [at, y + 8 - rise],
          [at, y],
        ],
        colour,
        2,
      )
    })
    return deck + arch + hangers
  }
  const tower = (at: number) =>
    polygon(
      [
        [at - 10, y + 40],
        [at - 4, y - 120],
        [at + 4, y - 120],
        [at + 10, y + 40],
      ],
      colour,
    ) +
    repeat(
      7,
      (index) =>
        stroke(
          [
            [at, y - 112 + index * 9],
            [at - width * 0.26 + index * width * 0.03, y],
          ],
          colour,
          1.6,
          0.8,
        ) +
        stroke(
          [
            [at, y - 112 + index * 9],
            [at + width * 0.26 - index * width * 0.03, y],
          ],
          colour,
          1.6,
          0.8,
        ),
    )
  return deck + tower(x + width * 0.26) + tower(x + width * 0.74)
}
