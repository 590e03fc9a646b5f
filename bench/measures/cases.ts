import { randomUUID } from 'node:crypto'
import type { accounts } from '../../contract/accounts'
import type { ValueOf } from '../../contract/method'
import type { Counted } from '../caseLoader'
import { Counts } from '../caseLoader/counts'
import { ASKED, ASKED_STREET, CONTENTS, contentId } from '../caseLoader/series'
import { median, percentile } from '../report/numbers'
import type { Progress } from '../report/progress'
import { CITY_CODE, type City } from '../targets/city'

/** What it costs to look at street problems, in a city of few and in one of many. Times in milliseconds. */
export interface CaseFigures {
  read: string
  cases: number
  p50: number
  p95: number
  /** Questions to the database for one answer. */
  roundTrips: number
  /** Rows, points or squares that were answered. */
  answered: number
}

const CASES_PER_CALL = 1000
const CALLS_AT_ONCE = 2
/** Of counts: what one request may carry. */
const ROWS_PER_CALL = 100
const WARM_UP = 20
const PEOPLE = 50

export interface CaseCity {
  city: City
  cases: number
  reads: Read[]
}

interface Read {
  read: string
  ask: () => Promise<unknown>
  count: (value: Record<string, unknown>) => number
}

type Call = (service: string, method: string, input: object, token: string) => Promise<unknown>

export const calling =
  (city: City): Call =>
  async (service, method, input, token) => {
    const answer = await city.callFunction(service, { method, input, requestId: randomUUID() }, token)
    const { ok, value, error } = answer as { ok: boolean; value: unknown; error: unknown }
    if (!ok) throw new Error(`${service}.${method} answered ${JSON.stringify(error)}`)
    return value
  }

/** A city with so many cases, a department of the street that is asked about, and its handler. */
export async function fillCity(city: City, cases: number, progress: Progress): Promise<CaseCity> {
  const call = calling(city)
  const [administrator, handler] = (await city.signIn(['oBenchAdministrator', 'oBenchHandler'])) as [
    string,
    string,
  ]
  const department = { placeCode: ASKED_STREET, kind: 'department', name: '性能测试环卫所' }
  const { organisation } = (await call('places', 'registerOrganisation', department, administrator)) as {
    organisation: { organisationId: string }
  }
  const departmentId = organisation.organisationId
  const { accountId } = (await call('accounts', 'getMe', {}, handler)) as ValueOf<(typeof accounts)['getMe']>
  const grant = { accountId, name: '处置员', role: 'handler', placeCode: ASKED_STREET, endsAt: null }
  await call('administration', 'grantRole', { ...grant, organisationId: departmentId }, administrator)
  await loadCases(city, cases, departmentId, progress)
  const people = await city.signIn(Array.from({ length: PEOPLE }, (_, index) => `oBenchPerson${index}`))
  return { city, cases, reads: readsOf(call, { administrator, handler, departmentId, people }) }
}

async function loadCases(city: City, cases: number, departmentId: string, progress: Progress): Promise<void> {
  const now = Date.now()
  const counts = new Counts()
  const loadPart = async (from: number) => {
    const to = Math.min(cases, from + CASES_PER_CALL)
    const event = { act: 'cases', now, departmentId, from, to }
    const { counted } = (await city.callFunction('caseLoader', event)) as { counted: Counted[] }
    counts.add(counted, now)
  }
  for (let from = 0; from < cases; from += CALLS_AT_ONCE * CASES_PER_CALL) {
    const starts = Array.from({ length: CALLS_AT_ONCE }, (_, call) => from + call * CASES_PER_CALL)
    await Promise.all(starts.filter((start) => start < cases).map(loadPart))
    if ((from / CASES_PER_CALL) % 20 === 0) progress.step(`${from} cases stored`)
  }
  const load = async (collection: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
      const event = { act: 'rows', collection, rows: rows.slice(start, start + ROWS_PER_CALL) }
      await city.callFunction('caseLoader', event)
    }
  }
  await load('mapCells', counts.mapCells())
  await load('caseCounts', counts.caseCounts())
  const contents = Array.from({ length: CONTENTS }, (_, index) => ({
    _id: contentId(index),
    state: 'visible',
    pictures: [],
    order: '',
  }))
  await load('contents', contents)
  progress.step(`counts of ${cases} cases stored`)
}

