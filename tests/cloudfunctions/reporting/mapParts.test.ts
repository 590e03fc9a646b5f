import { rmSync } from 'node:fs'
import { cellOf } from '../../../cloudfunctions/platform/cases/cells'
import {
  addCase,
  closeCase,
  functionsWithCases,
  keepCell,
  type TestStep,
  takeSteps,
} from '../../support/caseLoader'
import { type Cloud, startCloud } from '../../support/cloud'

let functions: string
let cloud: Cloud

beforeAll(async () => {
  functions = await functionsWithCases()
  cloud = await startCloud({ functions })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functions, { recursive: true })
})

const SHANGHAI = { west: 120.8, south: 30.6, east: 122.2, north: 31.9 }
const part = async (bounds: object, zoom: number, wishes: object = {}) => {
  const answer = await cloud.nobody.reporting('getMapPart', { ...SHANGHAI, ...bounds, zoom, ...wishes })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const count = () => cloud.runTimer('reporting')

/** What a plain count of all that is known comes to. */
interface Known {
  caseId: string
  position: { longitude: number; latitude: number }
  isListed: boolean
  isOpen: boolean
  group: 'sanitation' | 'greening'
}

const plainCount = (known: Known[]) => {
  const listed = known.filter(({ isListed }) => isListed)
  return { open: listed.filter(({ isOpen }) => isOpen).length, all: listed.length }
}

const totals = async (zoom: number, wishes: object = {}) => {
  const { cells, points } = await part({}, zoom, wishes)
  expect(points).toEqual([])
  return cells.reduce((sum, { open, all }) => ({ open: sum.open + open, all: sum.all + all }), {
    open: 0,
    all: 0,
  })
}

/** Always the same history for the same seed. */
function* randomNumbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

const known: Known[] = []
const random = randomNumbers(20261121)
const next = () => random.next().value as number
const anywhere = () => ({ longitude: 121.2 + next() * 0.5, latitude: 31 + next() * 0.4 })

async function addOne(): Promise<void> {
  const position = anywhere()
  const group = next() < 0.5 ? 'sanitation' : 'greening'
  const categoryId = group === 'sanitation' ? 'exposedRubbish' : 'dirtyGreen'
  known.push({
    caseId: await addCase(cloud, { position, categoryId }),
    position,
    group,
    isListed: true,
    isOpen: true,
  })
}

const one = (act: TestStep['act'], more: Partial<TestStep> = {}): TestStep[] => [{ act, ...more }]

const changes: ((each: Known) => Promise<void>)[] = [
  async (each) => {
    if ((await takeSteps(cloud, each.caseId, 'dispatcher', one('refuse'))).code) return
    Object.assign(each, { isListed: false, isOpen: false })
  },
  async (each) => {
    const answer = await takeSteps(cloud, each.caseId, 'dispatcher', one('reopen'))
    if (!answer.code) Object.assign(each, { isListed: true, isOpen: true })
  },
  async (each) => {
    const position = anywhere()
    const place = { placeCode: '310106', address: '示例路 1 号', position }
    const answer = await takeSteps(cloud, each.caseId, 'dispatcher', one('relocate', { place }))
    if (!answer.code) Object.assign(each, { position })
  },
  async (each) => {
    const answer = await takeSteps(
      cloud,
      each.caseId,
      'dispatcher',
      one('recategorise', { categoryId: 'dirtyGreen' }),
    )
    if (!answer.code) Object.assign(each, { group: 'greening' })
  },
  async (each) => {
    await takeSteps(cloud, each.caseId, 'dispatcher', one('accept'))
    await takeSteps(cloud, each.caseId, 'dispatcher', one('file'))
  },
  async (each) => {
    if (!each.isOpen || !each.isListed) return
    await closeCase(cloud, each.caseId).then(
      () => Object.assign(each, { isOpen: false }),
      () => undefined,
    )
  },
]

async function someHistory(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    if (known.length < 6 || next() < 0.3) await addOne()
    else
      await changes[Math.floor(next() * changes.length)]?.(known[Math.floor(next() * known.length)] as Known)
  }
}

