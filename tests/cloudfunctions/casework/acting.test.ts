import { rmSync } from 'node:fs'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'
import { calendarOf, workingHours } from '../../../cloudfunctions/platform/cases/workingCalendar'
import { addTime } from '../../../cloudfunctions/platform/cases/workingTime'
import { seal } from '../../../cloudfunctions/platform/sealed'
import type { CaseStepInput } from '../../../contract/casework'
import { SUSPENSION_TIME_MAX } from '../../../contract/limits'
import { expectError, expectValue, PUDONG, SHANGHAI } from '../../support/builders'
import {
  aCase,
  aCaseRow,
  actOn,
  aDepartment,
  aMember,
  aPhoto,
  aStreet,
  caseSeenBy,
  DAY,
  everyStep,
  loadCases,
  type Member,
  OTHER_STREET,
  STREET,
  type Street,
} from './someCases'

/** What stands in the way of a step, what it leaves, and what is written down of it. */

let street: Street
const WORDS = '示例说明'

beforeAll(async () => {
  street = await aStreet()
})
afterEach(() => street.cloud.setClock(0))
afterAll(async () => {
  await street?.cloud.stop()
  if (street) rmSync(street.functions, { recursive: true })
})

const refusalOf = async (person: Member, caseId: string, ...steps: CaseStepInput[]) =>
  expectError(await actOn(person, caseId, steps))

describe('a step is refused', () => {
  test('to citizens, to those without a role, and to those of another department', async () => {
    const { cloud, administrator } = street
    const caseId = await aCase(street, 'handling')
    const input = {
      caseId,
      basedOn: 1,
      steps: [{ act: 'note' as const, words: WORDS, isInternal: true, photos: [] }],
    }
    expect(expectError(await cloud.nobody.casework('actOnCase', input)).code).toBe('not_signed_in')
    expect(expectError(await (await cloud.person()).casework('actOnCase', input)).code).toBe('not_allowed')
    const other = await aMember(cloud, administrator, 'handler', STREET, street.otherDepartmentId)
    expect(expectError(await other.casework('actOnCase', input)).code).toBe('not_allowed')
  })

  test('where what it names is not there, has been closed or is not for this case', async () => {
    const { dispatcher, handler, administrator } = street
    const filed = await aCase(street, 'filed')
    const closed = await aDepartment(administrator, '撤销的部门')
    expectValue(
      await administrator.places('closeOrganisation', { organisationId: closed, reason: '机构撤并' }),
    )
    const elsewhere = await aDepartment(administrator, '别的街道的部门', OTHER_STREET)
    for (const departmentId of ['none', closed, elsewhere])
      expect((await refusalOf(dispatcher, filed, { act: 'dispatch', departmentId, words: '' })).code).toBe(
        'department_not_found',
      )
    const handling = await aCase(street, 'handling')
    for (const grantId of ['none', dispatcher.grantId])
      expect((await refusalOf(handler, handling, { act: 'handOver', grantId, words: '' })).code).toBe(
        'colleague_not_found',
      )
    expect((await refusalOf(dispatcher, filed, { act: 'recategorise', categoryId: 'none' })).code).toBe(
      'category_not_found',
    )
    for (const placeCode of ['310106999', '330106001'])
      expect(
        (await refusalOf(dispatcher, filed, { act: 'relocate', placeCode, address: '某路', position: null }))
          .code,
      ).toBe('place_not_found')
  })

  test('where a time has passed or lies too far away, and where nothing was asked', async () => {
    const { dispatcher } = street
    const caseId = await aCase(street, 'handling', { asked: null })
    const suspend = (until: number) => refusalOf(dispatcher, caseId, { act: 'suspend', until, words: WORDS })
    expect((await suspend(Date.now() - 1000)).code).toBe('time_has_passed')
    expect(await suspend(Date.now() + SUSPENSION_TIME_MAX + DAY)).toEqual({ code: 'time_too_far', days: 180 })
    expect((await refusalOf(dispatcher, caseId, { act: 'decline', words: WORDS })).code).toBe('nothing_asked')
  })

  test('together with those before it: all happen or none', async () => {
    const { dispatcher, departmentId } = street
    const caseId = await aCase(street, 'reported')
    const accept = { act: 'accept' as const }
    const refused = await refusalOf(dispatcher, caseId, accept, { act: 'dispatch', departmentId, words: '' })
    expect(refused).toEqual({ code: 'step_not_allowed', act: 'dispatch', state: 'accepted' })
    expect((await caseSeenBy(dispatcher, caseId)).version).toBe(1)
    const all = [
      accept,
      { act: 'file' as const },
      { act: 'dispatch' as const, departmentId, words: '请尽快' },
    ]
    expect(expectValue(await actOn(dispatcher, caseId, all))).toEqual({ version: 4, state: 'dispatched' })
  })
})

