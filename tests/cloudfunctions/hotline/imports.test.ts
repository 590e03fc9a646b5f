import { randomUUID } from 'node:crypto'
import type { InferInput } from 'valibot'
import type { hotline, Import } from '../../../contract/hotline'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person
let dispatcher: Person

const DAY = 86_400_000

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  dispatcher = await aStaffMember(cloud, administrator, 'dispatcher', JINGAN)
})
afterAll(() => cloud?.stop())

type Ticket = InferInput<(typeof hotline)['putTickets']['input']>['tickets'][number]

let made = 0
const aTicket = (row: number, changes: Partial<Ticket> = {}): Ticket => ({
  row,
  ticket: `HP-${++made}-${randomUUID().slice(0, 8)}`,
  reportedAt: '2026-11-10 09:30',
  category: '暴露垃圾',
  address: '静安区石门二路街道新闸路 100 号 302 室',
  description: '张三丰（13800138000）反映：门前有垃圾没有清走',
  longitude: '',
  latitude: '',
  ...changes,
})
const someTickets = (count: number, changes: Partial<Ticket> = {}): Ticket[] =>
  Array.from({ length: count }, (_, index) => aTicket(index + 2, changes))

const start = async (rows: number, placeCode = JINGAN, person = dispatcher): Promise<string> =>
  expectValue(await person.hotline('startImport', { placeCode, name: '11月工单.xlsx', rows, datum: 'gcj02' }))
    .importId

async function send(importId: string, tickets: Ticket[]) {
  let last: { received: number; problems: object[]; known: number; placed: number } | undefined
  for (let from = 0; from < tickets.length; from += 50)
    last = expectValue(
      await dispatcher.hotline('putTickets', { importId, tickets: tickets.slice(from, from + 50) }),
    )
  return last
}

async function receive(tickets: Ticket[], placeCode = JINGAN): Promise<string> {
  const importId = await start(tickets.length, placeCode)
  await send(importId, tickets)
  return importId
}

const finish = (importId: string, person = dispatcher) => person.hotline('finishImport', { importId })

const bring = async (tickets: Ticket[]): Promise<Import> =>
  expectValue(await finish(await receive(tickets))).import

const find = async (importId: string): Promise<Import | undefined> =>
  expectValue(await dispatcher.hotline('listImports', { placeCode: JINGAN })).imports.find(
    (each) => each.importId === importId,
  )

/** Every case of the district that came from the hotline. */
async function listHotlineCases() {
  const cases = []
  let after: string | undefined
  do {
    const page = expectValue(
      await administrator.casework('listQueue', {
        placeCode: SHANGHAI,
        scope: 'area',
        source: 'hotline',
        ...(after ? { after } : {}),
      }),
    )
    cases.push(...page.cases)
    after = page.next ?? undefined
  } while (after)
  return cases
}

const findCase = async ({ description }: Ticket) =>
  (await listHotlineCases()).find(({ line }) => description.startsWith(line.replace(/…$/, '')))

describe('who may do what', () => {
  test('only dispatchers and administrators of the place bring tickets in', async () => {
    const importId = await receive([aTicket(2)])
    const others = [
      await cloud.person(),
      await aStaffMember(cloud, administrator, 'dispatcher', PUDONG),
      await aStaffMember(cloud, administrator, 'supervisor', JINGAN),
    ]
    for (const person of others) {
      const answers = [
        await person.hotline('startImport', { placeCode: JINGAN, name: 'a.csv', rows: 1, datum: 'wgs84' }),
        await person.hotline('putTickets', { importId, tickets: [aTicket(2)] }),
        await person.hotline('finishImport', { importId }),
        await person.hotline('dropImport', { importId }),
        await person.hotline('listImports', { placeCode: JINGAN }),
      ]
      for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'not_allowed' } })
    }
    expect(await find(importId)).toMatchObject({ state: 'receiving', received: 1 })
  })

  test('an import that is not there is answered like one of another place', async () => {
    expect(expectError(await finish('nothing-such')).code).toBe('not_allowed')
  })
})