const length = (name: string) => (value: Record<string, unknown>) => (value[name] as unknown[]).length
const view = (half: number, zoom: number) => ({
  west: ASKED.longitude - half,
  east: ASKED.longitude + half,
  south: ASKED.latitude - half * 1.6,
  north: ASKED.latitude + half * 1.6,
  zoom,
})

function readsOf(
  call: Call,
  {
    administrator,
    handler,
    departmentId,
    people,
  }: { administrator: string; handler: string; departmentId: string; people: string[] },
): Read[] {
  const shown = (value: Record<string, unknown>) => length('points')(value) + length('cells')(value)
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  // Everyone may ask so often a minute; many people may.
  let turn = 0
  const someone = () => people[turn++ % people.length] ?? handler
  const read = (
    name: string,
    service: string,
    method: string,
    input: object,
    count: Read['count'],
    token?: string,
  ) => ({
    read: name,
    ask: () => call(service, method, input, token ?? someone()),
    count,
  })
  const mine = { organisationId: departmentId, of: 'department' }
  return [
    read('near me', 'reporting', 'listNearby', { position: ASKED }, length('cases')),
    read(
      'near me, a rare kind',
      'reporting',
      'listNearby',
      { position: ASKED, group: 'facilities', openness: 'open' },
      length('cases'),
    ),
    read('list of the city', 'reporting', 'listCases', { placeCode: CITY_CODE }, length('cases')),
    read('map, a few streets', 'reporting', 'getMapPart', view(0.004, 17), shown),
    read('map, a quarter', 'reporting', 'getMapPart', view(0.009, 15), shown),
    read('map, the city', 'reporting', 'getMapPart', view(0.4, 10), shown),
    read("handler's queue", 'casework', 'listMine', { ...mine, order: 'deadline' }, length('cases'), handler),
    read(
      "handler's queue by distance",
      'casework',
      'listMine',
      { ...mine, order: 'distance', position: ASKED },
      length('cases'),
      handler,
    ),
    read(
      "desk's queue",
      'casework',
      'listQueue',
      { placeCode: ASKED_STREET, scope: 'desk' },
      length('cases'),
      administrator,
    ),
    read(
      "supervisor's page, city",
      'caseStatistics',
      'getSupervision',
      { placeCode: CITY_CODE, month },
      length('places'),
      administrator,
    ),
    read(
      "supervisor's page, district",
      'caseStatistics',
      'getSupervision',
      { placeCode: '310106', month },
      length('places'),
      administrator,
    ),
  ]
}

const databaseQuestions = async (city: City): Promise<number> =>
  Object.entries(await city.countActions())
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, each]) => sum + Object.values(each).reduce((part, one) => part + one, 0), 0)

/** The cities are asked in turn, so that what else the machine does meets both. */
export async function measureCases(
  cities: CaseCity[],
  calls: number,
  progress: Progress,
): Promise<CaseFigures[]> {
  const figures: CaseFigures[] = []
  for (const [index] of (cities[0]?.reads ?? []).entries()) {
    const lanes = cities.map(({ city, cases, reads }) => ({
      city,
      cases,
      times: [] as number[],
      ...(reads[index] as Read),
    }))
    for (const { ask } of lanes) for (let turn = 0; turn < WARM_UP; turn++) await ask()
    for (let turn = 0; turn < calls; turn++)
      for (const lane of lanes) {
        const startedAt = performance.now()
        await lane.ask()
        lane.times.push(performance.now() - startedAt)
      }
    for (const { city, cases, times, read, ask, count } of lanes) {
      const before = await databaseQuestions(city)
      const value = (await ask()) as Record<string, unknown>
      const roundTrips = (await databaseQuestions(city)) - before
      const sorted = [...times].sort((one, other) => one - other)
      figures.push({
        read,
        cases,
        p50: median(times),
        p95: percentile(sorted, 0.95),
        roundTrips,
        answered: count(value),
      })
    }
    progress.step(lanes[0]?.read ?? '')
  }
  return figures
}
