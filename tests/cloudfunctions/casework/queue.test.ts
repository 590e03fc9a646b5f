import { rmSync } from 'node:fs'
import type { CaseRow } from '../../../cloudfunctions/platform/cases/rows'
import { PAGE_SIZE } from '../../../contract/limits'
import { expectError, expectValue, JINGAN, PUDONG, SHANGHAI } from '../../support/builders'
import {
  aCaseRow,
  actOn,
  aDepartment,
  aMember,
  aStreet,
  caseSeenBy,
  everyStep,
  HOUR,
  loadCases,
  type Member,
  OTHER_STREET,
  STREET,
  type Street,
} from './someCases'

/** What desks and departments see, and in which order. */

let street: Street
let district: Member
let city: Member
let elsewhere: Member
/** At another street of the same district, so that it does not disturb the lists of this one. */
let quiet: Member

beforeAll(async () => {
  street = await aStreet()
  const { cloud, administrator } = street
  district = await aMember(cloud, administrator, 'dispatcher', JINGAN)
  city = await aMember(cloud, administrator, 'dispatcher', SHANGHAI)
  elsewhere = await aMember(cloud, administrator, 'dispatcher', PUDONG)
  quiet = await aMember(cloud, administrator, 'dispatcher', OTHER_STREET)
})
afterAll(async () => {
  await street?.cloud.stop()
  if (street) rmSync(street.functions, { recursive: true })
})

const queueOf = async (
  person: Member,
  filter: Partial<{
    placeCode: string
    scope: 'desk' | 'area'
    state: CaseRow['state']
    only: 'overdue' | 'dueSoon' | 'asked' | 'reopened' | 'dissatisfied'
    departmentId: string
    categoryId: string
    after: string
  }> = {},
) => expectValue(await person.casework('listQueue', { placeCode: OTHER_STREET, scope: 'desk', ...filter }))

const listed = async (person: Member, filter: Parameters<typeof queueOf>[1] = {}): Promise<string[]> =>
  (await queueOf(person, filter)).cases.map(({ caseId }) => caseId)

const at = (placeCode: string, state: CaseRow['state'], changes: Partial<CaseRow> = {}, hoursAgo = 0) =>
  aCaseRow(street, state, {
    asked: null,
    ...changes,
    begun: { placeCode, reportedAt: Date.now() - hoursAgo * HOUR },
  })

const idsOf = (rows: CaseRow[]): string[] => rows.map(({ _id }) => _id)

