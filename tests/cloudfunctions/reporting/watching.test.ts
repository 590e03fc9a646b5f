import { randomUUID } from 'node:crypto'
import { expectError, expectValue } from '../../support/builders'
import { aCaseDesk, act, aReport, type CaseDesk, caseSeenBy, dispatchCase } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let desk: CaseDesk
let reporter: Person
let neighbour: Person
let caseId: string

beforeAll(async () => {
  cloud = await startCloud()
  desk = await aCaseDesk(cloud)
  reporter = await cloud.person()
  neighbour = await cloud.person()
})
beforeEach(async () => {
  ;({ caseId } = await aReport(cloud, reporter))
})
afterAll(() => cloud?.stop())

const join = (person: Person, id = caseId, requestId?: string) =>
  person.reporting('joinCase', { caseId: id }, requestId)
const follow = (person: Person, isFollowing: boolean, id = caseId) =>
  person.reporting('followCase', { caseId: id, isFollowing })
const joinedOf = async (id: string) => (await caseSeenBy(reporter, id)).joined
const merge = (id: string, intoCaseId: string) => act(desk.dispatcher, id, { act: 'merge', intoCaseId })
const unmerge = (id: string) => act(desk.dispatcher, id, { act: 'unmerge', words: '不是同一处' })
/** What the case counts, and how many of these people have joined it. */
const countedIn = async (id: string, people: Person[]) => {
  const relations = await Promise.all(people.map(async (person) => (await caseSeenBy(person, id)).relation))
  return {
    joined: await joinedOf(id),
    found: relations.filter((relation) => relation === 'joined').length,
  }
}
const runTimer = async () => expect(await cloud.runTimer('reporting')).not.toHaveProperty('error')

describe('a case is not joined', () => {
  test('that there is not', async () => {
    expect(expectError(await join(neighbour, 'nonsense')).code).toBe('case_not_found')
    expect(expectError(await follow(neighbour, true, 'nonsense')).code).toBe('case_not_found')
  })

  test('by who reported it', async () => {
    expect(expectError(await join(reporter)).code).toBe('own_case')
    expect(expectValue(await follow(reporter, true)).relation).toBe('reporter')
    expect(await joinedOf(caseId)).toBe(0)
  })

  test('that is over', async () => {
    await act(desk.dispatcher, caseId, { act: 'refuse', words: '不属于受理范围' })
    expect(expectError(await join(neighbour)).code).toBe('case_not_found')
    expect(expectError(await follow(neighbour, true)).code).toBe('case_not_found')
  })
})

test('who joined counts once, follows the case from then on, and has it in their list', async () => {
  const person = await cloud.person()
  expect(expectValue(await join(person))).toEqual({ caseId, joined: 1 })
  expect(expectValue(await join(person))).toEqual({ caseId, joined: 1 })
  expect(await caseSeenBy(person, caseId)).toMatchObject({ relation: 'joined', own: null })
  const { reports } = expectValue(await person.reporting('listMyReports', {}))
  expect(reports).toMatchObject([{ caseId, relation: 'joined', joined: 1, address: '' }])
})

test('fifty who join at once, each of them twice, are fifty', async () => {
  const people = await cloud.people(Array.from({ length: 50 }, () => `oTest${randomUUID()}`))
  const answers = await Promise.all([...people, ...people].map((person) => join(person)))
  const counts = answers.map((answer) => expectValue(answer).joined)
  expect(Math.max(...counts)).toBe(50)
  expect(await joinedOf(caseId)).toBe(50)
})

test('who follows may join later, and whoever leaves is no longer counted', async () => {
  expect(expectValue(await follow(neighbour, true)).relation).toBe('following')
  expect(await joinedOf(caseId)).toBe(0)
  expect(expectValue(await join(neighbour)).joined).toBe(1)
  expect(expectValue(await follow(neighbour, true)).relation).toBe('joined')
  expect(expectValue(await follow(neighbour, false)).relation).toBeNull()
  expect(expectValue(await follow(neighbour, false)).relation).toBeNull()
  expect(await joinedOf(caseId)).toBe(0)
})