describe('counts of the map', () => {
  test('are those of a plain count after any history, at every zoom and for every filter', async () => {
    for (let round = 0; round < 4; round++) {
      await someHistory(25)
      await count()
      for (const zoom of [3, 6, 7, 10, 12, 13]) expect(await totals(zoom)).toEqual(plainCount(known))
      const green = known.filter(({ group }) => group === 'greening')
      const { open, all } = plainCount(known)
      expect(await totals(9, { group: 'greening' })).toEqual(plainCount(green))
      expect(await totals(9, { openness: 'open' })).toEqual({ open, all: open })
      expect(await totals(9, { openness: 'closed' })).toEqual({ open: 0, all: all - open })
    }
  })

  test('of each square are of the cases in it', async () => {
    const { cells } = await part({}, 11)
    for (const { position, open, all } of cells) {
      const square = cellOf(position, 12)
      expect({ open, all }).toEqual(plainCount(known.filter((each) => cellOf(each.position, 12) === square)))
    }
    expect(cells.length).toBeGreaterThan(3)
  })

  test('are right when two count at once, and after a count that was cut short', async () => {
    await someHistory(20)
    await Promise.all([count(), count(), count()])
    expect(await totals(8)).toEqual(plainCount(known))
    await someHistory(20)
    const cutShort = count().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 15))
    await cloud.kill()
    await cutShort
    await cloud.restart()
    await count()
    expect(await totals(8)).toEqual(plainCount(known))
  })

  test('cost nothing where nothing has changed', async () => {
    await count()
    const writes = async () => {
      const all = await cloud.statistics()
      return Object.entries(all)
        .filter(([action]) => /insert|modify|Transaction/.test(action))
        .reduce((sum, [, each]) => sum + (each.mapCells ?? 0) + (each.mapProgress ?? 0), 0)
    }
    const before = await writes()
    await count()
    expect(await writes()).toBe(before)
  })
})

test('what was counted earlier never replaces what was counted later', async () => {
  const square = cellOf({ longitude: 120.9, latitude: 30.7 })
  const counted = (all: number, version: number) => ({
    _id: square,
    parent: null,
    open: 0,
    all,
    groups: {},
    longitude: 120.9,
    latitude: 30.7,
    version,
  })
  expect(await keepCell(cloud, counted(1, 1), null)).toBe(true)
  // Two have seen that version; the second one to write has counted before the first one did.
  expect(await keepCell(cloud, counted(3, 2), 1)).toBe(true)
  expect(await keepCell(cloud, counted(2, 2), 1)).toBe(false)
  expect(await keepCell(cloud, counted(1, 1), null)).toBe(false)
  const around = { west: 120.899, east: 120.901, south: 30.699, north: 30.701 }
  expect((await part(around, 14)).cells).toMatchObject([{ open: 0, all: 3 }])
})

describe('close up', () => {
  test('single cases are shown at once, before anything is counted', async () => {
    const position = { longitude: 121.75, latitude: 31.05 }
    const caseId = await addCase(cloud, {
      position,
      placeCode: '310115',
      reportedAt: Date.now() - 30 * 86_400_000,
    })
    const around = { west: 121.748, east: 121.752, south: 31.048, north: 31.052 }
    expect(await part(around, 16)).toEqual({
      points: [{ caseId, categoryId: 'exposedRubbish', position, isOpen: true, isOverdue: true }],
      cells: [],
    })
    expect((await part(around, 16, { openness: 'closed' })).points).toEqual([])
    expect((await part(around, 16, { group: 'road' })).points).toEqual([])
  })

  test('a claimed zoom brings no more than a screen of squares', async () => {
    await count()
    const { points, cells } = await part({}, 20)
    expect(points).toEqual([])
    expect(cells.reduce((sum, { all }) => sum + all, 0)).toBe(plainCount(known).all + 1)
    const world = await part({ west: -180, south: -85, east: 180, north: 85 }, 20)
    expect(world.cells).toHaveLength(1)
  })

  test('nothing is shown of a part whose sides are the wrong way round, and a part beyond the earth is refused', async () => {
    expect(await part({ west: 122, east: 121 }, 10)).toEqual({ points: [], cells: [] })
    const beyond = { ...SHANGHAI, north: 91, zoom: 10 }
    expect(await cloud.nobody.reporting('getMapPart', beyond)).toMatchObject({
      error: { code: 'invalid_input' },
    })
  })
})
