import type { InferInput } from 'valibot'
import type { caseRules, RoutingRule } from '../../../contract/caseRules'
import { DUTY_KEYS } from '../../../contract/cases/duties'
import {
  aCityAdministrator,
  aStaffMember,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { aReport, RUBBISH } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** Routing rules, who has which duty, and what would become of a report by them. */

const STREET = '310106011'
const VILLAGE = '310106011002'

let cloud: Cloud
let administrator: Person
let dispatcher: Person
let citizen: Person

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  dispatcher = await aStaffMember(cloud, administrator, 'dispatcher', STREET)
  citizen = await cloud.person()
})
afterAll(() => cloud?.stop())

let made = 0
async function anOrganisation(placeCode: string): Promise<string> {
  const registering = { placeCode, kind: 'company' as const, name: `示例单位${++made}号` }
  return expectValue(await administrator.places('registerOrganisation', registering)).organisation
    .organisationId
}
const close = (organisationId: string) =>
  administrator.places('closeOrganisation', { organisationId, reason: '机构撤并' })

const aRule = (part: Partial<RoutingRule> = {}): RoutingRule => ({
  ruleId: `rule${++made}`,
  name: '示例规则',
  categoryIds: [],
  groups: [],
  placeCodes: [],
  hours: null,
  days: null,
  sources: [],
  to: { kind: 'desk' },
  isAutomatic: false,
  ...part,
})

type Saving = InferInput<(typeof caseRules)['saveRouting']['input']>
const save = (part: Partial<Saving>, requestId?: string, person = administrator) =>
  person.caseRules(
    'saveRouting',
    { placeCode: JINGAN, basedOn: 0, rules: [aRule()], ...part } as Saving,
    requestId,
  )
const rulesOf = async (placeCode: string) =>
  expectValue(await dispatcher.caseRules('getRouting', { placeCode }))
const versionAt = async (placeCode: string) =>
  expectValue(await administrator.caseRules('getRouting', { placeCode })).version

const assign = (duty: (typeof DUTY_KEYS)[number], organisationId: string | null, placeCode = STREET) =>
  administrator.caseRules('assignDuty', { placeCode, duty, organisationId })

const NOON = Date.parse('2026-11-18T10:00:00+08:00')
const preview = async (
  part: Partial<InferInput<(typeof caseRules)['previewRouting']['input']>> = {},
  person = dispatcher,
) =>
  expectValue(
    await person.caseRules('previewRouting', {
      placeCode: VILLAGE,
      categoryId: 'litterBin',
      at: NOON,
      source: 'wechat',
      ...part,
    }),
  )

