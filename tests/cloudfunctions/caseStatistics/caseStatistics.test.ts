import { parse } from 'papaparse'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import type { Person } from '../../support/cloud'
import { aCase, aCityOfCases, type CityOfCases } from './cityOfCases'

let city: CityOfCases
let administrator: Person
let supervisor: Person

const NANJING_ROAD = '310106012'
const VILLAGE = '310106012002'
const DAY = 86_400_000
const HOUR = 3_600_000
const SHANGHAI_OFFSET = 8 * HOUR

/** Planted where nobody may find them in open data. */
const NAME = '张示例甲'
const PHONE = '13900001111'
const SECRET_WORDS = `请联系${NAME} ${PHONE}`

/** Ten past midnight in Shanghai, whenever the test runs: before the night's work begins. */
const midnight = Math.floor((Date.now() + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET
const startedAt = midnight + 10 * 60_000
const setClockTo = (time: number) => city.cloud.setClock(time - Date.now())
const dayOf = (time: number) => new Date(time + SHANGHAI_OFFSET).toISOString().slice(0, 10)
const today = dayOf(startedAt)
const month = today.slice(0, 7)

const closedAt = (at: number, stars: number | null) => ({
  state: 'closed',
  handledAt: at,
  closedAt: at,
  clock: {
    counting: 'continuous',
    limitMinutes: 60,
    extendedMinutes: 0,
    runs: [{ from: at - HOUR, until: at }],
  },
  departmentId: 'department1',
  departmentName: '示例保洁队',
  rating: stars === null ? null : { at, stars, reasons: [], words: SECRET_WORDS },
})

const someWords = {
  description: SECRET_WORDS,
  address: `${NAME}家门口`,
  contentId: 'content',
  photos: [{ photoId: 'photo', list: 'cloud://list', page: 'cloud://page' }],
  sealedContact: 'sealed',
}

const POINT = { type: 'Point' as const, coordinates: [121.456789, 31.234567] as [number, number] }

/** At noon of the first day of this month in Shanghai, or now if that is later. */
const early = Math.min(startedAt - HOUR, Date.parse(`${month}-01T04:00:00Z`))

const cases = [
  aCase('open1', { ...someWords, placeCode: NANJING_ROAD, reportedAt: early, location: POINT }),
  aCase(
    'good1',
    { ...someWords, placeCode: NANJING_ROAD, reportedAt: early },
    { change: closedAt(early, 5) },
  ),
  aCase('bad1', { ...someWords, placeCode: JINGAN, reportedAt: early }, { change: closedAt(early, 1) }),
  aCase(
    'silent1',
    { ...someWords, placeCode: NANJING_ROAD, reportedAt: early },
    { change: closedAt(early, null) },
  ),
  aCase(
    'refused1',
    { ...someWords, placeCode: NANJING_ROAD, reportedAt: early },
    { change: { state: 'refused' } },
  ),
  aCase(
    'hung1',
    { ...someWords, placeCode: NANJING_ROAD, reportedAt: early },
    { change: { state: 'suspended', suspendedUntil: startedAt + 30 * DAY } },
  ),
  aCase(
    'indoor1',
    { ...someWords, placeCode: '310115005', reportedAt: early, location: POINT },
    { change: { isIndoor: true, categoryName: '=1+1' } },
  ),
]

/** What is usual at one corner, and far more than that lately. */
const cluster = [
  ...Array.from({ length: 8 }, (_, week) =>
    aCase(`usual${week}`, {
      placeCode: '310115005',
      location: { type: 'Point', coordinates: [121.51, 31.25] },
      reportedAt: startedAt - (8 + week * 7) * DAY,
    }),
  ),
  ...Array.from({ length: 9 }, (_, index) =>
    aCase(`many${index}`, {
      placeCode: '310115005',
      source: index < 3 ? 'hotline' : 'wechat',
      location: { type: 'Point', coordinates: [121.51, 31.25] },
      reportedAt: startedAt - index * 2 * HOUR,
    }),
  ),
  ...Array.from({ length: 6 }, (_, index) =>
    aCase(`village${index}`, { placeCode: VILLAGE, reportedAt: startedAt - index * HOUR }),
  ),
]

const runTimer = () => city.cloud.runTimer('caseStatistics') as Promise<Record<string, unknown>>

beforeAll(async () => {
  city = await aCityOfCases()
  administrator = await aCityAdministrator(city.cloud)
  supervisor = await aStaffMember(city.cloud, administrator, 'supervisor', JINGAN)
  await setClockTo(startedAt)
  await city.make([...cases, ...cluster], startedAt)
  await runTimer()
})
afterAll(() => city?.cloud.stop())

const supervision = async (placeCode: string, by: Person = administrator) =>
  expectValue(await by.caseStatistics('getSupervision', { placeCode, month }))

describe('supervision', () => {
  test('is for supervisors, dispatchers and administrators of the place', async () => {
    const citizen = await city.cloud.person()
    for (const [person, placeCode] of [
      [citizen, JINGAN],
      [supervisor, PUDONG],
      [supervisor, SHANGHAI],
    ] as const) {
      for (const method of ['getSupervision', 'listHotSpots'] as const) {
        const input = method === 'getSupervision' ? { placeCode, month } : { placeCode }
        const answer =
          method === 'getSupervision'
            ? await person.caseStatistics('getSupervision', { placeCode, month })
            : await person.caseStatistics('listHotSpots', { placeCode })
        expect([method, input, expectError(answer).code]).toEqual([method, input, 'not_allowed'])
      }
    }
    expect((await supervision(JINGAN, supervisor)).total.reported).toBeGreaterThan(0)
  })

  test('wants a month', async () => {
    const answer = await administrator.caseStatistics('getSupervision', {
      placeCode: JINGAN,
      month: '2026-13',
    })
    expect(expectError(answer).code).toBe('invalid_input')
  })

  test('counts a closed case that nobody rated as unrated, and what was refused as refused', async () => {
    const { total, departments } = await supervision(JINGAN)
    expect(total).toMatchObject({
      refused: 1,
      closed: 3,
      satisfied: 1,
      dissatisfied: 1,
      unrated: 1,
      handled: 3,
    })
    expect(total.handledMinutes).toBe(180)
    expect(departments).toEqual([
      expect.objectContaining({ name: '示例保洁队', reported: 3, satisfied: 1, dissatisfied: 1, unrated: 1 }),
    ])
  })

  test('shows what lies below the place: districts of the city, streets of a district, villages of a street', async () => {
    expect((await supervision(SHANGHAI)).places.map(({ placeCode }) => placeCode)).toEqual([JINGAN, PUDONG])
    expect((await supervision(JINGAN)).places.map(({ placeCode }) => placeCode)).toEqual([NANJING_ROAD])
    const street = await supervision(NANJING_ROAD)
    expect(street.places.map(({ placeCode }) => placeCode)).toEqual([VILLAGE])
    expect(street.total.dissatisfied).toBe(0)
    const village = await supervision(VILLAGE)
    expect(village).toMatchObject({ total: { reported: 6 }, places: [], now: { open: 6 } })
  })

  test('says how things stand now', async () => {
    const { now } = await supervision(NANJING_ROAD)
    const open = 1 + cluster.filter(({ begun }) => begun.placeCode.startsWith(NANJING_ROAD)).length
    expect(now).toMatchObject({ open: open + 1, suspended: 1, supervised: 0 })
    expect(now.overdue).toBeGreaterThanOrEqual(0)
  })

  test('what is overdue is counted at the moment of asking', async () => {
    const before = (await supervision(NANJING_ROAD)).now
    await setClockTo(startedAt + 60 * DAY)
    const after = (await supervision(NANJING_ROAD)).now
    await setClockTo(startedAt)
    // Only what is suspended has no deadline.
    expect(after).toMatchObject({ open: before.open, overdue: before.open - 1, dueSoon: 0 })
  })

  test('has every day of the month up to today, also those without a report', async () => {
    const { trend, total } = await supervision(JINGAN)
    expect(trend.map(({ day }) => day)).toEqual(
      Array.from(
        { length: Number(today.slice(8)) },
        (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
      ),
    )
    expect(trend.reduce((sum, { reported }) => sum + reported, 0)).toBe(total.reported)
  })

  test('takes two queries of cases and counts, however many there are', async () => {
    const queries = async () => {
      const all = Object.values(await city.cloud.statistics())
      return all.reduce((sum, { cases = 0, caseCounts = 0 }) => sum + cases + caseCounts, 0)
    }
    const before = await queries()
    await supervision(SHANGHAI)
    expect((await queries()) - before).toBe(2)
  })
})

describe('public statistics', () => {
  test('are for everyone, without departments and without what is overdue', async () => {
    const answer = await city.cloud.nobody.caseStatistics('getPublicStatistics', { placeCode: JINGAN, month })
    const statistics = expectValue(answer)
    expect(Object.keys(statistics).sort()).toEqual(['groups', 'now', 'places', 'total', 'trend'])
    expect(Object.keys(statistics.now)).toEqual(['open'])
    expect(statistics.total).toEqual((await supervision(JINGAN)).total)
  })

  test('of a month without reports are zeros', async () => {
    const answer = await city.cloud.nobody.caseStatistics('getPublicStatistics', {
      placeCode: JINGAN,
      month: '2020-02',
    })
    const { total, trend, places } = expectValue(answer)
    expect(total).toMatchObject({ reported: 0, unrated: 0 })
    expect(trend).toHaveLength(29)
    expect(places).toEqual([])
  })
})

describe('hot spots', () => {
  const hotSpots = async (placeCode: string) =>
    expectValue(await administrator.caseStatistics('listHotSpots', { placeCode }))

  test('name where far more is reported than usual, with its cases', async () => {
    const { hotSpots: found, lookedAt } = await hotSpots(PUDONG)
    expect(lookedAt).toBeGreaterThanOrEqual(startedAt)
    expect(found).toEqual([
      expect.objectContaining({ placeCode: '310115005', observed: 9, usual: 1, fromHotline: 3 }),
    ])
    expect(found[0]?.cases.map(({ caseId }) => caseId).sort()).toEqual(
      Array.from({ length: 9 }, (_, index) => `many${index}`),
    )
    expect(found[0]?.position?.longitude).toBeCloseTo(121.51, 2)
  })

  test('name villages where reports have no position', async () => {
    const { hotSpots: found } = await hotSpots(JINGAN)
    expect(found).toEqual([
      expect.objectContaining({ placeCode: VILLAGE, position: null, observed: 6, usual: 0 }),
    ])
  })

  test('are looked for once an hour', async () => {
    expect(await runTimer()).toMatchObject({ result: { hotSpots: null } })
    await setClockTo(startedAt + 61 * 60_000 + 1_000)
    expect(await runTimer()).toMatchObject({ result: { hotSpots: 2 } })
    await setClockTo(startedAt)
  })
})

/** Minutes after midnight in Shanghai, today or some days later. */
const at = (minutes: number, days = 0) => setClockTo(midnight + minutes * 60_000 + days * DAY)

const files = async () => expectValue(await city.cloud.nobody.caseStatistics('listOpenData', {})).files
/** With the mark at its beginning, which `text()` would swallow. */
const read = async (url: string) =>
  Buffer.from(await (await fetch(new URL(url, city.cloud.url))).arrayBuffer()).toString('utf8')

describe('open data', () => {
  test('is made at night, a month a minute, and then left alone', async () => {
    await at(100)
    expect(await runTimer()).toMatchObject({ result: { made: null } })
    await at(125)
    const made: unknown[] = []
    for (;;) {
      const { result } = (await runTimer()) as { result: { made: string | null; differences: number | null } }
      if (result.made === null) break
      made.push(result.made)
      if (result.made === 'description') expect(result.differences).toBe(0)
    }
    expect(made[0]).toBe(month)
    expect(made.at(-1)).toBe('description')
    expect(new Set(made).size).toBe(made.length)
  })

  test('holds what is public of each case, and nothing that tells who it was', async () => {
    const file = (await files()).find(({ name }) => name.includes(month))
    const text = await read(file?.url ?? '')
    expect(text.startsWith('\uFEFF')).toBe(true)
    for (const word of [NAME, PHONE, '联系', 'cloud://', 'sealed', '家门口']) expect(text).not.toContain(word)
    const { data, meta } = parse<Record<string, string>>(text.slice(1), { header: true })
    expect(meta.fields).toEqual([
      '案件标识',
      '类别',
      '国标代码',
      '大类',
      '街镇代码',
      '街镇',
      '状态',
      '上报日期',
      '处置日期',
      '结案日期',
      '应处置日期',
      '经度',
      '纬度',
      '重开次数',
      '评价星级',
    ])
    expect(data).toHaveLength(file?.rows ?? -1)
    const of = (id: string) => data.find((row) => row.案件标识 === id)
    expect(of('open1')).toMatchObject({
      经度: '121.4568',
      纬度: '31.2346',
      评价星级: '',
      街镇: '静安区南京西路街道',
    })
    expect(of('bad1')).toMatchObject({ 状态: '已结案', 评价星级: '1', 结案日期: dayOf(early) })
    expect(of('refused1')).toBeUndefined()
  })

  test('hides the door of what lies indoors, and disarms formulas', async () => {
    const file = (await files()).find(({ name }) => name.includes(month))
    const { data } = parse<Record<string, string>>((await read(file?.url ?? '')).slice(1), { header: true })
    const indoor = data.find((row) => row.案件标识 === 'indoor1')
    expect(indoor?.类别).toBe("'=1+1")
    expect(indoor?.经度).not.toBe('121.4568')
    expect(Math.abs(Number(indoor?.经度) - 121.4568)).toBeLessThan(0.006)
  })

  test('comes with a description of every column and what it must not be used for', async () => {
    const file = (await files()).find(({ name }) => name.endsWith('.json'))
    const description = JSON.parse(await read(file?.url ?? '')) as { columns: unknown[]; caveats: string[] }
    expect(description.columns).toHaveLength(15)
    expect(description.caveats.join()).toContain('不能用来给地区或部门排名')
  })

  test('of a month is made anew when one of its cases has changed, and only then', async () => {
    const before = (await files()).find(({ name }) => name.includes(month))
    await at(600, 1)
    const now = midnight + DAY + 10 * HOUR
    const accepting = { caseId: 'open1', requestId: 'accepting', steps: [{ act: 'accept' }] }
    expect(await city.change({ ...accepting, actor: 'dispatcher', now })).toBe('accepted')
    expect(await runTimer()).toMatchObject({ result: { made: month } })
    expect(await runTimer()).toMatchObject({ result: { made: 'description' } })
    expect(await runTimer()).toMatchObject({ result: { made: null } })
    const after = (await files()).find(({ name }) => name.includes(month))
    expect(after?.madeAt).toBeGreaterThan(before?.madeAt ?? 0)
    expect(await read(after?.url ?? '')).toContain('已受理')
  })
})
