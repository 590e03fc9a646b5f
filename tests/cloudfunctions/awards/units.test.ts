import { randomUUID } from 'node:crypto'
import type { AwardUnit, UnitCondition } from '../../../contract/awards'
import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aPicture } from '../../support/contents'
import { codeOf } from '../judging/sitting'
import { aJudgedWin, publishTheWinners } from './winning'

let cloud: Cloud
let administrator: Person
/** Its winner lies in Pudong. */
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  campaignId = (await aJudgedWin(cloud, administrator)).campaignId
  await publishTheWinners(cloud, administrator, campaignId)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const addUnit = async (placeCode: string, of = campaignId): Promise<AwardUnit> =>
  expectValue(
    await administrator.awards('addAwardUnit', { campaignId: of, name: '示例街道办事处', placeCode }),
  ).unit

const BY_HAND = ['noticesDelivered', 'noticesOnWall', 'training'] as const

const check = (unit: AwardUnit, condition: UnitCondition, changes: object = {}, requestId = randomUUID()) =>
  administrator.awards(
    'checkCondition',
    {
      campaignId,
      unitId: unit.unitId,
      version: unit.version,
      condition,
      state: 'met',
      note: '查看台账，全部送达',
      evidence: [],
      ...changes,
    },
    requestId,
  )

async function meetAll(unit: AwardUnit): Promise<AwardUnit> {
  let current = unit
  for (const condition of BY_HAND) current = expectValue(await check(current, condition)).unit
  return current
}

const award = ({ unitId, version }: AwardUnit, requestId = randomUUID()) =>
  administrator.awards('awardUnit', { campaignId, unitId, version }, requestId)

const statesOf = (unit: AwardUnit) =>
  Object.fromEntries(unit.checks.map(({ condition, state, source }) => [condition, [state, source]]))

test('a unit begins with what the program knows, and says what it does not', async () => {
  const unit = await addUnit(PUDONG)
  expect(unit).toMatchObject({ name: '示例街道办事处', placeCode: PUDONG, state: 'checking', version: 1 })
  expect(statesOf(unit)).toEqual({
    noticesDelivered: ['unknown', null],
    noticesOnWall: ['unknown', null],
    training: ['unknown', null],
    winnerInArea: ['met', 'program'],
  })
  expect(unit.checks[0]?.note).toBe('本系统还没有这项数据，请凭证明材料核对')
  expect(unit.checks[3]).toMatchObject({ note: '辖区内获评 1 家：第2号（示例）自律会', isFixed: true })
  expect(statesOf(await addUnit(JINGAN)).winnerInArea).toEqual(['notMet', 'program'])
})

test('what the program knows cannot be overruled, nor answered before the winners are published', async () => {
  const unit = await addUnit(JINGAN)
  expect(expectError(await check(unit, 'winnerInArea')).code).toBe('known_by_program')
  const other = await aCampaign(administrator, { candidates: 0 })
  const early = await addUnit(PUDONG, other.campaignId)
  expect(early.checks[3]).toMatchObject({
    state: 'unknown',
    note: '获评名单公布后，由系统判断',
    isFixed: true,
  })
  const answer = await check(early, 'winnerInArea', { campaignId: other.campaignId })
  expect(expectError(answer).code).toBe('known_by_program')
})

test('a unit outside the campaign’s place, or of another campaign, is not found', async () => {
  const inJingan = await aCampaign(administrator, { candidates: 0, cityCode: JINGAN })
  const far = { campaignId: inJingan.campaignId, name: '示例街道办事处', placeCode: PUDONG }
  expect(expectError(await administrator.awards('addAwardUnit', far)).code).toBe('place_not_found')
  const unit = await addUnit(PUDONG)
  const elsewhere = { campaignId: inJingan.campaignId }
  expect(expectError(await check(unit, 'training', elsewhere)).code).toBe('unit_not_found')
  expect(
    expectError(await administrator.awards('awardUnit', { ...elsewhere, unitId: unit.unitId, version: 1 }))
      .code,
  ).toBe('unit_not_found')
})

test('only the administrator of the campaign’s place keeps units', async () => {
  const unit = await addUnit(PUDONG)
  const ofDistrict = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
  for (const person of [await cloud.person(), ofDistrict]) {
    expect(expectError(await person.awards('listAwardUnits', { campaignId })).code).toBe('not_allowed')
    const input = { campaignId, unitId: unit.unitId, version: 1 }
    expect(expectError(await person.awards('awardUnit', input)).code).toBe('not_allowed')
  }
})