describe('the queue of a desk', () => {
  const lateAccepted = () => at(OTHER_STREET, 'reported', { acceptMinutes: 60 }, 30)
  let late: CaseRow
  let soon: CaseRow
  let later: CaseRow
  let closed: CaseRow[]

  beforeAll(async () => {
    late = lateAccepted()
    soon = at(OTHER_STREET, 'filed', {}, 1)
    later = at(OTHER_STREET, 'handling', {
      clock: { ...soon.clock, limitMinutes: 1000 * 60, runs: [{ from: Date.now(), until: null }] },
      asked: { kind: 'suspension', reason: '等审批', hours: null, until: Date.now() + HOUR, at: Date.now() },
      reopened: 1,
    })
    const rating = { at: Date.now(), stars: 1, reasons: [], words: '没有解决' }
    closed = [
      at(OTHER_STREET, 'closed', { stateSince: Date.now() - 3 * HOUR }),
      at(OTHER_STREET, 'closed', { stateSince: Date.now() - HOUR, rating }),
    ]
    await loadCases(street.cloud, [later, ...closed, late, soon])
  })

  test('begins with the deadline that is nearest or longest past; what is over is not in it', async () => {
    expect(await listed(quiet)).toEqual(idsOf([late, soon, later]))
  })

  test('shows of a state that is over the newest first', async () => {
    expect(await listed(quiet, { state: 'closed' })).toEqual(idsOf([...closed].reverse()))
  })

  test('can be narrowed to what stands out, to a state, a department, a category', async () => {
    expect(await listed(quiet, { only: 'overdue' })).toEqual([late._id])
    expect(await listed(quiet, { only: 'asked' })).toEqual([later._id])
    expect(await listed(quiet, { only: 'reopened' })).toEqual([later._id])
    expect(await listed(quiet, { only: 'dissatisfied' })).toEqual([])
    expect(await listed(quiet, { only: 'dissatisfied', state: 'closed' })).toEqual(idsOf(closed.slice(1)))
    expect(await listed(quiet, { only: 'overdue', state: 'closed' })).toEqual([])
    expect(await listed(quiet, { only: 'asked', scope: 'area' })).toEqual([later._id])
    expect(await listed(quiet, { state: 'filed' })).toEqual([soon._id])
    expect(await listed(quiet, { departmentId: street.departmentId })).toEqual([later._id])
    expect(await listed(quiet, { departmentId: street.otherDepartmentId })).toEqual([])
    expect(await listed(quiet, { categoryId: 'no-such-category' })).toEqual([])
  })

  test('is counted by state, with what is late and what has been asked', async () => {
    expect(expectValue(await quiet.casework('countQueue', { placeCode: OTHER_STREET }))).toEqual({
      states: { reported: 1, filed: 1, handling: 1 },
      overdue: 1,
      asked: 1,
    })
  })

  test('shows nothing of who reported it', async () => {
    const { cases } = await queueOf(quiet)
    for (const each of cases) expect(Object.keys(each)).not.toContain('accountId')
    expect(cases[0]).toMatchObject({ isOverdue: true, state: 'reported', address: '示例路 1 号' })
  })

  test('is seen from above as the area of the district, not as its own desk', async () => {
    expect(await listed(district, { placeCode: JINGAN, scope: 'area' })).toEqual(
      expect.arrayContaining(idsOf([late, soon, later])),
    )
    expect(await listed(district, { placeCode: JINGAN, scope: 'desk' })).toEqual([])
    const outside = await elsewhere.casework('listQueue', { placeCode: OTHER_STREET, scope: 'area' })
    expect(expectError(outside).code).toBe('not_allowed')
  })

  test('can be narrowed to what is due within eight hours, without what is late or stands still', async () => {
    const place = '310106014'
    const dueIn = (hours: number) =>
      at(place, 'filed', {
        clock: {
          ...soon.clock,
          limitMinutes: 60,
          runs: [{ from: Date.now() + (hours - 1) * HOUR, until: null }],
        },
      })
    const [overdue, next, within, beyond] = [dueIn(-1), dueIn(1), dueIn(7.9), dueIn(8.1)]
    const suspended = at(place, 'suspended')
    await loadCases(street.cloud, [beyond, within, suspended, overdue, next])
    const dueSoon = (filter: Parameters<typeof queueOf>[1] = {}) =>
      listed(district, { placeCode: place, only: 'dueSoon', ...filter })
    expect(await dueSoon()).toEqual(idsOf([next, within]))
    expect(await dueSoon({ scope: 'area', state: 'filed' })).toEqual(idsOf([next, within]))
    expect(await dueSoon({ after: next.dueOrder })).toEqual(idsOf([within]))
    expect(await dueSoon({ state: 'closed' })).toEqual([])
  })

  test('goes on page by page, each case once', async () => {
    const place = '310106013'
    const rows = Array.from({ length: PAGE_SIZE + 5 }, (_, index) => at(place, 'filed', {}, index))
    await loadCases(street.cloud, rows)
    const first = await queueOf(district, { placeCode: place })
    const second = await queueOf(district, { placeCode: place, after: first.next as string })
    expect(first.cases).toHaveLength(PAGE_SIZE)
    expect(second.next).toBeNull()
    expect([...first.cases, ...second.cases].map(({ caseId }) => caseId)).toEqual(idsOf(rows.reverse()))
  })
})

describe('a case is found by its number', () => {
  test('at its place and above, and nowhere else', async () => {
    const row = at(STREET, 'closed')
    await loadCases(street.cloud, [row])
    const find = async (person: Member, placeCode: string) =>
      expectValue(await person.casework('findByNumber', { placeCode, number: row.number })).case
    for (const [person, place] of [
      [street.dispatcher, STREET],
      [district, JINGAN],
    ] as const)
      expect(await find(person, place)).toMatchObject({ caseId: row._id, state: 'closed' })
    expect(await find(elsewhere, PUDONG)).toBeNull()
    expect(await find(quiet, OTHER_STREET)).toBeNull()
    const none = await street.dispatcher.casework('findByNumber', {
      placeCode: STREET,
      number: '000000-00000',
    })
    expect(expectValue(none).case).toBeNull()
  })
})

