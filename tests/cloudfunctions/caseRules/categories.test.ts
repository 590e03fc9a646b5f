import type { InferInput } from 'valibot'
import type { caseRules } from '../../../contract/caseRules'
import type { Category } from '../../../contract/cases/categories'
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

/** Catalogue, working calendar and reply texts. */

let cloud: Cloud
let administrator: Person
let dispatcher: Person
let citizen: Person

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  dispatcher = await aStaffMember(cloud, administrator, 'dispatcher', JINGAN)
  citizen = await cloud.person()
})
afterAll(() => cloud?.stop())

type Saving = InferInput<(typeof caseRules)['saveCategory']['input']>

const read = async (person = administrator) =>
  expectValue(await person.caseRules('getCategories', { placeCode: SHANGHAI }))

const wordsOf = ({ categoryId: _, ...words }: Category): Saving['category'] => words

const someWords = (part: Partial<Saving['category']> = {}): Saving['category'] => ({
  name: '示例类别',
  description: '示例说明',
  group: 'other',
  words: [],
  nationalCode: null,
  basis: '',
  handleHours: 8,
  acceptHours: 2,
  counting: 'working',
  minPhotos: 1,
  minAfterPhotos: 1,
  defaultDuty: 'urbanOperation',
  isIndoor: false,
  duplicateRadius: 100,
  questions: [],
  isRetired: false,
  ...part,
})

const saving = (basedOn: number, part: Partial<Saving> = {}): Saving => ({
  placeCode: SHANGHAI,
  basedOn,
  categoryId: null,
  category: someWords(),
  reason: '按新文件调整',
  ...part,
})

describe('the catalogue', () => {
  test('is read by staff for cases and changed only by an administrator of the whole', async () => {
    const { catalogue } = await read()
    const elsewhere = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
    const inJingan = { placeCode: JINGAN }
    expect(codeOf(await dispatcher.caseRules('getCategories', inJingan))).toBe('ok')
    expect(codeOf(await citizen.caseRules('getCategories', inJingan))).toBe('not_allowed')
    expect(codeOf(await elsewhere.caseRules('getCategories', inJingan))).toBe('not_allowed')
    const answers = [
      await dispatcher.caseRules('saveCategory', saving(0, { placeCode: JINGAN })),
      await elsewhere.caseRules('saveCategory', saving(0)),
      await elsewhere.caseRules('saveCategory', saving(0, { placeCode: PUDONG })),
    ]
    expect(answers.map(codeOf)).toEqual(['not_allowed', 'not_allowed', 'not_top_place'])
    expect((await read()).catalogue).toEqual(catalogue)
  })

  test('begins with what came with the program, and gains a version with each change', async () => {
    const before = await read()
    const category = someWords({ name: '示例新类别', questions: [] })
    const { categoryId, version } = expectValue(
      await administrator.caseRules('saveCategory', saving(before.catalogue.version, { category })),
    )
    const after = await read()
    expect(version).toBe(before.catalogue.version + 1)
    expect(after.catalogue).toEqual({
      version,
      categories: [...before.catalogue.categories, { ...category, categoryId }],
    })
    expect(after.versions[0]).toMatchObject({ version, categoryId, reason: '按新文件调整' })
    expect(after.versions.at(-1)).toMatchObject({ version: 0, name: null })
  })

  test('a category is changed and retired in its place, the others stay', async () => {
    const { catalogue } = await read()
    const [first, ...others] = catalogue.categories as [Category, ...Category[]]
    const category = { ...wordsOf(first), handleHours: 7, isRetired: true }
    const change = saving(catalogue.version, { categoryId: first.categoryId, category })
    expectValue(await administrator.caseRules('saveCategory', change))
    expect((await read()).catalogue.categories).toEqual([
      { ...first, handleHours: 7, isRetired: true },
      ...others,
    ])
    const { entries } = expectValue(
      await administrator.administration('listAuditTrail', { placeCode: SHANGHAI }),
    )
    const entry = entries.find(({ subject }) => subject === `category/${first.categoryId}`)
    expect(JSON.parse(entry?.before ?? '{}')).toMatchObject({ isRetired: false })
    expect(JSON.parse(entry?.after ?? '{}')).toMatchObject({ isRetired: true, handleHours: 7 })
  })

  test('is not changed by what cannot be a category', async () => {
    const { catalogue } = await read()
    const question = { questionId: 'q', label: '哪方面的问题', kind: 'choice' as const, isRequired: true }
    const refused: [Partial<Saving>, string][] = [
      [{ categoryId: 'no-such-category' }, 'category_not_found'],
      [{ category: someWords({ name: ' 暴露 垃圾' }) }, 'category_name_taken'],
      [{ category: someWords({ questions: [{ ...question, options: ['只有一个'] }] }) }, 'choices_needed'],
      [{ category: someWords({ handleHours: 0 }) }, 'invalid_input'],
      [{ category: someWords({ minAfterPhotos: 0 }) }, 'invalid_input'],
      [
        {
          category: someWords({
            questions: [1, 2].map(() => ({ ...question, kind: 'text' as const, options: [] })),
          }),
        },
        'invalid_input',
      ],
      [{ basedOn: catalogue.version + 1 }, 'changed_meanwhile'],
    ]
    for (const [part, code] of refused)
      expect([
        code,
        codeOf(await administrator.caseRules('saveCategory', saving(catalogue.version, part))),
      ]).toEqual([code, code])
    expect((await read()).catalogue).toEqual(catalogue)
  })

  test('saved by twenty at once, one version comes of it and the others are told', async () => {
    const { catalogue } = await read()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        administrator.caseRules(
          'saveCategory',
          saving(catalogue.version, { category: someWords({ name: `示例同时${index}` }) }),
        ),
      ),
    )
    expect(answers.map(codeOf).sort()).toEqual([...Array(19).fill('changed_meanwhile'), 'ok'])
    const after = (await read()).catalogue
    expect(after.version).toBe(catalogue.version + 1)
    expect(after.categories).toHaveLength(catalogue.categories.length + 1)
  })

  test('the same request saves once, also sent twice at once and after others have saved', async () => {
    const { catalogue } = await read()
    const input = saving(catalogue.version, { category: someWords({ name: '示例重复' }) })
    const send = () => administrator.caseRules('saveCategory', input, 'one-request-to-save')
    const answers = await Promise.all([send(), send()])
    const next = saving(catalogue.version + 1, { category: someWords({ name: '示例之后' }) })
    expectValue(await administrator.caseRules('saveCategory', next))
    answers.push(await send())
    expect(new Set(answers.map((answer) => expectValue(answer).version))).toEqual(
      new Set([catalogue.version + 1]),
    )
    expect((await read()).catalogue.version).toBe(catalogue.version + 2)
  })
})