describe('a merged case', () => {
  let target: string
  let targetReporter: Person

  beforeAll(async () => {
    targetReporter = await cloud.person()
  })
  beforeEach(async () => {
    target = (await aReport(cloud, targetReporter)).caseId
  })

  test('leads who joins it to where it went', async () => {
    await merge(caseId, target)
    expect(expectValue(await join(neighbour))).toEqual({ caseId: target, joined: 1 })
  })

  test('brings its people along, each counted once, however often the timer runs', async () => {
    const [both, following] = [await cloud.person(), await cloud.person()]
    expectValue(await join(neighbour))
    expectValue(await join(both))
    expectValue(await join(both, target))
    expectValue(await follow(following, true))
    expectValue(await join(targetReporter))
    await merge(caseId, target)
    await runTimer()
    await runTimer()
    // Reporter and neighbour come to the one who was there; who reported the target is not counted in it.
    expect(await caseSeenBy(reporter, target)).toMatchObject({ joined: 3, relation: 'joined' })
    expect(await caseSeenBy(following, target)).toMatchObject({ relation: 'following' })
    expect(await caseSeenBy(targetReporter, target)).toMatchObject({ relation: 'reporter' })
    expect(await caseSeenBy(neighbour, caseId)).toMatchObject({ state: 'merged', mergedInto: target })
    expect(expectError(await cloud.nobody.reporting('getCase', { caseId })).code).toBe('case_not_found')
  })

  test('whose merging is undone shares its people with where it had gone: nobody is lost, each counted once', async () => {
    const [both, following, late] = await cloud.people(
      Array.from({ length: 3 }, () => `oTest${randomUUID()}`),
    )
    if (!both || !following || !late) throw new Error('people are missing')
    expectValue(await join(neighbour))
    expectValue(await join(both))
    expectValue(await join(both, target))
    expectValue(await follow(following, true))
    await merge(caseId, target)
    await runTimer()
    expectValue(await join(late))
    await unmerge(caseId)
    await runTimer()
    // The reporter of one is among those who joined the other.
    expect(await countedIn(caseId, [neighbour, both, following, late])).toEqual({ joined: 2, found: 2 })
    expect(await countedIn(target, [reporter, neighbour, both, following, late])).toEqual({
      joined: 4,
      found: 4,
    })
    expect(await caseSeenBy(reporter, caseId)).toMatchObject({ relation: 'reporter', mergedInto: null })
    // Who does not belong there leaves, and is counted no longer; in the other case they stay.
    expectValue(await follow(neighbour, false, target))
    expect(await joinedOf(target)).toBe(3)
    expect(await caseSeenBy(neighbour, caseId)).toMatchObject({ relation: 'joined', joined: 2 })
    await merge(caseId, target)
    await runTimer()
    expect(await countedIn(target, [reporter, neighbour, both, following, late])).toEqual({
      joined: 4,
      found: 4,
    })
  })

  test('whose merging is undone before its people have been moved keeps them for itself', async () => {
    expectValue(await join(neighbour))
    await merge(caseId, target)
    await unmerge(caseId)
    await runTimer()
    expect(await countedIn(caseId, [neighbour])).toEqual({ joined: 1, found: 1 })
    expect(await countedIn(target, [neighbour, reporter])).toEqual({ joined: 0, found: 0 })
  })

  test('whose merging is undone while its people are being moved counts them right in both', async () => {
    const people = await cloud.people(Array.from({ length: 12 }, () => `oTest${randomUUID()}`))
    for (const person of people) expectValue(await join(person))
    await merge(caseId, target)
    await Promise.all([runTimer(), unmerge(caseId)])
    await runTimer()
    const [here, there] = [await countedIn(caseId, people), await countedIn(target, [...people, reporter])]
    expect(here).toEqual({ joined: 12, found: 12 })
    expect(there.joined).toBe(there.found)
  })

  test('loses nobody who joins it while it is being merged', async () => {
    const people = await cloud.people(Array.from({ length: 12 }, () => `oTest${randomUUID()}`))
    await Promise.all([
      merge(caseId, target),
      ...people.map(async (person) => expectValue(await join(person))),
    ])
    await Promise.all([runTimer(), runTimer()])
    await runTimer()
    expect(await joinedOf(target)).toBe(13)
  })
})

test('a case that was dispatched can still be joined', async () => {
  await dispatchCase(desk, caseId)
  expect(expectValue(await join(neighbour)).joined).toBe(1)
})