describe('receiving', () => {
  test('says of each row what is wrong with it, and counts the rows', async () => {
    const importId = await start(2)
    const tickets = [aTicket(2, { reportedAt: '昨天', description: '脏' }), aTicket(3)]
    const answer = await send(importId, tickets)
    expect(answer).toMatchObject({ received: 2, known: 0, placed: 2 })
    expect(answer?.problems).toEqual([
      { row: 2, column: 'reportedAt', message: expect.any(String) },
      { row: 2, column: 'description', message: expect.any(String) },
    ])
  })

  test('a part that is sent again replaces itself', async () => {
    const [bad, good] = [aTicket(2, { ticket: '' }), aTicket(3)]
    const importId = await receive([bad, good])
    expect(expectError(await finish(importId))).toEqual({ code: 'rows_faulty', faulty: 1 })
    expect(await send(importId, [{ ...bad, ticket: 'HP-mended' }, good])).toMatchObject({
      received: 2,
      problems: [],
    })
    expect(expectValue(await finish(importId)).import).toMatchObject({ state: 'done', added: 2 })
  })

  test('the same part sent many times at once is there once', async () => {
    const tickets = someTickets(20)
    const importId = await start(20)
    const answers = await Promise.all(
      [1, 2, 3].map(() => dispatcher.hotline('putTickets', { importId, tickets })),
    )
    for (const answer of answers) expectValue(answer)
    expect(await find(importId)).toMatchObject({ received: 20 })
  })

  test('begun twice by one request is one import', async () => {
    const requestId = randomUUID()
    const begin = () =>
      dispatcher.hotline(
        'startImport',
        { placeCode: JINGAN, name: 'a.csv', rows: 1, datum: 'gcj02' },
        requestId,
      )
    const ids = (await Promise.all([begin(), begin()])).map((answer) => expectValue(answer).importId)
    expect(ids[0]).toBe(ids[1])
  })

  test('is refused once it is finished or dropped', async () => {
    const tickets = [aTicket(2)]
    const done = await receive(tickets)
    expectValue(await finish(done))
    const dropped = await receive(tickets)
    expectValue(await dispatcher.hotline('dropImport', { importId: dropped }))
    for (const importId of [done, dropped]) {
      expect(expectError(await dispatcher.hotline('putTickets', { importId, tickets })).code).toBe(
        'import_not_receiving',
      )
      expect(expectError(await dispatcher.hotline('dropImport', { importId })).code).toBe(
        'import_not_receiving',
      )
      expect(expectError(await finish(importId)).code).toBe('import_not_receiving')
    }
  })
})

describe('finishing', () => {
  test('makes cases of all rows or of none', async () => {
    const [first, second] = someTickets(2)
    const importId = await start(2)
    if (!first || !second) throw new Error('no tickets')
    const before = (await listHotlineCases()).length
    await send(importId, [first])
    expect(expectError(await finish(importId))).toEqual({ code: 'rows_missing', missing: 1 })
    await send(importId, [{ ...second, reportedAt: '' }])
    expect(expectError(await finish(importId))).toEqual({ code: 'rows_faulty', faulty: 1 })
    expect(await listHotlineCases()).toHaveLength(before)
    await send(importId, [second])
    expect(expectValue(await finish(importId)).import).toMatchObject({ state: 'done', added: 2, known: 0 })
    expect(await listHotlineCases()).toHaveLength(before + 2)
  })

  test('done by many at once, each ticket is one case', async () => {
    const importId = await receive(someTickets(30))
    const before = (await listHotlineCases()).length
    const requestId = randomUUID()
    const answers = await Promise.all([
      finish(importId),
      finish(importId, administrator),
      dispatcher.hotline('finishImport', { importId }, requestId),
      dispatcher.hotline('finishImport', { importId }, requestId),
      cloud.runTimer('hotline'),
      cloud.runTimer('hotline'),
    ])
    expect(answers.length).toBe(6)
    await cloud.runTimer('hotline')
    expect(await find(importId)).toMatchObject({ state: 'done', added: 30, known: 0 })
    expect(await listHotlineCases()).toHaveLength(before + 30)
  })

  test('the same tickets again, in another sheet and another order, are known', async () => {
    const tickets = someTickets(12)
    await bring(tickets)
    const before = (await listHotlineCases()).length
    const again = [...tickets].reverse().map((ticket, index) => ({ ...ticket, row: index + 2 }))
    const importId = await start(13)
    expect(await send(importId, [...again, aTicket(14)])).toMatchObject({ received: 13, known: 12 })
    expect(expectValue(await finish(importId)).import).toMatchObject({ added: 1, known: 12 })
    expect(await listHotlineCases()).toHaveLength(before + 1)
  })

  test('a number that stands twice in one sheet is one case', async () => {
    const twice = aTicket(2)
    expect(await bring([twice, { ...twice, row: 3 }])).toMatchObject({ added: 1, known: 1 })
  })

  test('what a failure cut short is carried on by the timer, and counted as if nothing had happened', async () => {
    const importId = await receive(someTickets(25))
    const before = (await listHotlineCases()).length
    const failAfter = {
      action: 'database.modifyDocument',
      collection: 'hotlineTickets',
      count: 8,
      effect: 'dropBeforeWrite',
    }
    await cloud.control('faults', { failAfter })
    const answer = await finish(importId)
    expect(answer.ok).toBe(false)
    expect(await find(importId)).toMatchObject({ state: 'adding', added: 0 })
    await cloud.runTimer('hotline')
    expect(await find(importId)).toMatchObject({ state: 'done', added: 25, known: 0 })
    expect(await listHotlineCases()).toHaveLength(before + 25)
  })

  test('after a sudden death the timer carries on', async () => {
    const importId = await receive(someTickets(40))
    const finishing = finish(importId).catch(() => null)
    await cloud.kill()
    await finishing
    await cloud.restart()
    const state = (await find(importId))?.state
    if (state === 'receiving') expectValue(await finish(importId))
    else await cloud.runTimer('hotline')
    expect(await find(importId)).toMatchObject({ state: 'done', added: 40, known: 0 })
  })
})