describe('rules of a place', () => {
  test('are read by staff for cases there and changed by its administrator', async () => {
    const elsewhere = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
    const reading = await Promise.all(
      [administrator, dispatcher, citizen, elsewhere].map((person) =>
        person.caseRules('getRouting', { placeCode: STREET }),
      ),
    )
    expect(reading.map(codeOf)).toEqual(['ok', 'ok', 'not_allowed', 'not_allowed'])
    for (const person of [dispatcher, citizen, elsewhere])
      expect(codeOf(await save({ placeCode: STREET }, undefined, person))).toBe('not_allowed')
    expect(await rulesOf(STREET)).toEqual({ placeCode: STREET, version: 0, rules: [] })
  })

  test('keep their order, and each save makes a version', async () => {
    const placeCode = '310106012'
    const rules = [aRule({ name: '第一条' }), aRule({ name: '第二条' })]
    expect(expectValue(await save({ placeCode, rules })).version).toBe(1)
    const turned = [...rules].reverse()
    expect(expectValue(await save({ placeCode, basedOn: 1, rules: turned })).version).toBe(2)
    const { rules: kept } = expectValue(await administrator.caseRules('getRouting', { placeCode }))
    expect(kept).toEqual(turned)
  })

  test('are refused when they name what is not there, or another place', async () => {
    const closed = await anOrganisation(STREET)
    expectValue(await close(closed))
    const department = (organisationId: string) => aRule({ to: { kind: 'department', organisationId } })
    const twice = aRule()
    const refused: [Partial<Saving>, string][] = [
      [{ rules: [department('no-such-organisation')] }, 'department_not_found'],
      [{ rules: [department(closed)] }, 'department_not_found'],
      [{ rules: [aRule({ placeCodes: [PUDONG] })] }, 'place_not_found'],
      [{ rules: [aRule({ placeCodes: ['310106999'] })] }, 'place_not_found'],
      [{ placeCode: '310199' }, 'place_not_found'],
      [{ rules: [twice, twice] }, 'invalid_input'],
      [{ basedOn: 1 }, 'changed_meanwhile'],
    ]
    for (const [part, code] of refused) expect([code, codeOf(await save(part))]).toEqual([code, code])
    expect(await versionAt(JINGAN)).toBe(0)
  })

  test('saved by twenty at once, one has it, first and later', async () => {
    const placeCode = '310107'
    for (const basedOn of [0, 1]) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          save({ placeCode, basedOn, rules: [aRule({ name: `示例规则${index}` })] }),
        ),
      )
      expect(answers.map(codeOf).sort()).toEqual([...Array(19).fill('changed_meanwhile'), 'ok'])
    }
    expect(await versionAt(placeCode)).toBe(2)
  })

  test('the same request saves once, also sent twice at once and after another save', async () => {
    const placeCode = '310104'
    const rules = [aRule()]
    const send = () => save({ placeCode, rules }, 'one-request-for-rules')
    const answers = await Promise.all([send(), send()])
    expectValue(await save({ placeCode, basedOn: 1 }))
    answers.push(await send())
    expect(answers.map((answer) => expectValue(answer).version)).toEqual([1, 1, 1])
    expect(await versionAt(placeCode)).toBe(2)
  })
})

describe('duties of a place', () => {
  const holdersAt = async (placeCode: string) =>
    expectValue(await administrator.caseRules('listDuties', { placeCode })).holders

  test('are all listed, each with its organisation or nobody', async () => {
    const organisationId = await anOrganisation(STREET)
    const { holder } = expectValue(await assign('police', organisationId))
    expect(holder).toMatchObject({ duty: 'police', organisationId })
    const holders = await holdersAt(STREET)
    expect(holders.map(({ duty }) => duty)).toEqual(DUTY_KEYS)
    expect(holders.filter((each) => each.organisationId !== null)).toEqual([holder])
    expectValue(await close(organisationId))
    expect((await holdersAt(STREET)).every((each) => each.organisationId === null)).toBe(true)
  })

  test('go only to open organisations of the place, those below and those above it', async () => {
    const closed = await anOrganisation(STREET)
    expectValue(await close(closed))
    const near = [await anOrganisation(SHANGHAI), await anOrganisation(VILLAGE)]
    const answers = await Promise.all(
      [closed, 'no-such-organisation', await anOrganisation('310106012'), ...near].map((organisationId) =>
        assign('publicity', organisationId),
      ),
    )
    expect(answers.map(codeOf)).toEqual([...Array(3).fill('organisation_not_found'), 'ok', 'ok'])
    const byDispatcher = { placeCode: STREET, duty: 'publicity' as const, organisationId: null }
    expect(codeOf(await dispatcher.caseRules('assignDuty', byDispatcher))).toBe('not_allowed')
  })

  test('an old request that comes again changes nothing', async () => {
    const [first, second] = [await anOrganisation(STREET), await anOrganisation(STREET)]
    const input = { placeCode: STREET, duty: 'safety' as const, organisationId: first }
    const send = () => administrator.caseRules('assignDuty', input, 'one-request-for-a-duty')
    for (const answer of await Promise.all([send(), send()]))
      expect(expectValue(answer).holder.organisationId).toBe(first)
    expectValue(await assign('safety', second))
    expect(expectValue(await send()).holder.organisationId).toBe(second)
  })
})