test('evidence is a copy that its uploader can no longer change; what cannot be read is told', async () => {
  const unit = await addUnit(PUDONG)
  const path = `uploads/2026-11/${randomUUID()}.jpg`
  const file = await aPicture(cloud, administrator, 'the wall with the notice', path)
  const evidence = [{ file, name: '上墙照片' }]
  const { unit: checked } = expectValue(await check(unit, 'noticesOnWall', { evidence }))
  await aPicture(cloud, administrator, 'something else', path)
  const [shown] = checked.checks[1]?.evidence ?? []
  expect(shown?.name).toBe('上墙照片')
  expect(await (await fetch(shown?.url ?? '')).text()).toBe('the wall with the notice')
  expect(checked.checks[1]).toMatchObject({ state: 'met', source: 'evidence', note: '查看台账，全部送达' })

  const gone = [{ file: file.replace(/[^/]+$/, 'gone.jpg'), name: '没有这张' }]
  expect(expectError(await check(checked, 'training', { evidence: gone })).code).toBe('evidence_unreadable')
})

test('a check sent twice counts once; from a page that others have overtaken it is refused', async () => {
  const unit = await addUnit(PUDONG)
  const requestId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => check(unit, 'training', { state: 'notMet' }, requestId)),
  )
  expect(answers.map((answer) => expectValue(answer).unit.version)).toEqual([2, 2, 2, 2, 2])

  const rivals = await Promise.all(
    Array.from({ length: 8 }, () => check({ ...unit, version: 2 }, 'training', { state: 'met' })),
  )
  expect(rivals.filter(({ ok }) => ok)).toHaveLength(1)
  expect(rivals.filter((answer) => codeOf(answer) === 'changed_meanwhile')).toHaveLength(7)
})

test('a unit is awarded only when every condition is met, and from then on stays as it is', async () => {
  const unit = await addUnit(PUDONG)
  expect(expectError(await award(unit)).code).toBe('conditions_not_met')
  const ready = await meetAll(unit)
  expect(ready.state).toBe('ready')
  expect(expectError(await award({ ...ready, version: 1 })).code).toBe('changed_meanwhile')
  const { unit: awarded } = expectValue(await award(ready))
  expect(awarded.state).toBe('awarded')
  expect(expectError(await check(awarded, 'training', { state: 'notMet' })).code).toBe('unit_already_awarded')
  expect(expectValue(await award(awarded)).unit).toEqual(awarded)

  // Who looked at the showcase just before sees it a minute later at most.
  await cloud.setClock(61_000)
  const { units } = expectValue(await cloud.nobody.awards('getShowcase', { campaignId }))
  expect(units).toContainEqual({ unitId: unit.unitId, name: '示例街道办事处', placeCode: PUDONG })
})

test('with all met in the wrong place it cannot be awarded', async () => {
  const unit = await meetAll(await addUnit(JINGAN))
  expect(unit.state).toBe('checking')
  expect(expectError(await award(unit)).code).toBe('conditions_not_met')
})

test('a condition taken back at the same moment: the award or the check holds, never both', async () => {
  for (let round = 0; round < 3; round++) {
    const ready = await meetAll(await addUnit(PUDONG))
    const [awarded, taken] = await Promise.all([
      award(ready),
      check(ready, 'training', { state: 'notMet', note: '台账与实际不符' }),
    ])
    expect([awarded.ok, taken.ok].filter(Boolean)).toHaveLength(1)
    const { units } = expectValue(await administrator.awards('listAwardUnits', { campaignId }))
    const unit = units.find(({ unitId }) => unitId === ready.unitId)
    expect(unit?.state).toBe(awarded.ok ? 'awarded' : 'checking')
  }
})

test('units are listed by place, page by page; the same one added twice is there once', async () => {
  const { campaignId: other } = await aCampaign(administrator, { candidates: 0 })
  const requestId = randomUUID()
  const input = { campaignId: other, name: '浦东新区（示例）', placeCode: PUDONG }
  await Promise.all(Array.from({ length: 3 }, () => administrator.awards('addAwardUnit', input, requestId)))
  for (let number = 1; number <= 20; number++)
    await administrator.awards('addAwardUnit', {
      campaignId: other,
      name: `静安第${number}单位`,
      placeCode: JINGAN,
    })
  const first = expectValue(await administrator.awards('listAwardUnits', { campaignId: other }))
  expect(first.units).toHaveLength(20)
  expect(first.units.every(({ placeCode }) => placeCode === JINGAN)).toBe(true)
  const after = first.next ?? ''
  const second = expectValue(await administrator.awards('listAwardUnits', { campaignId: other, after }))
  expect(second.units.map(({ name }) => name)).toEqual(['浦东新区（示例）'])
  expect(second.next).toBeNull()
})
