import { shanghaiDay } from '../../cloudfunctions/platform/clock'
import { placeFields } from '../../cloudfunctions/platform/places'
import type { HourEntryRow } from '../../cloudfunctions/platform/volunteering/rows'
import { countId } from '../../cloudfunctions/volunteerStatistics/folding/amounts'
import type { CountRow, PersonRow } from '../../cloudfunctions/volunteerStatistics/folding/rows'
import type { accounts } from '../../contract/accounts'
import type { ValueOf } from '../../contract/method'
import { monthOf, weekOf, yearOf } from '../../contract/volunteering/weeks'
import type { Progress } from '../report/progress'
import { CITY_CODE, type City } from '../targets/city'
import { type CaseCity, calling } from './cases'

/** Boards of a city with so many volunteers, all of them at home in one street; and what counting their hours takes. */

const STREET = '310106011'
const ROWS_PER_CALL = 500
const PER_TEAM = 100
const PER_ACTIVITY = 40
const HOUR = 3_600_000
const READERS = 20

type Me = ValueOf<(typeof accounts)['getMe']>

const period = () => yearOf(Date.now())

async function load(city: City, collection: string, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
    const event = { act: 'rows', collection, rows: rows.slice(start, start + ROWS_PER_CALL) }
    await city.callFunction('caseLoader', event)
  }
}

const some = <T>(number: number, make: (index: number) => T): T[] =>
  Array.from({ length: number }, (_, index) => make(index))
const volunteerRow = (accountId: string) => ({
  ...placeFields(STREET),
  _id: accountId,
  cardCode: accountId,
  shownName: '陈**',
  isListed: true,
  gridCode: null,
})

function teamRow(index: number): CountRow {
  const subject = `team${index}`
  return {
    ...placeFields(STREET),
    _id: countId('organisation', subject, period()),
    kind: 'organisation',
    subject,
    period: period(),
    name: `性能测试队 ${index}`,
    placeCode: STREET,
    minutes: 60 + ((index * 7919) % 100_000),
    people: PER_TEAM,
    participations: PER_TEAM,
    activities: 10,
    firstMonths: {},
    foldedUntil: '0',
  }
}

/** Some people's hours are counted by the product itself; they stand last. */
export async function fillBoards(city: City, volunteers: number, progress: Progress): Promise<CaseCity> {
  const call = calling(city)
  const board = countId('street', STREET, period())
  const accountIds = some(volunteers, (index) => `volunteer${index}`)
  await load(city, 'volunteers', accountIds.map(volunteerRow))
  progress.step(`${volunteers} volunteers stored`)
  const line = (accountId: string, index: number): PersonRow => ({
    _id: `${board}-${accountId}`,
    board,
    accountId,
    minutes: 60 + ((index * 7919) % 100_000),
    foldedUntil: '0',
  })
  await load(city, 'servicePeople', accountIds.map(line))
  await load(city, 'serviceCounts', some(Math.ceil(volunteers / PER_TEAM), teamRow))
  const readers = await city.signIn(some(READERS, (index) => `oBenchReader${index}`))
  const ranked = await city.signIn(some(READERS, (index) => `oBenchVolunteer${index}`))
  for (const [index, token] of ranked.entries()) {
    const { accountId } = (await call('accounts', 'getMe', {}, token)) as Me
    await load(city, 'volunteers', [volunteerRow(accountId)])
    await load(city, 'hourEntries', [entryRow(accountId, 'benchActivity', index, 15)])
  }
  await city.runTimer('volunteerStatistics')
  progress.step(`boards of ${volunteers} stored`)
  // Everyone may ask so often a minute; many people may.
  let turn = 0
  const read = (name: string, kind: string, within: string, people = readers) => ({
    read: name,
    ask: () => {
      const someone = people[turn++ % people.length] ?? ''
      return call('volunteerStatistics', 'getBoard', { kind, within, period: 'year', at: period() }, someone)
    },
    count: (value: Record<string, unknown>) => (value.rows as unknown[]).length,
  })
  return {
    city,
    cases: volunteers,
    reads: [
      read('people of a street', 'volunteers', STREET),
      read('and the own rank, last', 'volunteers', STREET, ranked),
      read('teams of the city', 'teams', CITY_CODE),
      read('streets of the city', 'streets', CITY_CODE),
    ],
  }
}

function entryRow(accountId: string, activityId: string, index: number, minutes: number): HourEntryRow {
  // Entered long enough ago to be counted at once.
  const at = Date.now() - HOUR + index
  const _id = `entry-${activityId}-${accountId}`
  return {
    ...placeFields(STREET),
    _id,
    accountId,
    activityId,
    attendanceId: `${activityId}-${accountId}`,
    organisationId: `team${index % PER_TEAM}`,
    organisationName: '性能测试队',
    kind: 'credit',
    ledger: 'recorded',
    minutes,
    title: '性能测试活动',
    claimId: null,
    annulmentId: null,
    grade: 'A',
    day: shanghaiDay(at),
    week: weekOf(at),
    month: monthOf(at),
    by: null,
    reason: null,
    requestId: _id,
    at,
    order: `${String(at).padStart(13, '0')}-${_id}`,
  }
}

/** Milliseconds for each check-in of a week, counted by as many runs of the timer as it takes. */
export async function measureRollUp(city: City, checkIns: number): Promise<number> {
  const accountIds = some(checkIns, (index) => `rolled${index}`)
  await load(city, 'volunteers', accountIds.map(volunteerRow))
  await load(
    city,
    'hourEntries',
    accountIds.map((accountId, index) =>
      entryRow(accountId, `activity${Math.floor(index / PER_ACTIVITY)}`, index, 60),
    ),
  )
  const startedAt = performance.now()
  for (let passed = 0; passed < checkIns; ) {
    const run = await city.runTimer('volunteerStatistics')
    if (!run || run.folded === 0) throw new Error(`counting stopped after ${passed} of ${checkIns} check-ins`)
    passed += run.folded
  }
  return (performance.now() - startedAt) / checkIns
}