describe('处置', () => {
  test('needs photos of what was done, as many as the category says', async () => {
    const { handler, cloud } = street
    const caseId = await aCase(street, 'handling', { minAfterPhotos: 2 })
    const photos = [await aPhoto(street, handler), await aPhoto(street, handler)]
    const handle = (uploads: string[]) => ({ act: 'handle' as const, words: '已清理', photos: uploads })
    const none = {
      method: 'actOnCase',
      input: { caseId, basedOn: 1, steps: [handle([])] },
      requestId: 'no-photo',
    }
    expect((await cloud.send('casework', none, handler.token)).body).toMatchObject({
      result: { error: { code: 'invalid_input' } },
    })
    expect(await refusalOf(handler, caseId, handle(photos.slice(0, 1)))).toEqual({
      code: 'too_few_photos',
      min: 2,
    })
    // The same photo twice is one photo.
    const twice = [photos[0] as string, photos[0] as string]
    expect(await refusalOf(handler, caseId, handle(twice))).toEqual({ code: 'too_few_photos', min: 2 })
    const unreadable = [photos[0] as string, 'cloud://localcloud/reportUploads/none.jpg']
    expect(await refusalOf(handler, caseId, handle(unreadable))).toEqual({
      code: 'photo_unreadable',
      index: 1,
    })
    expectValue(await actOn(handler, caseId, [handle(photos)]))
    const [, step] = (await caseSeenBy(street.dispatcher, caseId)).steps
    expect(step?.photos).toHaveLength(2)
    expect(step).toMatchObject({ act: 'handle', by: 'handler', words: '已清理', name: '示例handler' })
  })

  test('that was refused leaves no photo behind, and its uploads can be sent again', async () => {
    const { handler, dispatcher } = street
    const caseId = await aCase(street, 'handling')
    const photos = [await aPhoto(street, handler)]
    const handle = { act: 'handle' as const, words: '已清理', photos }
    expectValue(await actOn(dispatcher, caseId, [{ act: 'extend', hours: 4, words: WORDS }]))
    expect((await refusalOf(handler, caseId, handle)).code).toBe('changed_meanwhile')
    expectValue(await actOn(handler, caseId, [handle], 2))
    const { steps } = await caseSeenBy(dispatcher, caseId)
    expect(steps.at(-1)?.photos).toHaveLength(1)
    expect((await fetch(steps.at(-1)?.photos[0]?.pageUrl as string)).status).toBe(200)
  })
})

