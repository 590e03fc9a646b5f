import { type Cloud, startCloud } from '../../support/cloud'
import { functionsWith } from '../../support/rowLoader'

/** A cloud with cases by the hundred, which change at random: through the code by which every case begins and changes. */

const SOURCE = `
import { DEFAULT_CATALOGUE } from './cloudfunctions/platform/cases/defaultCatalogue'
import { changeCase } from './cloudfunctions/platform/cases/changeCase'
import { loadCalendar } from './cloudfunctions/platform/cases/loadRules'
import { caseRow } from './cloudfunctions/platform/cases/newCase'
import { settle } from './cloudfunctions/platform/cases/settle'
import { database } from './cloudfunctions/platform/database/connection'
import { areaAdditions, countAdditions, sum, withDays } from './cloudfunctions/caseStatistics/amounts'
import { foldChanges } from './cloudfunctions/caseStatistics/folding'
import { factsOf } from './cloudfunctions/caseStatistics/rules'

const route = { proposal: { how: 'desk', ruleName: null, duty: null, departmentId: null, departmentName: null }, isAutomatic: false, department: null }

async function make({ cases, changedAt }) {
  const calendar = await loadCalendar()
  const rows = cases.map(({ begun, categoryId, change }, index) => {
    const category = DEFAULT_CATALOGUE.categories.find((each) => each.categoryId === categoryId) ?? DEFAULT_CATALOGUE.categories[0]
    const row = caseRow({ begun, category, catalogueVersion: 0, requestId: begun._id, actor: 'reporter', route, calendar })
    return { ...settle({ ...row, ...change }, calendar, changedAt ?? row.reportedAt), number: begun._id }
  })
  for (let start = 0; start < rows.length; start += 50) await database.collection('cases').add({ data: rows.slice(start, start + 50) })
  return rows.length
}

async function change({ caseId, requestId, steps, actor, now }) {
  const done = await changeCase({ caseId, requestId, now, steps, who: () => ({ actor, by: null, grantId: 'grant', name: '示例' }) })
  return 'problem' in done ? done.problem.code : done.after.state
}

async function allOf(name) {
  const rows = []
  for (;;) {
    const { data } = await database.collection(name).skip(rows.length).limit(500).get()
    if (data.length === 0) return rows
    rows.push(...data)
  }
}

/** Counts from every case as it is now, and the counts that folding keeps. */
async function compare() {
  const calendar = await loadCalendar()
  const facts = (await allOf('cases')).map((row) => factsOf(row, calendar))
  const plain = {}
  for (const { row, amounts } of facts.flatMap(countAdditions)) plain[row._id] = sum(plain[row._id] ?? {}, amounts)
  const areas = {}
  for (const { row, amounts } of facts.flatMap(areaAdditions)) areas[row._id] = withDays(areas[row._id] ?? row, amounts)
  const isThere = ([, amounts]) => Object.keys(amounts).length > 0
  const kept = Object.fromEntries((await allOf('caseCounts')).map(({ _id, amounts }) => [_id, amounts]).filter(isThere))
  const keptAreas = (await allOf('caseAreas')).map(({ _id, days }) => [_id, days]).filter(isThere)
  return { plain, kept, plainAreas: Object.fromEntries(Object.entries(areas).map(([id, { days }]) => [id, days])), keptAreas: Object.fromEntries(keptAreas) }
}

export const main = async (event) => {
  if (event.make) return make(event.make)
  if (event.change) return change(event.change)
  if (event.fold) return foldChanges(Date.now() + 25_000)
  return compare()
}
`

const TOOL = 'casesForTests'

export interface SomeCase {
  begun: {
    _id: string
    source: 'wechat' | 'hotline' | 'open311'
    placeCode: string
    location: { type: 'Point'; coordinates: [number, number] } | null
    reportedAt: number
    [field: string]: unknown
  }
  categoryId: string
  /** Fields of the row as it is kept. */
  change?: Record<string, unknown>
}

/** The cases of a cloud that was started with `functionsWithCases`. */
export interface Cases {
  make(cases: SomeCase[], changedAt?: number): Promise<void>
  /** A step of one case; answers the state that it led to, or what stood in the way. */
  change(change: {
    caseId: string
    requestId: string
    steps: object[]
    actor: string
    now: number
  }): Promise<string>
  /** One pass of folding, beside the timer's. */
  fold(): Promise<number>
  compare(): Promise<
    Record<'plain' | 'kept' | 'plainAreas' | 'keptAreas', Record<string, Record<string, number>>>
  >
}

export interface CityOfCases extends Cases {
  cloud: Cloud
}

export const functionsWithCases = (): Promise<string> => functionsWith(TOOL, SOURCE)

export const aCityOfCases = async (): Promise<CityOfCases> => {
  const cloud = await startCloud({ functions: await functionsWithCases() })
  return { cloud, ...casesOf(cloud) }
}

export function casesOf(cloud: Cloud): Cases {
  const ask = async <T>(event: object): Promise<T> => {
    const { status, body } = await cloud.send(TOOL, event)
    const answer = body as { result?: T; error?: unknown }
    if (status !== 200 || answer.error)
      throw new Error(`the tool answered ${status}: ${JSON.stringify(body)}`)
    return answer.result as T
  }
  return {
    make: async (cases, changedAt) => {
      for (let start = 0; start < cases.length; start += CASES_PER_CALL)
        await ask({ make: { cases: cases.slice(start, start + CASES_PER_CALL), changedAt } })
    },
    change: (change) => ask({ change }),
    fold: () => ask({ fold: true }),
    compare: () => ask({}),
  }
}

const CASES_PER_CALL = 500

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function aCase(
  id: string,
  part: Partial<SomeCase['begun']> = {},
  rest: Partial<SomeCase> = {},
): SomeCase {
  return {
    categoryId: 'exposedRubbish',
    ...rest,
    begun: {
      _id: id,
      source: 'wechat',
      accountId: null,
      foreignNumber: null,
      description: '',
      answers: [],
      contentId: null,
      photos: [],
      placeCode: '310106012',
      address: '示例路 1 号',
      location: null,
      sealedContact: null,
      seenAt: part.reportedAt ?? 0,
      reportedAt: 0,
      ...part,
    },
  }
}
