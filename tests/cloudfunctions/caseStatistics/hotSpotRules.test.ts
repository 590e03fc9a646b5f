import {
  type Found,
  hotSpotsAmong,
  measure,
  rowIdsOf,
  squaresAround,
  stretchesAt,
  surpriseOf,
  windowOf,
} from '../../../cloudfunctions/caseStatistics/hotSpots/rules'
import type { AreaRow } from '../../../cloudfunctions/caseStatistics/rows'
import { cellOf, middleOf } from '../../../cloudfunctions/platform/cases/cells'
import { seededRandom } from './cityOfCases'

const TODAY = '2026-11-21'
const DAY = 86_400_000

describe('how surprising it is', () => {
  test.each([
    ['nothing is never surprising', 0, 0, 8, 1],
    // One report before anything is known: P(X ≥ 1) = 1 / (b + 1) with b = 8.
    ['one report where there was none', 1, 0, 8, 1 / 9],
    ['two reports where there was none', 2, 0, 8, 1 / 81],
    ['three reports where there was none', 3, 0, 8, 1 / 729],
    // a = 9, b = 8: P(X ≥ 1) = 1 − (8/9)^9.
    ['what is usual', 1, 8, 8, 1 - (8 / 9) ** 9],
  ])('%s', (_, observed, before, stretches, probability) => {
    expect(surpriseOf(observed, before, stretches)).toBeCloseTo(probability, 12)
  })

  test('the same number surprises less where more is usual, and less where little is known', () => {
    expect(surpriseOf(6, 8, 8)).toBeLessThan(surpriseOf(6, 24, 8))
    expect(surpriseOf(3, 0, 8)).toBeLessThan(surpriseOf(3, 0, 2))
    expect(surpriseOf(3, 0, 2)).toBeGreaterThan(0.01)
  })

  test('hundreds of reports are a number, not an accident of arithmetic', () => {
    expect(surpriseOf(400, 8, 8)).toBeLessThan(1e-12)
    expect(surpriseOf(4000, 32_000, 8)).toBeGreaterThan(0.4)
    expect(surpriseOf(400, 3200, 8)).toBeGreaterThan(0.4)
  })
})

describe('what is compared', () => {
  test('the last seven days, today included, with eight weeks before', () => {
    expect(stretchesAt(TODAY, '2026-01-01')).toEqual({
      recentFrom: '2026-11-15',
      baselineFrom: '2026-09-20',
      until: '2026-11-22',
      count: 8,
    })
  })

  test('only weeks of which reports are known', () => {
    expect(stretchesAt(TODAY, '2026-10-30')).toMatchObject({ count: 2, baselineFrom: '2026-11-01' })
  })

  test('a deployment that has just begun has nothing to compare with', () => {
    expect(stretchesAt(TODAY, '2026-11-10')).toBeNull()
  })

  test('a square is looked at with the eight around it', () => {
    const cell = cellOf({ longitude: 121.46, latitude: 31.23 })
    const around = squaresAround(cell)
    expect(new Set(around).size).toBe(9)
    expect(around).toContain(cell)
    const { longitude, latitude } = middleOf(cell)
    const width = 360 / 2 ** cell.length
    expect(around).toContain(cellOf({ longitude: longitude + width, latitude }))
    expect(around).toContain(cellOf({ longitude: longitude - width, latitude }))
    expect(squaresAround('0'.repeat(16))).toHaveLength(4)
  })

  test('a place without positions stands for itself', () => {
    expect(rowIdsOf(windowOf({ area: '310106012', group: 'trade' }))).toEqual(['310106012-trade'])
  })
})

/** Reports of 9 weeks over a city of 30 × 30 squares; `rate` is of one square in a week. */
function aCity(seed: number, rate: number): Map<string, AreaRow> {
  const random = seededRandom(seed)
  const rows = new Map<string, AreaRow>()
  for (let index = 0; index < 900 * 63; index++) {
    const column = index % 30
    const line = Math.floor(index / 30) % 30
    if (random() >= rate / 7) continue
    add(rows, column, line, Math.floor(index / 900))
  }
  return rows
}

const width = 360 / 2 ** 16
const FIRST = middleOf(cellOf({ longitude: 121.4, latitude: 31.2 }))

function add(rows: Map<string, AreaRow>, column: number, line: number, daysAgo: number): void {
  const latitude = FIRST.latitude + line * width * Math.cos((31.2 * Math.PI) / 180)
  const area = cellOf({ longitude: FIRST.longitude + column * width, latitude })
  const day = new Date(Date.parse(TODAY) - daysAgo * DAY).toISOString().slice(0, 10)
  const row = rows.get(`${area}-trade`) ?? {
    _id: `${area}-trade`,
    area,
    group: 'trade',
    lastDay: day,
    days: {},
  }
  const days = { ...row.days, [day]: (row.days[day] ?? 0) + 1 }
  rows.set(row._id, { ...row, days, lastDay: day > row.lastDay ? day : row.lastDay })
}

function lookAt(rows: Map<string, AreaRow>): Found[] {
  const stretches = stretchesAt(TODAY, '2026-09-20')
  if (!stretches) throw new Error('there is nothing to compare with')
  const active = [...rows.values()].filter(({ lastDay }) => lastDay >= stretches.recentFrom)
  return hotSpotsAmong(active.map((row) => measure(windowOf(row), rows, stretches)))
}

describe('in a made-up city', () => {
  test.each([0.02, 0.2, 1])('reports that come evenly (%d a week and square) make no hot spot', (rate) => {
    const found = [1, 2, 3].map((seed) => lookAt(aCity(seed, rate)).length)
    expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1)
  })

  test.each([
    [0.02, 5],
    [0.2, 14],
  ])('where %d a week are usual, %i in one place are found, once and there', (rate, reports) => {
    const rows = aCity(7, rate)
    for (let report = 0; report < reports; report++) add(rows, 12 + (report % 2), 17, report % 6)
    const found = lookAt(rows)
    expect(found).toHaveLength(1)
    expect(found[0]?.observed).toBeGreaterThanOrEqual(reports)
    const { longitude } = middleOf(found[0]?.area ?? '')
    expect(Math.abs(longitude - (FIRST.longitude + 12.5 * width))).toBeLessThan(2 * width)
  })

  test('one or two reports where there never was one are no hot spot', () => {
    const rows = new Map<string, AreaRow>()
    add(rows, 3, 3, 0)
    add(rows, 3, 3, 1)
    expect(lookAt(rows)).toEqual([])
  })
})