describe('deadlines', () => {
  const dueOf = async (caseId: string) => (await caseSeenBy(street.dispatcher, caseId)).dueAt as number

  test('stand still while it is suspended, and come back with what was left', async () => {
    const { dispatcher } = street
    const caseId = await aCase(street, 'handling')
    const before = await dueOf(caseId)
    const { suspend, resume } = everyStep(street, caseId, [])
    expectValue(await actOn(dispatcher, caseId, [suspend]))
    expect(await dueOf(caseId)).toBeNull()
    await street.cloud.setClock(DAY)
    expectValue(await actOn(dispatcher, caseId, [resume], 2))
    expect(Math.abs((await dueOf(caseId)) - before - DAY)).toBeLessThan(60_000)
  })

  test('move by what is granted, and by another category', async () => {
    const { dispatcher } = street
    const caseId = await aCase(street, 'handling')
    const before = await dueOf(caseId)
    expectValue(await actOn(dispatcher, caseId, [{ act: 'extend', hours: 8, words: WORDS }]))
    expect(await dueOf(caseId)).toBe(before + 8 * 3_600_000)
    // Another one, counted in working hours: from the beginning, with what has been granted.
    const other = DEFAULT_CATALOGUE.categories.find(
      ({ counting, isRetired }) => counting === 'working' && !isRetired,
    )
    if (!other) throw new Error('no category is counted in working hours')
    const { categoryId, handleHours } = other
    expectValue(await actOn(dispatcher, caseId, [{ act: 'recategorise', categoryId }], 2))
    const { reportedAt, ...seen } = await caseSeenBy(dispatcher, caseId)
    expect(seen).toMatchObject({ categoryId, categoryName: other.name, version: 3 })
    const calendar = calendarOf([], workingHours())
    expect(seen.dueAt).toBe(addTime(reportedAt, (handleHours + 8) * 60, 'working', calendar))
  })

  test('go on when 核查 fails, and begin anew when it is reopened', async () => {
    const { dispatcher } = street
    const rejected = await aCase(street, 'handled')
    const before = await dueOf(rejected)
    await street.cloud.setClock(DAY)
    expectValue(await actOn(dispatcher, rejected, [{ act: 'reject', words: WORDS }]))
    expect(Math.abs((await dueOf(rejected)) - before - DAY)).toBeLessThan(60_000)
    const closed = await aCase(street, 'closed')
    expectValue(await actOn(dispatcher, closed, [{ act: 'reopen', words: WORDS }]))
    expect(await dueOf(closed)).toBeGreaterThan(Date.now() + DAY)
    expect(await caseSeenBy(dispatcher, closed)).toMatchObject({
      reopened: 1,
      departmentId: null,
      state: 'filed',
    })
  })

  test('out of 督办 begin anew with the department that the supervisor names', async () => {
    const caseId = await aCase(street, 'supervised')
    await street.cloud.setClock(90 * DAY)
    const { redispatch } = everyStep(street, caseId, [])
    expectValue(await actOn(street.supervisor, caseId, [redispatch]))
    expect(await caseSeenBy(street.supervisor, caseId)).toMatchObject({
      departmentId: street.otherDepartmentId,
      reopened: 1,
      isOverdue: false,
    })
  })

  test('of a refused report that is taken up after all begin anew', async () => {
    const caseId = await aCase(street, 'refused', { refusedAt: Date.now() })
    await street.cloud.setClock(30 * DAY)
    expectValue(await actOn(street.dispatcher, caseId, [{ act: 'reopen', words: WORDS }]))
    expect(await caseSeenBy(street.dispatcher, caseId)).toMatchObject({ state: 'accepted', isOverdue: false })
  })
})

describe('a case that lies somewhere else', () => {
  test('goes to the desk there, and stays with a desk above both', async () => {
    const { dispatcher, cloud, administrator } = street
    const city = await aMember(cloud, administrator, 'dispatcher', SHANGHAI)
    const move = {
      act: 'relocate' as const,
      address: '别处 1 号',
      position: { longitude: 121.6, latitude: 31.2 },
    }
    const caseId = await aCase(street, 'filed')
    expectValue(await actOn(dispatcher, caseId, [{ ...move, placeCode: '310115004' }]))
    expect(expectError(await dispatcher.casework('getCase', { caseId })).code).toBe('not_allowed')
    expect(await caseSeenBy(city, caseId)).toMatchObject({
      deskCode: '310115004',
      address: '别处 1 号',
      position: { longitude: 121.6, latitude: 31.2 },
    })
    const atCity = await aCase(street, 'filed', { deskCode: SHANGHAI })
    expectValue(await actOn(city, atCity, [{ ...move, placeCode: PUDONG }]))
    expect((await caseSeenBy(city, atCity)).deskCode).toBe(SHANGHAI)
  })
})

