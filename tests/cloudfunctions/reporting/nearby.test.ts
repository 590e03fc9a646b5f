import { rmSync } from 'node:fs'
import { cellOf, middleOf } from '../../../cloudfunctions/platform/cases/cells'
import { addCase, closeCase, functionsWithCases, showContent, takeSteps } from '../../support/caseLoader'
import { type Cloud, startCloud } from '../../support/cloud'

let functions: string
let cloud: Cloud
const square = { longitude: 121.4737, latitude: 31.2304 }
/** A hundredth of a degree of latitude is 1113 m. */
const north = (metres: number) => ({ ...square, latitude: square.latitude + metres / 111_318 })

beforeAll(async () => {
  functions = await functionsWithCases()
  cloud = await startCloud({ functions })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functions, { recursive: true })
})

type Wishes = Omit<Parameters<Cloud['nobody']['reporting']>[1], 'position'>

const near = async (position = square, wishes: object = {}) => {
  const answer = await cloud.nobody.reporting('listNearby', { position, ...(wishes as Wishes) })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.cases
}

describe('what lies near', () => {
  let ids: Record<'here' | 'close' | 'edge' | 'beyond' | 'unplaced', string>
  beforeAll(async () => {
    const [beyond, edge, close, here, unplaced] = await Promise.all([
      addCase(cloud, { position: north(3100) }),
      addCase(cloud, { position: north(2900), categoryId: 'dirtyGreen' }),
      addCase(cloud, { position: north(400) }),
      addCase(cloud, { contentId: 'checked' }),
      addCase(cloud, { position: null }),
    ])
    await showContent(cloud, 'checked')
    await closeCase(cloud, close)
    ids = { here, close, edge, beyond, unplaced }
  })

  test('comes nearest first with whole metres, and not from beyond three kilometres', async () => {
    const cases = await near()
    expect(cases.map(({ caseId }) => caseId)).toEqual([ids.here, ids.close, ids.edge])
    expect(cases.map(({ distance }) => distance)).toEqual(
      [0, 400, 2901].map((metres) => expect.closeTo(metres, -1)),
    )
  })

  test('is told by group and by whether it is open', async () => {
    const idsOf = async (wishes: object) => (await near(square, wishes)).map(({ caseId }) => caseId)
    expect(await idsOf({ openness: 'closed' })).toEqual([ids.close])
    expect(await idsOf({ openness: 'open' })).toEqual([ids.here, ids.edge])
    expect(await idsOf({ group: 'greening' })).toEqual([ids.edge])
    expect(await idsOf({ group: 'greening', openness: 'closed' })).toEqual([])
  })

  test('says nothing of who reported it, and an address only when its words have passed the check', async () => {
    const cases = await near()
    expect(JSON.stringify(cases)).not.toMatch(/reporter-account|sealed|一堆垃圾/)
    const addresses = cases.map(({ caseId, address }) => [caseId, address !== ''])
    expect(addresses).toEqual([
      [ids.here, true],
      [ids.close, false],
      [ids.edge, false],
    ])
  })

  test('is one page, however many there are', async () => {
    const there = { longitude: 121.2277, latitude: 31.0322 }
    for (let metres = 0; metres < 24; metres++)
      await addCase(cloud, {
        position: { ...there, latitude: there.latitude + metres / 111_318 },
        placeCode: '310117',
      })
    const distances = (await near(there)).map(({ distance }) => distance)
    expect(distances).toEqual(Array.from({ length: 20 }, (_, metres) => expect.closeTo(metres, -0.3)))
  })

  test('costs two questions to the database', async () => {
    await near()
    const before = await cloud.statistics()
    await near()
    const after = await cloud.statistics()
    const total = (all: typeof after) =>
      Object.entries(all)
        .filter(([action]) => action.startsWith('database.'))
        .reduce((sum, [, each]) => sum + Object.values(each).reduce((part, one) => part + one, 0), 0)
    expect(total(after) - total(before)).toBeLessThanOrEqual(2)
  })
})

