import { bicycle } from './bicycles'
import { lighter } from './colours'
import type { Dice } from './dice'
import type { Scene } from './scene'
import { circle, curve, ellipse, path, polygon, rect, repeat, stroke } from './shapes'
import { ground, put } from './spot'

/** What is wrong with a spot: things that lie, hang or stick where they should not. Sizes are pixels of 1200×900. */

export const PROBLEMS = {
  rubbish: '人行道上堆着垃圾袋和纸箱',
  goods: '店铺把货箱摆到了人行道上',
  bicycles: '共享单车倒在盲道上',
  posters: '外墙上贴满了小广告',
  pothole: '路面有坑，积着水',
  laundry: '行道树之间拉绳晾着衣服',
  bin: '废物箱满了，垃圾掉在地上',
  stairway: '楼道里堆着纸箱和旧家具',
} as const
export type Problem = keyof typeof PROBLEMS

interface Drawn {
  scene: Scene
  /** Of the problem alone. */
  dice: Dice
}

const bag = ({ scene: { ink }, dice }: Drawn, x: number, y: number, size: number) => {
  const colour = ink(dice.pick(['#2f3338', '#3b4250', '#50555a', '#c9ccd0']))
  return put(
    ground(size * 0.6) +
      path(
        `M${-size * 0.5} 0 q${-size * 0.16} ${-size * 0.62} ${size * 0.36} ${-size * 0.78} l${size * 0.1} ${-size * 0.14} l${size * 0.12} ${size * 0.14} q${size * 0.56} ${size * 0.2} ${size * 0.42} ${size * 0.78}z`,
        colour,
      ) +
      curve(
        `M${-size * 0.2} ${-size * 0.2} q${size * 0.1} ${-size * 0.3} ${size * 0.16} ${-size * 0.5}`,
        lighter(colour, 0.3),
        3,
        0.6,
      ),
    { x, y },
  )
}

const box = ({ scene: { ink }, dice }: Drawn, x: number, y: number, width: number) => {
  const card = ink(dice.pick(['#b98d5e', '#c79d6c', '#a67c50']))
  const height = width * dice.between(0.55, 0.85)
  return put(
    ground(width * 0.6) +
      rect(-width / 2, -height, width, height, card) +
      polygon(
        [
          [-width / 2, -height],
          [-width / 2 + 18, -height - 20],
          [width / 2 + 18, -height - 20],
          [width / 2, -height],
        ],
        lighter(card, 0.16),
      ) +
      rect(-8, -height, 16, height, lighter(card, 0.28), { opacity: 0.6 }),
    { x, y },
  )
}

const turned = (content: string, { x, y, degrees }: { x: number; y: number; degrees: number }) =>
  `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(degrees)})">${content}</g>`

/** Scraps of paper and wrappings on the ground between `left` and `right`. */
const litter = ({ scene: { ink }, dice }: Drawn, count: number, left: number, right: number) =>
  repeat(count, () =>
    turned(rect(0, 0, dice.between(12, 28), dice.between(8, 16), ink(dice.pick(SCRAPS)), { radius: 2 }), {
      x: dice.between(left, right),
      y: dice.between(690, 780),
      degrees: dice.between(-40, 40),
    }),
  )

const SCRAPS = ['#f1eee4', '#d9e2e8', '#e3c9a0', '#c9543f', '#7fae8a'] as const