describe('several cases in one go', () => {
  test('each succeed or fail by themselves, and again with the same answer', async () => {
    const { dispatcher, cloud } = street
    const elsewhere = aCaseRow(street, 'reported', { begun: { placeCode: OTHER_STREET } })
    await loadCases(cloud, [elsewhere])
    const good = [await aCase(street, 'reported'), await aCase(street, 'reported')]
    const done = await aCase(street, 'closed')
    const stale = await aCase(street, 'reported', { version: 3 })
    const cases = [...good, done, stale, elsewhere._id, 'none'].map((caseId) => ({ caseId, basedOn: 1 }))
    const input = { placeCode: STREET, cases, steps: [{ act: 'accept' as const }, { act: 'file' as const }] }
    const first = expectValue(await dispatcher.casework('actOnCases', input, 'the-same-request'))
    expect(first.outcomes.map(({ error }) => error)).toEqual([
      null,
      null,
      'step_not_allowed',
      'changed_meanwhile',
      'not_allowed',
      'case_not_found',
    ])
    expect(expectValue(await dispatcher.casework('actOnCases', input, 'the-same-request'))).toEqual(first)
    for (const caseId of good)
      expect(await caseSeenBy(dispatcher, caseId)).toMatchObject({ state: 'filed', version: 3 })
    const outside = await dispatcher.casework('actOnCases', { ...input, placeCode: OTHER_STREET })
    expect(expectError(outside).code).toBe('not_allowed')
  })

  test('go into one case together', async () => {
    const { dispatcher } = street
    const [into, ...others] = await Promise.all([1, 2, 3, 4].map(() => aCase(street, 'filed')))
    const answer = await dispatcher.casework('actOnCases', {
      placeCode: STREET,
      cases: others.map((caseId) => ({ caseId, basedOn: 1 })),
      steps: [{ act: 'merge', intoCaseId: into as string }],
    })
    expect(expectValue(answer).outcomes.map(({ error }) => error)).toEqual([null, null, null])
    expect((await caseSeenBy(dispatcher, into as string)).absorbed).toHaveLength(3)
  })
})

describe('what is written down', () => {
  const trail = async () =>
    expectValue(await street.administrator.administration('listAuditTrail', { placeCode: SHANGHAI })).entries

  test('names the case with what it was before and after', async () => {
    const row = aCaseRow(street, 'reported')
    await loadCases(street.cloud, [row])
    expectValue(await actOn(street.dispatcher, row._id, [{ act: 'refuse', words: '不属于城市管理范围' }]))
    const entry = (await trail()).find(({ subject }) => subject === `case/${row.number}`)
    expect(entry).toMatchObject({ method: 'actOnCase', outcome: 'ok' })
    expect(JSON.parse(entry?.before ?? '')).toMatchObject({ state: 'reported', version: 1 })
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ state: 'refused', version: 2 })
  })

  test('says who has looked at the contact of whoever reported it, and why; it is shown to those who have the case', async () => {
    const { cloud, administrator, handler, dispatcher } = street
    const row = aCaseRow(street, 'handling')
    const contact = { name: '示例', phone: '021-00000000' }
    await loadCases(cloud, [{ ...row, sealedContact: seal(row._id, JSON.stringify(contact)) }])
    const seen = await caseSeenBy(handler, row._id)
    expect(seen.hasContact).toBe(true)
    expect(JSON.stringify(seen)).not.toContain(contact.phone)
    const ask = (person: Member) =>
      person.casework('revealReporterContact', { caseId: row._id, reason: '要约时间上门' })
    expect(expectValue(await ask(handler))).toEqual(contact)
    const entry = (await trail()).find(({ method }) => method === 'revealReporterContact')
    expect(entry).toMatchObject({ subject: `case/${row.number}`, outcome: 'ok', step: 'done' })
    expect(entry?.input).toContain('要约时间上门')
    expect(JSON.stringify(entry)).not.toContain(contact.phone)
    const other = await aMember(cloud, administrator, 'handler', STREET, street.otherDepartmentId)
    expect(expectError(await ask(other)).code).toBe('not_allowed')
    const plain = { caseId: await aCase(street, 'handling'), reason: '要约时间上门' }
    expect(expectError(await dispatcher.casework('revealReporterContact', plain)).code).toBe(
      'contact_not_given',
    )
  })
})