describe('what is over without having been a problem', () => {
  test.each([
    ['refused', 'dispatcher', [{ act: 'refuse', words: '不属于本平台' }]],
    ['withdrawn', 'reporter', [{ act: 'withdraw' }]],
    ['merged', 'dispatcher', [{ act: 'merge', intoCaseId: 'another' }]],
  ] as const)('%s is not shown any more', async (state, actor, steps) => {
    const there = { longitude: 121.12, latitude: 31.15 }
    const caseId = await addCase(cloud, { position: there, placeCode: '310118' })
    const shown = async () => ({
      near: (await near(there)).some((each) => each.caseId === caseId),
      listed: (await listAt('310118')).some((each) => each.caseId === caseId),
      onMap: (await pointsAround(there)).some((each) => each.caseId === caseId),
    })
    expect(await shown()).toEqual({ near: true, listed: true, onMap: true })
    expect((await takeSteps(cloud, caseId, actor, [...steps])).state).toBe(state)
    expect(await shown()).toEqual({ near: false, listed: false, onMap: false })
  })
})

const listAt = async (placeCode: string) => {
  const answer = await cloud.nobody.reporting('listCases', { placeCode })
  return answer.ok ? answer.value.cases : []
}

const pointsAround = async ({ longitude, latitude }: typeof square, half = 0.001) => {
  const answer = await cloud.nobody.reporting('getMapPart', {
    west: longitude - half,
    east: longitude + half,
    south: latitude - half,
    north: latitude + half,
    zoom: 18,
  })
  return answer.ok ? answer.value.points : []
}

describe('a case indoors', () => {
  const door = { longitude: 121.45031, latitude: 31.25177 }
  let caseId: string
  beforeAll(async () => {
    caseId = await addCase(cloud, {
      categoryId: 'stairwayHeap',
      position: door,
      placeCode: '310106011001003',
      contentId: 'stairway',
    })
    await showContent(cloud, 'stairway')
  })

  test('is everywhere in the middle of its square, without address, in its neighbourhood', async () => {
    const middle = middleOf(cellOf(door))
    const [nearest] = await near(door)
    const [listed] = await listAt('310106')
    const facts = { caseId, position: middle, address: '', isApproximate: true, placeCode: '310106011001' }
    expect(nearest).toMatchObject({ ...facts, distance: null })
    expect(listed).toMatchObject(facts)
    expect((await pointsAround(middle, 0.01)).find((point) => point.caseId === caseId)?.position).toEqual(
      middle,
    )
    await cloud.runTimer('reporting')
    const zoomedOut = await cloud.nobody.reporting('getMapPart', {
      west: 121.44,
      east: 121.46,
      south: 31.24,
      north: 31.26,
      zoom: 14,
    })
    expect(zoomedOut).toMatchObject({ ok: true, value: { cells: [{ position: middle, open: 1, all: 1 }] } })
  })

  test('is found alike from everywhere: no question comes closer to its door', async () => {
    const middle = middleOf(cellOf(door))
    const other = {
      longitude: middle.longitude + (middle.longitude - door.longitude),
      latitude: door.latitude,
    }
    for (const position of [door, other, middle]) {
      const [{ position: shown, distance } = { position: null, distance: null }] = await near(position)
      expect({ shown, distance }).toEqual({ shown: middle, distance: null })
    }
    // Whoever asks for grid after grid of a neighbourhood gets the same answer.
    const grids = ['310106011001003', '310106011001004', '310106011001']
    for (const grid of grids) expect((await listAt(grid)).map((each) => each.caseId)).toEqual([caseId])
    // A map that touches its square shows it, wherever in the square it was.
    expect((await pointsAround(door, 0.0001)).length).toBe(1)
    expect((await pointsAround({ ...middle }, 0.0001)).length).toBe(1)
  })
})