describe('the working calendar', () => {
  const calendarOf = async (year: number, person = dispatcher, placeCode = JINGAN) =>
    expectValue(await person.caseRules('getCalendar', { placeCode, year }))
  const entering = (basedOn: number, year = 2030) => ({
    placeCode: SHANGHAI,
    year,
    basedOn,
    holidays: [`${year}-10-02`, `${year}-10-01`, `${year}-10-01`],
    workdays: [`${year}-09-28`],
  })

  test('tells what is known of a year', async () => {
    const { calendar, hours } = await calendarOf(2026)
    expect(calendar).toMatchObject({ source: 'built-in', version: 0 })
    expect(calendar.workdays).toContain('2026-10-10')
    const minutes = hours.spans.reduce((sum, { from, until }) => sum + until - from, 0)
    expect(minutes).toBe(480)
    expect((await calendarOf(2033)).calendar).toMatchObject({ source: 'none', holidays: [], workdays: [] })
  })

  test('is entered by an administrator of the whole, with days of that year', async () => {
    const elsewhere = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
    const refused = [
      await dispatcher.caseRules('saveCalendar', { ...entering(0), placeCode: JINGAN }),
      await elsewhere.caseRules('saveCalendar', { ...entering(0), placeCode: PUDONG }),
      await administrator.caseRules('saveCalendar', { ...entering(0), holidays: ['2031-10-01'] }),
      await administrator.caseRules('saveCalendar', { ...entering(0), workdays: ['2030-02-30'] }),
      await administrator.caseRules('saveCalendar', entering(1)),
    ]
    expect(refused.map(codeOf)).toEqual([
      'not_allowed',
      'not_top_place',
      'day_not_in_year',
      'day_not_in_year',
      'changed_meanwhile',
    ])
    const { calendar } = expectValue(await administrator.caseRules('saveCalendar', entering(0)))
    expect(calendar).toEqual({
      year: 2030,
      holidays: ['2030-10-01', '2030-10-02'],
      workdays: ['2030-09-28'],
      source: 'entered',
      version: 1,
    })
    expect((await calendarOf(2030)).calendar).toEqual(calendar)
  })

  test('saved by several at once, one has it; sent again, it is the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => administrator.caseRules('saveCalendar', entering(0, 2034))),
    )
    expect(answers.map(codeOf).sort()).toEqual([...Array(5).fill('changed_meanwhile'), 'ok'])
    const input = { ...entering(1, 2034), workdays: [] }
    const send = () => administrator.caseRules('saveCalendar', input, 'one-request-for-a-year')
    for (const answer of [...(await Promise.all([send(), send()])), await send()])
      expect(expectValue(answer).calendar.version).toBe(2)
    expect((await calendarOf(2034)).calendar).toMatchObject({ version: 2, workdays: [] })
  })
})

