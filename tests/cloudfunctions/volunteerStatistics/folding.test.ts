import { seededRandom } from '../caseStatistics/cityOfCases'
import { aLedgerToCount, type CountedHours } from './countedHours'
import { anEntry, aVolunteerRow, type SomeEntry } from './ledgerRows'

let hours: CountedHours

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ORGANISATIONS = [
  { _id: 'organisationOne', placeCode: '310106012' },
  { _id: 'organisationTwo', placeCode: '310106012002' },
  { _id: 'organisationThree', placeCode: '310115' },
]
const PEOPLE = Array.from({ length: 9 }, (_, index) => `person${index}`)

beforeAll(async () => {
  hours = await aLedgerToCount()
  await hours.load(
    'organisations',
    ORGANISATIONS.map((row) => ({ ...row, nameKey: row._id, name: `示例 ${row._id}` })),
  )
  await hours.load(
    'volunteers',
    // The last one is not registered any more, and is counted all the same.
    PEOPLE.slice(0, -1).map((accountId, index) =>
      aVolunteerRow(accountId, {
        placeCode: index % 2 ? '310106012' : '310106012002',
        gridCode: index % 3 ? null : '310106012002001',
      }),
    ),
  )
})
afterAll(() => hours?.cloud.stop())

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Credits over the turn of a year, some of them corrected, taken back and given back; each entry later than the one before. */
function someEntries(random: () => number, name: string, number: number, until: number) {
  const chosen: Omit<SomeEntry, 'at'>[] = []
  for (let index = 0; index < number; index++) {
    const credit = {
      accountId: pick(random, PEOPLE),
      activityId: `${name}${Math.floor(index / 4)}`,
      organisationId: ORGANISATIONS[Math.floor(index / 4) % 3]?._id,
      servedAt: Date.parse('2026-12-24T04:00:00Z') + (Math.floor(index / 4) % 16) * DAY,
      minutes: 30 * (1 + Math.floor(random() * 6)),
    }
    // Nobody attends an activity twice.
    if (chosen.some((one) => one.accountId === credit.accountId && one.activityId === credit.activityId))
      continue
    chosen.push(credit)
    if (random() < 0.4) {
      chosen.push({ ...credit, minutes: -credit.minutes, kind: 'annulment' })
      if (random() < 0.5) chosen.push({ ...credit, kind: 'restoration' })
    } else if (random() < 0.3) chosen.push({ ...credit, minutes: -15, kind: 'correction' })
    if (random() < 0.2) chosen.push({ ...credit, ledger: 'backfilled', minutes: 600 })
  }
  return chosen.map((entry, index) => anEntry({ ...entry, at: until - (chosen.length - index) * 10 }))
}

const expectExact = async () => {
  const { plain, kept, lines, keptLines, firstMonths } = await hours.compare()
  expect(kept).toEqual(plain)
  expect(keptLines).toEqual(lines)
  for (const { people, sum } of Object.values(firstMonths)) expect(sum).toBe(people)
  expect(Object.keys(kept).length).toBeGreaterThan(20)
}

test('counts equal a plain count of the ledger while entries come and three passes run at once', async () => {
  const random = seededRandom(20261122)
  const entries = someEntries(random, 'first', 56, Date.now() - 5 * MINUTE)
  let isOver = false
  const folding = async () => {
    while (!isOver) await hours.fold()
  }
  const folds = Promise.all([folding(), folding(), folding()])
  await hours.load('hourEntries', entries)
  await hours.fold()
  isOver = true
  await folds
  await hours.fold()
  await expectExact()
  const { kept } = await hours.compare()
  const year = ['2026', '2027'].map((each) => kept[`place-310000-${each}`])
  for (const count of year) expect(Math.min(...Object.values(count ?? { none: 0 }))).toBeGreaterThan(0)
})

test('a pass that is repeated goes past nothing and changes nothing', async () => {
  expect(await hours.fold()).toBe(0)
  await expectExact()
})

test('who carries out a stretch long after everybody has gone on changes nothing', async () => {
  expect(await hours.carryOutLate()).toBeGreaterThan(1)
  expect(await hours.fold()).toBe(0)
  await expectExact()
})

test('an entry that is committed as late as a function may run is counted, in its turn', async () => {
  const now = Date.now()
  const entry = (activityId: string, at: number) =>
    anEntry({ accountId: 'person1', activityId, minutes: 60, servedAt: now, at })
  await hours.load('hourEntries', [entry('seen', now - 2 * MINUTE)])
  await hours.fold()
  // Its call began before the pass, and it is committed after it, beside one of a call that began later.
  await hours.load('hourEntries', [entry('late', now - 60_000), entry('later', now - 50_000)])
  expect(await hours.fold()).toBe(0)
  await hours.cloud.setClock(2 * MINUTE)
  expect(await hours.fold()).toBe(2)
  await expectExact()
})

test('counts are exact after the cloud was killed in the middle of folding', async () => {
  await hours.cloud.setClock(0)
  const random = seededRandom(7)
  await hours.load('hourEntries', someEntries(random, 'killed', 64, Date.now() + 3 * MINUTE))
  await hours.cloud.setClock(10 * MINUTE)
  for (const wait of [60, 150, 300]) {
    const broken = hours.fold().catch(() => 'broken')
    await new Promise((resolve) => setTimeout(resolve, wait))
    await hours.cloud.kill()
    await broken
    await hours.cloud.restart()
    await hours.cloud.setClock(10 * MINUTE)
  }
  await hours.fold()
  await expectExact()
})