describe('a department', () => {
  test('sees its cases by deadline, its handlers their own, both by distance from where they stand', async () => {
    const { cloud, administrator, handler } = street
    const organisationId = await aDepartment(administrator, '示例房管所')
    const own = await aMember(cloud, administrator, 'handler', STREET, organisationId)
    const from = { longitude: 121.4, latitude: 31.2 }
    const near = at(STREET, 'handling', { departmentId: organisationId, assigneeId: own.grantId }, 1)
    const far = at(STREET, 'dispatched', { departmentId: organisationId }, 5)
    const nowhere = { ...at(STREET, 'dispatched', { departmentId: organisationId }, 9), location: null }
    const rows = [
      { ...near, location: { type: 'Point' as const, coordinates: [121.401, 31.2] as [number, number] } },
      far,
      nowhere,
      at(STREET, 'closed', { departmentId: organisationId }),
    ]
    await loadCases(cloud, rows)
    const mine = async (order: 'deadline' | 'distance', of: 'department' | 'own') =>
      expectValue(await own.casework('listMine', { organisationId, order, of, position: from })).cases
    const ids = async (...asked: Parameters<typeof mine>) =>
      (await mine(...asked)).map(({ caseId }) => caseId)
    expect(await ids('deadline', 'department')).toEqual(idsOf([nowhere, far, near]))
    expect(await ids('distance', 'department')).toEqual(idsOf([near, far, nowhere]))
    for (const order of ['deadline', 'distance'] as const) expect(await ids(order, 'own')).toEqual([near._id])
    const [nearest, , last] = await mine('distance', 'department')
    expect(nearest?.distance).toBeCloseTo(95, -1)
    expect(last?.distance).toBeNull()
    for (const person of [handler, street.dispatcher]) {
      const refused = await person.casework('listMine', {
        organisationId,
        order: 'deadline',
        of: 'department',
      })
      expect(expectError(refused).code).toBe('not_allowed')
    }
  })

  test('is seen with its load by who gives it cases, and its colleagues by those who hand over', async () => {
    const { cloud, administrator, dispatcher, handler, colleague, departmentId } = street
    const row = at(STREET, 'handling')
    const waiting = at(STREET, 'filed')
    await loadCases(cloud, [row, waiting, at(STREET, 'dispatched'), at(STREET, 'closed')])
    await aDepartment(administrator, '别处的部门', OTHER_STREET)
    const { proposal, receivers } = expectValue(
      await dispatcher.casework('listReceivers', { caseId: waiting._id }),
    )
    expect(proposal.how).toBe('desk')
    const mine = { organisationId: departmentId, order: 'deadline', of: 'department' } as const
    const open = expectValue(await handler.casework('listMine', mine)).cases.length
    expect(receivers.find(({ organisationId }) => organisationId === departmentId)).toEqual({
      organisationId: departmentId,
      name: '示例绿容所',
      placeCode: STREET,
      duties: [],
      open,
    })
    expect(receivers.map(({ name }) => name)).not.toContain('别处的部门')
    const { colleagues } = expectValue(await handler.casework('listColleagues', { caseId: row._id }))
    expect(colleagues.map(({ grantId }) => grantId)).toEqual([colleague.grantId])
    expect(expectError(await handler.casework('listReceivers', { caseId: row._id })).code).toBe('not_allowed')
  })

  test('that has a case already is not offered it again, but out of 督办', async () => {
    const { cloud, dispatcher, departmentId } = street
    const [handling, supervised] = [at(STREET, 'handling'), at(STREET, 'supervised')]
    await loadCases(cloud, [handling, supervised])
    const idsFor = async (caseId: string) =>
      expectValue(await dispatcher.casework('listReceivers', { caseId })).receivers.map(
        ({ organisationId }) => organisationId,
      )
    expect(await idsFor(handling._id)).not.toContain(departmentId)
    expect(await idsFor(supervised._id)).toContain(departmentId)
  })

  test('that stands for a duty comes first, with what it answers for', async () => {
    const { administrator, dispatcher } = street
    const organisationId = await aDepartment(administrator, '示例综管办', OTHER_STREET)
    expectValue(
      await administrator.caseRules('assignDuty', {
        placeCode: OTHER_STREET,
        duty: 'sanitation',
        organisationId,
      }),
    )
    const row = at(OTHER_STREET, 'filed')
    await loadCases(street.cloud, [row])
    const { receivers } = expectValue(await quiet.casework('listReceivers', { caseId: row._id }))
    expect(receivers[0]).toMatchObject({ organisationId, duties: ['sanitation'], open: 0 })
    expect(expectError(await dispatcher.casework('listReceivers', { caseId: row._id })).code).toBe(
      'not_allowed',
    )
  })
})

describe('cases to merge into', () => {
  test('are open ones of the category around it, the nearest first', async () => {
    const { cloud, dispatcher } = street
    const located = (longitude: number, state: CaseRow['state'] = 'filed', changes: Partial<CaseRow> = {}) =>
      at(STREET, state, {
        categoryId: 'onlyHere',
        location: { type: 'Point', coordinates: [longitude, 31.2] },
        ...changes,
      })
    const [self, near, nearer] = [located(121.5), located(121.504), located(121.502)]
    const rest = [located(121.6), located(121.5, 'closed'), located(121.5, 'filed', { categoryId: 'other' })]
    await loadCases(cloud, [self, near, nearer, ...rest])
    const answer = await dispatcher.casework('listMergeTargets', { caseId: self._id })
    const { cases } = expectValue(answer)
    expect(cases.map(({ caseId }) => caseId)).toEqual(idsOf([nearer, near]))
    expect(cases[0]?.distance).toBeCloseTo(190, -1)
  })
})

