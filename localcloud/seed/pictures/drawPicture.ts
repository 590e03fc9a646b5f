import sharp from 'sharp'
import { chosenActivities, wordsOf } from './activities'
import { downTheAvenue } from './avenue'
import { atWork, cover, standingTogether } from './peopleScenes'
import { spotWith } from './problems'
import { PROBLEMS, type Problem } from './problemThings'
import { type Scene, type Setting, sceneFor } from './scene'
import { acrossTheStreet, alongTheCanal, byTheRiver } from './streetScenes'

export type PictureKind = 'group' | 'working' | 'street' | 'cover' | 'problem'

export interface PictureRequest {
  /** `<place>/<picture>`: pictures with the same place share buildings, awnings and vests. */
  seed: string
  kind: PictureKind
  /** The kind of street; without it the place's seed decides. */
  setting?: Setting
  /** Of a street problem: which, and whether it has been put right. */
  problem?: Problem
  isFixed?: boolean
}

/** Pictures stay below this, as photos compressed by a phone would. */
export const PICTURE_BYTES_MAX = 120 * 1024

const SIZES = { photo: { width: 1200, height: 900 }, cover: { width: 1500, height: 700 } }

/** A made-up street picture as JPEG, 1200×900 (a cover: 1500×700): the same bytes for the same request. */
export async function drawPicture(request: PictureRequest): Promise<Buffer> {
  const svg = Buffer.from(drawSvg(request))
  for (const quality of [78, 70, 60, 48]) {
    const picture = await sharp(svg).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer()
    if (picture.length <= PICTURE_BYTES_MAX) return picture
  }
  throw new Error(`Picture ${request.seed} stays above ${PICTURE_BYTES_MAX} bytes`)
}

/** What the picture shows, in at most 60 characters, for those who cannot see it. */
export function describePicture(request: PictureRequest): string {
  const { scene, composition } = compose(request)
  return `示例插画：${scene.mood.words}，${composition.words}`
}

function drawSvg(request: PictureRequest): string {
  const { scene, composition } = compose(request)
  const { width, height } = scene
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${composition.draw(scene)}</svg>`
}

interface Composition {
  words: string
  draw: (scene: Scene) => string
}

function compose(request: PictureRequest): { scene: Scene; composition: Composition } {
  const { seed, kind, setting } = request
  const scene = sceneFor(seed, kind === 'cover' ? SIZES.cover : SIZES.photo, setting)
  return { scene, composition: kind === 'problem' ? problemOf(request) : COMPOSERS[kind](scene) }
}

const problemOf = ({ seed, problem = 'rubbish', isFixed = false }: PictureRequest): Composition => ({
  words: isFixed ? '处理好以后的同一个地方' : PROBLEMS[problem],
  draw: (scene) => spotWith(scene, problem, isFixed, seed),
})

const ACROSS = { words: '整洁的街面，店铺门前有花箱、行道树和停放整齐的自行车', draw: acrossTheStreet }
const AVENUE = { words: '沿着街道望去，两侧店铺和行道树整齐，人行道干净', draw: downTheAvenue }
const CANAL = { words: '河道两岸的白墙黑瓦，石桥、小船和干净的河岸', draw: alongTheCanal }
const RIVER = { words: '滨江步道干净开阔，对岸是城市天际线', draw: byTheRiver }

const COMPOSERS: Record<Exclude<PictureKind, 'problem'>, (scene: Scene) => Composition> = {
  group: () => ({ words: '自律组织成员在街边店铺前站成一排合影', draw: standingTogether }),
  working: (scene) => {
    const activities = chosenActivities(scene)
    return {
      words: `穿马甲的成员正在${activities.map(wordsOf).join('、')}`,
      draw: (drawn) => atWork(drawn, activities),
    }
  },
  street: ({ setting, dice }) => {
    if (setting === 'waterTown') return dice.pick([CANAL, CANAL, ACROSS])
    if (setting === 'riverside') return dice.pick([RIVER, RIVER, AVENUE])
    return dice.pick([ACROSS, ACROSS, AVENUE])
  },
  cover: () => ({ words: '宽阔的街道，远处是桥和城市天际线', draw: cover }),
}