describe('a case from a ticket', () => {
  test('keeps the time of the ticket, and its deadline counts from the import', async () => {
    const ticket = aTicket(2, { description: '旧工单：路灯下有垃圾' })
    const began = Date.now()
    await bring([ticket])
    const found = await findCase(ticket)
    expect(found).toMatchObject({
      source: 'hotline',
      state: 'reported',
      categoryName: '暴露垃圾',
      reportedAt: Date.parse('2026-11-10T01:30:00Z'),
      isOverdue: false,
    })
    expect(found?.dueAt).toBeGreaterThan(began)
  })

  test('lies where its address says, or by known cases around its position, or else at the import’s own place', async () => {
    const placeOf = async (changes: Partial<Ticket>) => {
      const ticket = aTicket(2, { description: `地点 ${randomUUID()}`, ...changes })
      await bring([ticket])
      return (await findCase(ticket))?.placeCode
    }
    expect(await placeOf({ address: '石门二路街道某路' })).toBe('310106011')
    const at = { longitude: '121.4602', latitude: '31.2351' }
    expect(await placeOf({ ...at, address: '南京西路街道延安居委' })).toMatch(/^310106012/)
    expect(await placeOf({ ...at, address: '' })).toBe('310106012')
    expect(await placeOf({ address: '不知道哪里' })).toBe(JINGAN)
    expect(await placeOf({ address: '浦东新区' })).toBe(JINGAN)
  })

  test('of a category that nobody knows waits at the desk as “other”', async () => {
    const ticket = aTicket(2, { category: '市民建议', description: `建议 ${randomUUID()}` })
    await bring([ticket])
    expect(await findCase(ticket)).toMatchObject({
      categoryId: 'other',
      state: 'reported',
      departmentId: null,
    })
  })

  test('positions of 百度 and of satellites are moved to where our maps have them', async () => {
    const positions = []
    for (const datum of ['wgs84', 'bd09', 'gcj02'] as const) {
      const ticket = aTicket(2, {
        description: `坐标 ${randomUUID()}`,
        longitude: '121.4737',
        latitude: '31.2304',
      })
      const { importId } = expectValue(
        await dispatcher.hotline('startImport', { placeCode: JINGAN, name: 'a.csv', rows: 1, datum }),
      )
      await send(importId, [ticket])
      expectValue(await finish(importId))
      positions.push((await findCase(ticket))?.position)
    }
    expect(positions[2]).toEqual({ longitude: 121.4737, latitude: 31.2304 })
    for (const moved of positions.slice(0, 2)) expect(moved?.longitude).not.toBeCloseTo(121.4737, 3)
  })

  test('is never shown with its words or its address to anyone but staff', async () => {
    await bring(someTickets(3))
    const answers = await Promise.all(
      ['requests.json', 'requests.xml'].map(async (path) =>
        (await fetch(`${cloud.url}/web/open311/${path}?page_size=100`)).text(),
      ),
    )
    for (const answer of answers) {
      expect(answer).toContain('暴露垃圾')
      const found = ['张三丰', '13800138000', '反映', '302 室', '新闸路', 'HP-'].filter((words) =>
        answer.includes(words),
      )
      expect(found).toEqual([])
    }
  })
})

describe('keeping', () => {
  test('a sheet that was begun and left is dropped after a day, and its tickets are removed', async () => {
    const importId = await receive([aTicket(2)])
    await cloud.runTimer('hotline')
    expect(await find(importId)).toMatchObject({ state: 'receiving' })
    await cloud.setClock(DAY + 60_000)
    const removed = ((await cloud.runTimer('hotline')) as { result: { removed: number } }).result
    expect(removed.removed).toBeGreaterThan(0)
    expect(await find(importId)).toMatchObject({ state: 'dropped' })
    await cloud.setClock(0)
  })

  test('tickets that became cases are removed after thirty days; the cases stay', async () => {
    await bring([aTicket(2)])
    const before = (await listHotlineCases()).length
    await cloud.setClock(31 * DAY)
    const { result } = (await cloud.runTimer('hotline')) as { result: { removed: number } }
    expect(result.removed).toBeGreaterThan(0)
    await cloud.setClock(0)
    expect(await listHotlineCases()).toHaveLength(before)
  })
})
