import { darker, mix } from './colours'
import type { Scene } from './scene'
import { circle, curve, ellipse, path, place, repeat } from './shapes'

export type TreeKind = 'plane' | 'round' | 'willow'

interface Tree {
  x: number
  /** Where the trunk meets the ground. */
  y: number
  height: number
  kind?: TreeKind
}

/** Trees are drawn 400 units tall around the foot of the trunk. */
export function tree(scene: Scene, { x, y, height, kind = 'plane' }: Tree): string {
  const drawn = { plane, round: roundTree, willow }[kind](scene)
  const shade = ellipse(0, 2, 92, 10, '#1c2436', { opacity: 0.14 })
  return place(shade + drawn, { x, y, scale: height / 400, mirrored: scene.dice.chance(0.5) })
}

/** 悬铃木: a mottled trunk that forks low, a wide crown. */
function plane(scene: Scene): string {
  const { dice, ink } = scene
  const bark = ink('#a89a83')
  const trunk =
    path(
      'M-14 0 Q-10 -60 -11 -150 Q-30 -200 -58 -232 L-50 -240 Q-22 -214 -3 -184 Q14 -220 46 -250 L54 -242 Q26 -206 12 -152 Q12 -60 16 0Z',
      bark,
    ) +
    repeat(9, () =>
      ellipse(
        dice.between(-8, 8),
        -dice.between(12, 150),
        dice.between(3, 6),
        dice.between(5, 10),
        ink(dice.pick(['#c9bfa6', '#8d8470', '#b9b48f'])),
      ),
    )
  return trunk + crown(scene, { y: -282, width: 158, height: 112, leaves: 15 })
}

function roundTree(scene: Scene): string {
  const { ink } = scene
  const trunk = path('M-9 0 Q-6 -70 -6 -200 H7 Q7 -70 11 0Z', ink('#7d6450'))
  return trunk + crown(scene, { y: -262, width: 102, height: 132, leaves: 12 })
}

/** Leaves in three tones: shade below, light from above left. */
function crown(
  { dice, ink, mood }: Scene,
  size: { y: number; width: number; height: number; leaves: number },
) {
  const { y, width, height, leaves } = size
  const [dark, middle, bright] = mood.leaves
  const blobs = Array.from({ length: leaves }, (_, index) => {
    const angle = (index / leaves) * Math.PI * 2 + dice.between(-0.25, 0.25)
    const reach = index % 3 === 0 ? dice.between(0.15, 0.45) : dice.between(0.6, 0.8)
    return {
      x: Math.cos(angle) * width * reach,
      y: y + Math.sin(angle) * height * reach,
      radius: height * dice.between(0.36, 0.5),
    }
  })
  const layer = (share: number, shiftX: number, shiftY: number, colour: string) =>
    blobs.map((blob) => circle(blob.x + shiftX, blob.y + shiftY, blob.radius * share, ink(colour))).join('')
  const glints = repeat(22, () => {
    const angle = dice.between(0, Math.PI * 2)
    const reach = Math.sqrt(dice.fraction()) * 0.85
    return ellipse(Math.cos(angle) * width * reach, y + Math.sin(angle) * height * reach, 5, 3, ink(bright), {
      opacity: 0.6,
    })
  })
  return (
    layer(1.08, 3, 8, darker(dark, 0.08)) +
    layer(0.98, -2, -1, dark) +
    layer(0.86, -7, -9, middle) +
    layer(0.56, -17, -21, mix(middle, bright, 0.4)) +
    layer(0.26, -25, -31, mix(middle, bright, 0.8)) +
    glints
  )
}

function willow({ dice, ink, mood }: Scene): string {
  const [dark, middle, bright] = mood.leaves
  const trunk = path(
    'M-12 0 Q-2 -90 -16 -190 Q-30 -240 -50 -290 L-40 -294 Q-16 -250 -2 -214 Q8 -250 36 -292 L46 -288 Q16 -230 8 -180 Q8 -80 14 0Z',
    ink('#7f6a55'),
  )
  const crown = repeat(9, (index) =>
    circle(-96 + index * 24, -306 - Math.sin((index / 8) * Math.PI) * 44, 40, ink(index % 2 ? dark : middle)),
  )
  const strands = repeat(64, () => {
    const from = dice.between(-122, 122)
    const top = -318 - Math.cos((from / 122) * 1.5) * 54
    const length = dice.between(70, 240) * (1 - Math.abs(from) / 420)
    const drift = from * 0.12
    return curve(
      `M${from.toFixed(1)} ${top.toFixed(1)} q${drift.toFixed(1)} ${(length * 0.3).toFixed(1)} ${drift.toFixed(1)} ${length.toFixed(1)}`,
      ink(dice.pick([dark, middle, middle, bright])),
      dice.between(3, 6),
      0.9,
    )
  })
  return trunk + crown + strands
}

/** Green at the foot of a wall or along a bank. */
export function hedge(
  { dice, ink, mood }: Scene,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const [dark, middle, bright] = mood.leaves
  return (
    repeat(width / (height * 0.5), (index) =>
      circle(
        x + index * height * 0.5,
        y - height * 0.5,
        height * dice.between(0.5, 0.66),
        ink(index % 2 ? dark : middle),
      ),
    ) +
    repeat(width / 12, () =>
      circle(x + dice.between(0, width), y - dice.between(height * 0.2, height), 3.2, ink(bright)),
    )
  )
}
