import { ACTORS, ACTS, type Act, type CaseState, stateAfter } from '../../../contract/cases/workflow'
import { aCase, aCityOfCases, type CityOfCases, seededRandom } from './cityOfCases'

let city: CityOfCases

beforeAll(async () => {
  city = await aCityOfCases()
})
afterAll(() => city?.cloud.stop())

const DAY = 86_400_000
const PLACES = ['310106012', '310106012002', '310106', '310115005', '310000']
const POSITIONS: [number, number][] = [
  [121.46, 31.23],
  [121.52, 31.24],
]
const CASES = 16
const STEPS = 14
/** How often a step leads on, so that cases also come to their end. */
const LEADS_ON = 0.8

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

const expectExact = async () => {
  const { plain, kept, plainAreas, keptAreas } = await city.compare()
  expect(kept).toEqual(plain)
  expect(keptAreas).toEqual(plainAreas)
  expect(Object.keys(kept).length).toBeGreaterThan(5)
}

function randomCases(random: () => number, begun: number) {
  return Array.from({ length: CASES }, (_, index) => {
    const position = random() < 0.6 ? pick(random, POSITIONS) : null
    return aCase(`case${index}`, {
      placeCode: pick(random, PLACES),
      location: position && { type: 'Point', coordinates: position },
      reportedAt: begun - Math.floor(random() * 40 * DAY),
    })
  })
}

const DEPARTMENTS = ['organisationOne', 'organisationTwo'].map((_id) => ({
  _id,
  name: `示例单位 ${_id}`,
  placeCode: '310106012',
}))

const ONWARD: readonly Act[] = [
  'accept',
  'file',
  'dispatch',
  'take',
  'resume',
  'handle',
  'verify',
  'close',
  'rate',
  'dissatisfy',
  'complain',
  'conclude',
]

/** A step that the table allows, though it may want what this case has not; null: it is over for good. */
function randomStep(random: () => number, state: CaseState) {
  const possible = ACTS.filter((each) => ACTORS.some((actor) => stateAfter(each, state, actor) !== null))
  if (possible.length === 0) return null
  const onward = possible.filter((act) => ONWARD.includes(act))
  const act = pick(random, onward.length > 0 && random() < LEADS_ON ? onward : possible)
  const actor = pick(
    random,
    ACTORS.filter((each) => stateAfter(act, state, each) !== null),
  )
  const details = {
    words: '示例说明',
    department: pick(random, DEPARTMENTS),
    photos: [{ photoId: 'photo', list: 'list', page: 'page' }],
    hours: 4,
    until: Date.now() + DAY,
    place: { placeCode: pick(random, PLACES), address: '示例路', location: null },
    intoCaseId: 'case0',
    rating: { stars: 1 + Math.floor(random() * 5), reasons: [] },
  }
  return { act, actor, details }
}

/** A history of one case; what is not possible leaves it as it is. */
async function wander(caseId: string, seed: number): Promise<void> {
  const random = seededRandom(seed)
  let state: CaseState = 'reported'
  for (let step = 0; step < STEPS; step++) {
    const chosen = randomStep(random, state)
    if (!chosen) return
    const { act, actor, details } = chosen
    const answer = await city.change({
      caseId,
      requestId: `${caseId}-${step}`,
      steps: [{ act, ...details }],
      actor,
      now: Date.now(),
    })
    const next = stateAfter(act, state, actor)
    if (next === answer) state = next
  }
}

test('counts equal a plain count of all cases, whatever happened to them while two passes of folding ran at once', async () => {
  const random = seededRandom(20261121)
  const cases = randomCases(random, Date.now())
  await city.make(cases, Date.now())
  const histories = Promise.all(cases.map(({ begun }, index) => wander(begun._id, index)))
  let isOver = false
  const folding = async () => {
    while (!isOver) await city.fold()
  }
  const folds = Promise.all([folding(), folding()])
  await histories
  isOver = true
  await folds
  await city.fold()
  await expectExact()
  // Something must have happened, or nothing has been shown.
  const { kept } = await city.compare()
  const months = Object.entries(kept)
    .filter(([id]) => /^\d{4}-\d\d-310000$/.test(id))
    .map(([, amounts]) => amounts)
  const total = (name: string) => months.reduce((sum, amounts) => sum + (amounts[`total/${name}`] ?? 0), 0)
  expect(total('reported')).toBe(CASES)
  for (const name of ['closed', 'unrated', 'reopened', 'handled']) expect(total(name)).toBeGreaterThan(0)
})

test('a pass that is repeated changes nothing', async () => {
  expect(await city.fold()).toBe(0)
  await expectExact()
})

test('a change that was committed late is counted by the next pass', async () => {
  const late = aCase('late', { placeCode: '310106012', reportedAt: Date.now() })
  await city.make([late], Date.now() - 60_000)
  expect(await city.fold()).toBe(1)
  await expectExact()
})

test('changes written in the same millisecond are all counted, also over several pages', async () => {
  const same = Array.from({ length: 230 }, (_, index) =>
    aCase(`same${index}`, { placeCode: '310115005', reportedAt: Date.now() }),
  )
  await city.make(same, Date.now())
  expect(await city.fold()).toBe(230)
  await expectExact()
})

test('counts are exact after the cloud was killed in the middle of folding', async () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    aCase(`killed${index}`, { placeCode: '310106012', reportedAt: Date.now() }),
  )
  await city.make(many, Date.now())
  const broken = city.fold().catch(() => 'broken')
  await city.cloud.kill()
  await broken
  await city.cloud.restart()
  await city.fold()
  await expectExact()
})