describe('reply texts', () => {
  const aTemplate = (part: object = {}) => ({
    placeCode: JINGAN,
    templateId: null,
    act: 'close' as const,
    name: '清运完毕',
    text: '垃圾已经清运，感谢你的反映。',
    ...part,
  })
  const namesAt = async (person: Person, input: InferInput<(typeof caseRules)['listTemplates']['input']>) =>
    expectValue(await person.caseRules('listTemplates', input)).templates.map(({ name }) => name)

  test('are kept by those of a desk, and offered there and below', async () => {
    const { template } = expectValue(await dispatcher.caseRules('saveTemplate', aTemplate()))
    const ofCity = aTemplate({ placeCode: SHANGHAI, name: '全市通用', act: 'refuse' })
    expect(codeOf(await dispatcher.caseRules('saveTemplate', ofCity))).toBe('not_allowed')
    expectValue(await administrator.caseRules('saveTemplate', ofCity))
    const street = '310106011'
    expect(await namesAt(dispatcher, { placeCode: street })).toEqual(['清运完毕', '全市通用'])
    expect(await namesAt(dispatcher, { placeCode: street, act: 'close' })).toEqual(['清运完毕'])
    expect(codeOf(await citizen.caseRules('listTemplates', { placeCode: street }))).toBe('not_allowed')
    const revised = { ...template, text: '已经清运完毕，现场照片见上。' }
    expectValue(await dispatcher.caseRules('saveTemplate', revised))
    const { templates } = expectValue(await dispatcher.caseRules('listTemplates', { placeCode: JINGAN }))
    expect(templates[0]).toEqual(revised)
    const elsewhere = { ...revised, placeCode: '310106011' }
    expect(codeOf(await dispatcher.caseRules('saveTemplate', elsewhere))).toBe('template_not_found')
    const removing = { placeCode: JINGAN, templateId: template.templateId }
    for (let time = 0; time < 2; time++)
      expect(codeOf(await dispatcher.caseRules('removeTemplate', removing))).toBe('ok')
    expect(await namesAt(dispatcher, { placeCode: street })).toEqual(['全市通用'])
  })

  test('are offered to a handler as one of their department', async () => {
    const { organisation } = expectValue(
      await administrator.places('registerOrganisation', {
        placeCode: '310106011',
        kind: 'company',
        name: '示例保洁公司',
      }),
    )
    const { organisationId } = organisation
    const handler = await aStaffMember(cloud, administrator, 'handler', '310106011', organisationId)
    expect(await namesAt(handler, { placeCode: '310106011', organisationId })).toContain('全市通用')
    const asNobody = await handler.caseRules('listTemplates', { placeCode: '310106011' })
    const asAnother = { placeCode: '310106011', organisationId: 'no-such-organisation' }
    expect(codeOf(asNobody)).toBe('not_allowed')
    expect(codeOf(await handler.caseRules('listTemplates', asAnother))).toBe('not_allowed')
  })

  test('saved at once by many, all are kept until there are too many', async () => {
    const placeCode = '310107'
    const add = (number: number, requestId?: string) =>
      administrator.caseRules('saveTemplate', aTemplate({ placeCode, name: `示例${number}` }), requestId)
    const repeated = await Promise.all([add(0, 'one-request-for-a-text'), add(0, 'one-request-for-a-text')])
    expect(new Set(repeated.map((answer) => expectValue(answer).template.templateId)).size).toBe(1)
    for (let from = 1; from < 56; from += 11)
      await Promise.all(Array.from({ length: 11 }, (_, index) => add(from + index)))
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => add(100 + index)))
    expect(answers.map(codeOf).sort()).toEqual([
      ...Array(4).fill('ok'),
      ...Array(4).fill('too_many_templates'),
    ])
    expect(await namesAt(administrator, { placeCode })).toHaveLength(60 + 1)
    expect(expectError(await add(200)).code).toBe('too_many_templates')
  })
})