describe('what would become of a report', () => {
  test('goes by the duty of its category to the finest place that has somebody, else to the desk', async () => {
    expect(await preview()).toEqual({
      proposal: { how: 'desk', ruleName: null, duty: 'sanitation', departmentId: null, departmentName: null },
      isAutomatic: false,
      deskCode: STREET,
      dueAt: Date.parse('2026-11-19T12:00:00+08:00'),
    })
    const ofCity = await anOrganisation(SHANGHAI)
    const ofVillage = await anOrganisation(VILLAGE)
    expectValue(await assign('sanitation', ofCity, SHANGHAI))
    expect((await preview()).proposal).toMatchObject({ how: 'duty', departmentId: ofCity })
    expectValue(await assign('sanitation', ofVillage, VILLAGE))
    expect((await preview()).proposal).toMatchObject({ how: 'duty', departmentId: ofVillage })
    expectValue(await close(ofVillage))
    expect((await preview()).proposal).toMatchObject({ how: 'duty', departmentId: ofCity })
  })

  test('goes by the first rule that holds, at once where the rule says so', async () => {
    const organisationId = await anOrganisation(STREET)
    const rules = [
      aRule({ name: '夜间', hours: { from: 1320, until: 360 } }),
      aRule({
        name: '废物箱',
        categoryIds: ['litterBin'],
        to: { kind: 'department', organisationId },
        isAutomatic: true,
      }),
    ]
    const version = await versionAt(STREET)
    expectValue(await save({ placeCode: STREET, basedOn: version, rules }))
    expect(await preview()).toMatchObject({
      proposal: { how: 'rule', ruleName: '废物箱', departmentId: organisationId },
      isAutomatic: true,
      // Filed at once: nothing is added for accepting it.
      dueAt: Date.parse('2026-11-18T10:00:00+08:00') + 24 * 3_600_000,
    })
    const night = await preview({ at: Date.parse('2026-11-18T23:00:00+08:00') })
    expect(night).toMatchObject({ proposal: { how: 'desk', ruleName: '夜间' }, isAutomatic: false })
    expect((await preview({ categoryId: 'carParking' })).proposal.ruleName).toBeNull()
    expectValue(await close(organisationId))
    expect(await preview()).toMatchObject({
      proposal: { how: 'desk', ruleName: '废物箱' },
      isAutomatic: false,
    })
  })

  test('is what becomes of it', async () => {
    const organisationId = await anOrganisation(STREET)
    const rules = [
      aRule({ categoryIds: [RUBBISH], to: { kind: 'department', organisationId }, isAutomatic: true }),
    ]
    expectValue(await save({ placeCode: STREET, basedOn: await versionAt(STREET), rules }))
    for (const categoryId of [RUBBISH, 'dirtyRoad']) {
      const { caseId } = await aReport(cloud, citizen, { categoryId, placeCode: STREET })
      const after = expectValue(await dispatcher.casework('getCase', { caseId }))
      const said = await preview({ categoryId, placeCode: STREET, at: after.reportedAt })
      expect(said.isAutomatic).toBe(categoryId === RUBBISH)
      expect(after).toMatchObject({
        state: said.isAutomatic ? 'dispatched' : 'reported',
        departmentId: said.isAutomatic ? said.proposal.departmentId : null,
        deskCode: said.deskCode,
        dueAt: said.dueAt,
      })
    }
  })

  test('is shown to staff for cases there only, and for categories that there are', async () => {
    const asked = { placeCode: VILLAGE, categoryId: 'litterBin', at: NOON, source: 'wechat' as const }
    expect(codeOf(await citizen.caseRules('previewRouting', asked))).toBe('not_allowed')
    const elsewhere = { ...asked, placeCode: PUDONG }
    expect(codeOf(await dispatcher.caseRules('previewRouting', elsewhere))).toBe('not_allowed')
    const unknown = { ...asked, categoryId: 'no-such-category' }
    expect(codeOf(await dispatcher.caseRules('previewRouting', unknown))).toBe('category_not_found')
  })
})