export const problemThings: Record<Problem, (drawn: Drawn) => string> = {
  rubbish: (drawn) =>
    box(drawn, 470, 690, 170) +
    box(drawn, 700, 670, 150) +
    bag(drawn, 380, 730, 150) +
    bag(drawn, 560, 750, 190) +
    bag(drawn, 730, 750, 160) +
    bag(drawn, 860, 740, 130) +
    litter(drawn, 14, 280, 980),
  goods: (drawn) =>
    repeat(5, (index) => box(drawn, 250 + index * 160, 640 + (index % 2) * 24, 140)) +
    repeat(4, (index) => box(drawn, 320 + index * 170, 560 + (index % 2) * 16, 120)) +
    repeat(3, (index) => crate(drawn, 330 + index * 210, 740)),
  bicycles: ({ scene, dice }) =>
    repeat(6, (index) =>
      turned(bicycle(scene, { x: 0, y: 0, scale: 2, colour: dice.pick(['#e0b03f', '#2f7d9b', '#4c8a5a']) }), {
        x: 220 + index * 150,
        y: 690 + (index % 3) * 34,
        degrees: dice.between(-64, 64),
      }),
    ),
  posters: ({ scene: { ink }, dice }) =>
    repeat(26, () => {
      const width = dice.between(52, 96)
      const x = dice.between(120, 1000)
      const y = dice.between(250, 430)
      const paper = ink(dice.pick(['#f5f0dc', '#f3d9d2', '#fdfbf3', '#dbe8ee', '#f6e39a']))
      return (
        rect(x, y, width, width * 0.72, paper) +
        repeat(4, (line) =>
          rect(
            x + 7,
            y + 8 + line * 12,
            width * dice.between(0.4, 0.8),
            4,
            ink(line === 0 ? '#b8392c' : '#5a5d63'),
            {
              opacity: 0.8,
            },
          ),
        )
      )
    }),
  pothole: ({ scene: { ink, height }, dice }) => {
    const y = height * 0.87
    return (
      ellipse(600, y, 250, 52, ink('#4a4f54')) +
      ellipse(606, y + 6, 205, 37, ink('#8fa3ad')) +
      ellipse(560, y, 90, 8, '#eaf2f4', { opacity: 0.6 }) +
      repeat(9, () => {
        const side = dice.chance(0.5) ? -1 : 1
        const from = 600 + side * dice.between(190, 250)
        return stroke(
          [
            [from, y + dice.between(-16, 16)],
            [from + side * dice.between(30, 70), y + dice.between(-26, 26)],
            [from + side * dice.between(80, 150), y + dice.between(-34, 34)],
          ],
          ink('#43484c'),
          4,
        )
      })
    )
  },
  laundry: ({ scene: { ink }, dice }) =>
    repeat(2, (index) => rect(180 + index * 800, 180, 34, 560, ink('#7a6048'), { radius: 8 })) +
    curve('M196 330 Q600 410 996 330', ink('#d7d3c6'), 5) +
    repeat(9, (index) => {
      const x = 260 + index * 80
      const y = 340 + Math.sin((index / 8) * Math.PI) * 40
      const long = dice.between(110, 190)
      return (
        rect(
          x,
          y,
          62,
          long,
          ink(dice.pick(['#e9e4d6', '#8fb0c4', '#c98f8f', '#a9b98f', '#d9c18a', '#5f7a99'])),
          {
            radius: 6,
          },
        ) + rect(x + 22, y - 8, 8, 16, ink('#b5743f'), { radius: 2 })
      )
    }),
  bin: (drawn) => bag(drawn, 500, 735, 110) + bag(drawn, 705, 740, 100) + litter(drawn, 22, 430, 800),
  stairway: (drawn) =>
    box(drawn, 520, 800, 190) +
    box(drawn, 500, 680, 150) +
    box(drawn, 690, 820, 170) +
    chair(drawn) +
    bag(drawn, 380, 830, 130),
}

const crate = ({ scene: { ink }, dice }: Drawn, x: number, y: number) =>
  put(
    ground(70) +
      rect(-70, -62, 140, 62, ink('#8a6a45')) +
      repeat(3, (row) => rect(-70, -56 + row * 20, 140, 5, ink('#6d5234'))) +
      repeat(9, (index) =>
        circle(
          -56 + index * 14,
          -66,
          dice.between(10, 14),
          ink(dice.pick(['#c9543f', '#e3a03f', '#7fa05a', '#d9c15a'])),
        ),
      ),
    { x, y },
  )

const chair = ({ scene: { ink } }: Drawn) =>
  put(
    ground(80) +
      rect(-62, -210, 124, 110, ink('#8f4f3d'), { radius: 16 }) +
      rect(-70, -110, 140, 40, ink('#9c5a46'), { radius: 12 }) +
      rect(-62, -72, 12, 72, ink('#4d3a2c')) +
      rect(50, -72, 12, 72, ink('#4d3a2c')),
    { x: 900, y: 840 },
  )