describe('what a street cannot solve', () => {
  test('goes from its department to the street, the district and the city, and no further', async () => {
    const { cloud, administrator } = street
    const village = '310106011002'
    const committee = await aDepartment(administrator, '示例居委会', village)
    const neighbour = await aMember(cloud, administrator, 'handler', village, committee)
    const row = at(STREET, 'handling', { departmentId: committee, departmentPlace: village })
    await loadCases(cloud, [row])
    const { escalate, dispatch } = everyStep(street, row._id, [])
    const go = (person: Member, version: number) => actOn(person, row._id, [escalate], version)
    expectValue(await go(neighbour, 1))
    expect(await caseSeenBy(street.dispatcher, row._id)).toMatchObject({ state: 'filed', deskCode: STREET })
    expectValue(await go(street.dispatcher, 2))
    // The street still sees where its case is, but it is no longer the one to act.
    expect(await caseSeenBy(street.dispatcher, row._id)).toMatchObject({ deskCode: JINGAN, may: [] })
    expect(expectError(await go(street.dispatcher, 3)).code).toBe('step_not_allowed')
    expect(expectError(await actOn(neighbour, row._id, [escalate], 3)).code).toBe('not_allowed')
    expect(await listed(district, { placeCode: JINGAN, scope: 'desk' })).toEqual([row._id])
    expectValue(await go(district, 3))
    const bureau = await aDepartment(administrator, '示例市局', SHANGHAI)
    const { receivers } = expectValue(await city.casework('listReceivers', { caseId: row._id }))
    expect(receivers.map(({ organisationId }) => organisationId)).toEqual(
      expect.arrayContaining([bureau, street.departmentId]),
    )
    expect((await caseSeenBy(city, row._id)).may).not.toContain('escalate')
    expect(expectError(await go(city, 4)).code).toBe('nothing_above')
    expectValue(await actOn(city, row._id, [dispatch], 4))
  })

  test('a district acts on the cases of its streets, another district does not see them', async () => {
    const row = at(STREET, 'reported')
    await loadCases(street.cloud, [row])
    expectValue(await actOn(district, row._id, [{ act: 'accept' }]))
    expect(expectError(await elsewhere.casework('getCase', { caseId: row._id })).code).toBe('not_allowed')
    expect(expectError(await actOn(elsewhere, row._id, [{ act: 'file' }], 2)).code).toBe('not_allowed')
    expect(expectError(await quiet.casework('getCase', { caseId: 'no-such-case' })).code).toBe('not_allowed')
  })
})

describe('what a list costs', () => {
  const roundTrips = async (): Promise<number> =>
    Object.entries(await street.cloud.statistics())
      .filter(([action]) => action.startsWith('database.'))
      .flatMap(([, counts]) => Object.values(counts))
      .reduce((sum, count) => sum + count, 0)

  test('is a few questions to the database, the caller’s roles among them', async () => {
    const { dispatcher, handler, departmentId } = street
    const row = at(STREET, 'handling')
    await loadCases(street.cloud, [row])
    const { _id: caseId, number } = row
    const mine = { organisationId: departmentId, position: { longitude: 121.4, latitude: 31.2 } }
    const lists: [string, number, () => Promise<{ ok: boolean }>][] = [
      ['desk', 2, () => dispatcher.casework('listQueue', { placeCode: STREET, scope: 'desk' })],
      ['area', 2, () => district.casework('listQueue', { placeCode: JINGAN, scope: 'area', only: 'asked' })],
      ['counts', 2, () => dispatcher.casework('countQueue', { placeCode: STREET })],
      ['number', 2, () => dispatcher.casework('findByNumber', { placeCode: STREET, number })],
      ['mine', 3, () => handler.casework('listMine', { ...mine, order: 'deadline', of: 'department' })],
      ['near', 3, () => handler.casework('listMine', { ...mine, order: 'distance', of: 'own' })],
      ['colleagues', 4, () => handler.casework('listColleagues', { caseId })],
      ['targets', 4, () => dispatcher.casework('listMergeTargets', { caseId })],
      ['case', 4, () => handler.casework('getCase', { caseId })],
    ]
    const dear: string[] = []
    for (const [name, most, ask] of lists) {
      const before = await roundTrips()
      expect((await ask()).ok).toBe(true)
      const asked = (await roundTrips()) - before
      if (asked > most) dear.push(`${name}: ${asked}, at most ${most}`)
    }
    expect(dear).toEqual([])
  })
})
