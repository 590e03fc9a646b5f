import { rmSync } from 'node:fs'
import type { CaseRow } from '../../../cloudfunctions/platform/cases/rows'
import { expectValue, JINGAN } from '../../support/builders'
import {
  aCase,
  aCaseRow,
  actOn,
  aMember,
  aStreet,
  caseSeenBy,
  everyStep,
  HOUR,
  loadCases,
  type Member,
  type Street,
} from './someCases'

/** What staff are told without looking: new work, deadlines, and what others did. */

let street: Street
let above: Member

beforeAll(async () => {
  street = await aStreet()
  above = await aMember(street.cloud, street.administrator, 'dispatcher', JINGAN)
})
afterEach(() => street.cloud.setClock(0))
afterAll(async () => {
  await street?.cloud.stop()
  if (street) rmSync(street.functions, { recursive: true })
})

/** Two timers at once, as when one has not ended before the next begins. */
const runTwice = () => Promise.all([street.cloud.runTimer('casework'), street.cloud.runTimer('casework')])

async function inHours(hours: number): Promise<void> {
  await street.cloud.setClock(hours * HOUR)
  await runTwice()
}

const toldOf = async (person: Member, caseId: string): Promise<string[]> => {
  const { messages } = expectValue(await person.messages('listMessages', {}))
  return messages
    .filter(({ page }) => page?.includes(caseId))
    .map(({ title }) => title.replace(/^案件 \S+ /, ''))
    .reverse()
}

/** Of `hours` by the clock, from now on. */
const dueIn = (state: CaseRow['state'], hours: number, changes: Partial<CaseRow> = {}): CaseRow => {
  const row = aCaseRow(street, state)
  const clock = { ...row.clock, counting: 'continuous' as const, limitMinutes: hours * 60 }
  return aCaseRow(street, state, {
    clock: { ...clock, runs: [{ from: row.reportedAt, until: null }] },
    ...changes,
  })
}

describe('deadlines', () => {
  test('the department is reminded, then it and the supervisor are told, then the place above; each once', async () => {
    const { dispatcher, supervisor, handler, colleague } = street
    const row = dueIn('dispatched', 8)
    await loadCases(street.cloud, [row])
    await inHours(5)
    expect(await toldOf(handler, row._id)).toEqual([])
    await inHours(6.5)
    for (const person of [handler, colleague]) expect(await toldOf(person, row._id)).toEqual(['快到期'])
    expect(await toldOf(supervisor, row._id)).toEqual([])
    await inHours(8.5)
    expect(await toldOf(handler, row._id)).toEqual(['快到期', '已超期'])
    expect(await toldOf(supervisor, row._id)).toEqual(['已超期'])
    expect(await toldOf(above, row._id)).toEqual([])
    await inHours(33)
    await inHours(60)
    expect(await toldOf(above, row._id)).toEqual(['超期一天，请督促'])
    expect(await toldOf(handler, row._id)).toEqual(['快到期', '已超期'])
    expect(await toldOf(dispatcher, row._id)).toEqual([])
  })

  test('whoever has taken it is told alone; what is late already is not announced as soon late', async () => {
    const { handler, colleague } = street
    const row = dueIn('handling', 8, { assigneeId: colleague.grantId, assigneeName: '示例' })
    await loadCases(street.cloud, [row])
    await inHours(10)
    expect(await toldOf(colleague, row._id)).toEqual(['已超期'])
    expect(await toldOf(handler, row._id)).toEqual([])
  })

  test('the desk is told about what it has not looked at', async () => {
    const row = aCaseRow(street, 'reported', { acceptMinutes: 120 })
    await loadCases(street.cloud, [row])
    await inHours(14 * 24)
    expect(await toldOf(street.dispatcher, row._id)).toEqual(['已超期'])
    expect(await toldOf(street.handler, row._id)).toEqual([])
  })

  test('begin anew when more time is granted', async () => {
    const { handler, dispatcher } = street
    const row = dueIn('dispatched', 8)
    await loadCases(street.cloud, [row])
    await inHours(9)
    expectValue(await actOn(dispatcher, row._id, [{ act: 'extend', hours: 100, words: '材料没到' }]))
    await inHours(10)
    expect(await toldOf(handler, row._id)).toEqual(['已超期', '已延期'])
    await inHours(104)
    expect(await toldOf(handler, row._id)).toEqual(['已超期', '已延期', '快到期'])
  })
})

describe('what is suspended', () => {
  test('is late for nobody, and goes on by itself on its day, once', async () => {
    const row = aCaseRow(street, 'suspended', { suspendedUntil: Date.now() + 48 * HOUR })
    await loadCases(street.cloud, [row])
    await inHours(47)
    expect(await caseSeenBy(street.dispatcher, row._id)).toMatchObject({ state: 'suspended', version: 1 })
    await inHours(49)
    const { steps } = await caseSeenBy(street.dispatcher, row._id)
    expect(steps.slice(1)).toMatchObject([{ act: 'resume', by: 'machine', state: 'handling' }])
    await runTwice()
    expect(await toldOf(street.handler, row._id)).toEqual(['恢复处置'])
  })
})

describe('what others did', () => {
  const told = async (caseId: string) => {
    await runTwice()
    const { dispatcher, handler, colleague, supervisor } = street
    const of = (person: Member) => toldOf(person, caseId)
    return {
      dispatcher: await of(dispatcher),
      handler: await of(handler),
      colleague: await of(colleague),
      supervisor: await of(supervisor),
    }
  }

  test('is told to those who have it now, never to who did it, and never twice', async () => {
    const { dispatcher, handler } = street
    const caseId = await aCase(street, 'filed')
    const steps = everyStep(street, caseId, [])
    const nothing = { dispatcher: [], handler: [], colleague: [], supervisor: [] }
    expectValue(await actOn(dispatcher, caseId, [steps.dispatch]))
    const dispatched = { ...nothing, handler: ['派给你们处理'], colleague: ['派给你们处理'] }
    expect(await told(caseId)).toEqual(dispatched)
    expect(await told(caseId)).toEqual(dispatched)
    expectValue(await actOn(handler, caseId, [{ act: 'take' }], 2))
    expectValue(await actOn(handler, caseId, [steps.askExtension], 3))
    const asked = { ...dispatched, dispatcher: ['申请延期'] }
    expect(await told(caseId)).toEqual(asked)
    expectValue(await actOn(handler, caseId, [steps.handOver], 4))
    expect(await told(caseId)).toEqual({ ...asked, colleague: ['派给你们处理', '移交给你处理'] })
    expectValue(await actOn(handler, caseId, [steps.escalate], 5))
    const handedUp = await told(caseId)
    expect(handedUp.dispatcher).toEqual(['申请延期'])
    expect(await toldOf(above, caseId)).toEqual(['上报到这里，请处理'])
  })

  test('a department that has lost the case again before it was told has nothing to do', async () => {
    const { dispatcher, handler, colleague } = street
    const caseId = await aCase(street, 'filed')
    const steps = everyStep(street, caseId, [])
    expectValue(await actOn(dispatcher, caseId, [steps.dispatch]))
    expectValue(await actOn(handler, caseId, [steps.return], 2))
    expect(await told(caseId)).toMatchObject({ dispatcher: ['被部门退回'], handler: [], colleague: [] })
    expect(await toldOf(colleague, caseId)).toEqual([])
  })
})
