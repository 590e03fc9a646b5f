import { type Cloud, startCloud } from '../../support/cloud'
import { functionsWith } from '../../support/rowLoader'

/** A cloud into which entries of the ledger are put, folded, and compared with a plain count of all of them. */

const SOURCE = `
import { database } from './cloudfunctions/platform/database/connection'
import { foldEntries, personKey } from './cloudfunctions/volunteerStatistics/folding/folding'
import { advance, carryOut } from './cloudfunctions/volunteerStatistics/folding/store'

async function allOf(name) {
  const rows = []
  for (;;) {
    const { data } = await database.collection(name).skip(rows.length).limit(500).get()
    if (data.length === 0) return rows
    rows.push(...data)
  }
}

const sumBy = (rows, keyOf) => {
  const sums = new Map()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.minutes)
  return sums
}
const positive = (sums) => [...sums.values()].filter((minutes) => minutes > 0).length

/** What a scope's rows come to, from its entries alone. */
function plainCount(entries, withActivities) {
  const attendances = sumBy(entries, ({ attendanceId }) => attendanceId)
  const activityOf = new Map(entries.map(({ attendanceId, activityId }) => [attendanceId, activityId]))
  const activities = new Set([...attendances].flatMap(([id, minutes]) => (minutes > 0 ? [activityOf.get(id)] : [])))
  return {
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    people: positive(sumBy(entries, ({ accountId }) => accountId)),
    participations: positive(attendances),
    activities: withActivities ? activities.size : 0,
  }
}

const isSomething = (count) => Object.values(count).some((value) => value !== 0)

async function compare() {
  const homes = new Map((await allOf('volunteers')).map((row) => [row._id, row]))
  const places = new Map((await allOf('organisations')).map((row) => [row._id, row.placeCode]))
  const entries = (await allOf('hourEntries')).filter(({ ledger }) => ledger === 'recorded')
  const groups = new Map()
  const add = (key, entry) => groups.set(key, [...(groups.get(key) ?? []), entry])
  for (const entry of entries) {
    const home = homes.get(entry.accountId)
    const place = places.get(entry.organisationId)
    const year = entry.month.slice(0, 4)
    for (const period of [entry.week, entry.month, year]) {
      add('organisation-' + entry.organisationId + '-' + period, entry)
      if (home?.streetCode) add('street-' + home.streetCode + '-' + period, entry)
      if (home?.gridCode) add('grid-' + home.gridCode + '-' + period, entry)
    }
    for (const code of new Set([place.slice(0, 2) + '0000', place.slice(0, 6), place.slice(0, 9), place.slice(0, 12)]))
      for (const period of [entry.month, year]) add('place-' + code + '-' + period, entry)
  }
  const plain = Object.fromEntries([...groups].map(([key, some]) => [key, plainCount(some, !/^(street|grid)/.test(key))]).filter(([, count]) => isSomething(count)))
  const lines = Object.fromEntries(
    [...groups].filter(([key]) => !key.startsWith('place')).flatMap(([key, some]) => [...sumBy(some, ({ accountId }) => accountId)].map(([accountId, minutes]) => [key + '-' + personKey(accountId), minutes])).filter(([, minutes]) => minutes !== 0),
  )
  const counts = await allOf('serviceCounts')
  const kept = Object.fromEntries(counts.map(({ _id, minutes, people, participations, activities }) => [_id, { minutes, people, participations, activities }]).filter(([, count]) => isSomething(count)))
  const keptLines = Object.fromEntries((await allOf('servicePeople')).map(({ _id, minutes }) => [_id, minutes]).filter(([, minutes]) => minutes !== 0))
  const firstMonths = Object.fromEntries(counts.filter(({ kind, period }) => kind === 'place' && period.length === 4).map(({ _id, people, firstMonths }) => [_id, { people, sum: Object.values(firstMonths).reduce((sum, each) => sum + each, 0) }]))
  return { plain, kept, lines, keptLines, firstMonths }
}

/** As somebody does who was held up in the middle of it, long ago. */
async function carryOutLate() {
  // The first one last: what it says is the furthest behind.
  const stretches = (await allOf('serviceStretches')).sort((a, b) => (a.until < b.until ? 1 : -1))
  for (const { _id, until, changes } of stretches) {
    for (const change of changes) await carryOut(change)
    await advance(_id === 'first' ? '' : _id, until, 0)
  }
  return stretches.length
}

export const main = async (event) => {
  if (event.rows) return database.collection(event.collection).add({ data: event.rows })
  if (event.late) return carryOutLate()
  if (event.fold) return foldEntries(Date.now() + 25_000)
  return compare()
}
`

const TOOL = 'countingForTests'

interface Count {
  minutes: number
  people: number
  participations: number
  activities: number
}

export interface CountedHours {
  cloud: Cloud
  load(collection: string, rows: object[]): Promise<void>
  /** One pass, beside the timer's; how many entries it went past. */
  fold(): Promise<number>
  /** Every stretch once more, the first one last; how many there are. */
  carryOutLate(): Promise<number>
  compare(): Promise<{
    plain: Record<string, Count>
    kept: Record<string, Count>
    lines: Record<string, number>
    keptLines: Record<string, number>
    firstMonths: Record<string, { people: number; sum: number }>
  }>
}

const ROWS_AT_ONCE = 50

export async function aLedgerToCount(): Promise<CountedHours> {
  const cloud = await startCloud({ functions: await functionsWith(TOOL, SOURCE) })
  const ask = async <T>(event: object): Promise<T> => {
    const { status, body } = await cloud.send(TOOL, event)
    const { result } = body as { result?: T }
    if (status !== 200 || result === undefined) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return result
  }
  return {
    cloud,
    load: async (collection, rows) => {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
        await ask({ collection, rows: rows.slice(start, start + ROWS_AT_ONCE) })
    },
    fold: () => ask({ fold: true }),
    carryOutLate: () => ask({ late: true }),
    compare: () => ask({ compare: true }),
  }
}
