import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

const childrenOf = async (parentCode: string | null) =>
  expectValue(await cloud.nobody.places('listPlaces', { parentCode })).places

describe('the table of places', () => {
  test('begins where the deployment begins, and goes down to the village, for anyone', async () => {
    expect(await childrenOf(null)).toEqual([
      { code: '310000', name: '上海市', level: 'city', hasChildren: true },
    ])
    expect(await childrenOf('310000')).toHaveLength(16)
    const [street] = await childrenOf('310101')
    expect(street).toEqual({ code: '310101002', name: '南京东路街道', level: 'street', hasChildren: true })
    expect(await childrenOf('310101002')).toContainEqual({
      code: '310101002008',
      name: '厦门路居委会',
      level: 'village',
      hasChildren: false,
    })
  })

  test('does not offer what the deployment does not serve, or what there is not', async () => {
    for (const parentCode of ['110101', '500000', '310999', '310101002999']) {
      const answer = await cloud.nobody.places('listPlaces', { parentCode })
      expect(expectError(answer).code).toBe('place_not_found')
    }
    const elsewhere = await cloud.nobody.places('findPlaces', { within: '500101', words: '高笋塘' })
    expect(expectError(elsewhere).code).toBe('place_not_found')
    const bad = await cloud.nobody.places('listPlaces', { parentCode: '31' })
    expect(expectError(bad).code).toBe('invalid_input')
  })

  test('names any code of the table with all above it, in the order asked, and leaves out the unknown', async () => {
    const codes = ['310106012', '999999', '500101', '310000', '310106012']
    const { places } = expectValue(await cloud.nobody.places('getPlaces', { codes }))
    expect(places.map(({ path }) => path.join(' '))).toEqual([
      '上海市 静安区 南京西路街道',
      '重庆市 万州区',
      '上海市',
    ])
    const many = Array.from({ length: 51 }, () => '310106')
    expect(expectError(await cloud.nobody.places('getPlaces', { codes: many })).code).toBe('invalid_input')
  })

  test('finds by name inside what was chosen, twenty at most', async () => {
    const find = async (within: string | null, words: string) =>
      expectValue(await cloud.nobody.places('findPlaces', { within, words })).places
    expect((await find(null, '南京西路'))[0]?.path).toEqual(['上海市', '静安区', '南京西路街道'])
    expect(await find('310115', '南京西路')).toEqual([])
    expect(await find(null, '高笋塘')).toEqual([])
    expect(await find(null, '村')).toHaveLength(20)
  })
})

const VILLAGE = '310106011001'
const villageIn = (number: number) => childrenOf('310106012').then((villages) => villages[number]?.code ?? '')

describe('grids', () => {
  const add = (person: Person, villageCode: string, name: string, requestId?: string) =>
    person.places('addGrid', { villageCode, name }, requestId)
  const gridsOf = async (villageCode: string) =>
    (await childrenOf(villageCode)).map(({ code, name }) => [code.slice(12), name])

  test('are kept by administrators of the place, and by nobody else', async () => {
    const village = await villageIn(0)
    const { gridCode } = expectValue(await add(administrator, village, '第一网格'))
    const others = [
      await cloud.person(),
      await aStaffMember(cloud, administrator, 'administrator', PUDONG),
      await aStaffMember(cloud, administrator, 'reviewer', JINGAN),
    ]
    for (const person of others) {
      const answers = [
        await add(person, village, '别处网格'),
        await person.places('renameGrid', { gridCode, name: '别处网格' }),
        await person.places('closeGrid', { gridCode, reason: '合并网格' }),
      ]
      expect(answers.map(codeOf)).toEqual(Array(3).fill('not_allowed'))
    }
    expect(expectError(await cloud.nobody.places('closeGrid', { gridCode, reason: '合并' })).code).toBe(
      'not_signed_in',
    )
    expect(await gridsOf(village)).toEqual([['001', '第一网格']])
  })

  test('stand only in a village that there is', async () => {
    expect(expectError(await add(administrator, '310106011999', '第一网格')).code).toBe('place_not_found')
    const unknown = { gridCode: `${VILLAGE}001`, name: '第一网格' }
    expect(expectError(await administrator.places('renameGrid', unknown)).code).toBe('not_allowed')
  })

  test('added at once get a number each, and the same request one only', async () => {
    const village = await villageIn(1)
    const names = Array.from({ length: 8 }, (_, index) => `第${index + 1}网格`)
    const answers = await Promise.all([
      ...names.map((name) => add(administrator, village, name)),
      add(administrator, village, '同一请求', 'one-request-for-a-grid'),
      add(administrator, village, '同一请求', 'one-request-for-a-grid'),
    ])
    const codes = answers.map((answer) => expectValue(answer).gridCode)
    expect(codes[8]).toBe(codes[9])
    const grids = await gridsOf(village)
    expect(grids.map(([number]) => number)).toEqual(Array.from({ length: 9 }, (_, index) => `00${index + 1}`))
    expect(grids.map(([, name]) => name).sort()).toEqual([...names, '同一请求'].sort())
    const again = await add(administrator, village, '同一请求', 'one-request-for-a-grid')
    expect(expectValue(again).gridCode).toBe(codes[8])
  })

  test('of one name are refused but one, also when added at once', async () => {
    const village = await villageIn(2)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => add(administrator, village, '同名网格')),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(expectError(answer).code).toBe('grid_name_taken')
    const { gridCode } = expectValue(await add(administrator, village, '另一网格'))
    const renamed = await administrator.places('renameGrid', { gridCode, name: '同名 网格' })
    expect(expectError(renamed).code).toBe('grid_name_taken')
  })

  test('keep their number for ever: a closed one frees its name, not its number', async () => {
    const village = await villageIn(3)
    const first = expectValue(await add(administrator, village, '第一网格'))
    const closing = { gridCode: first.gridCode, reason: '合并网格' }
    expectValue(await administrator.places('closeGrid', closing))
    expectValue(await administrator.places('closeGrid', closing))
    expect(await gridsOf(village)).toEqual([])
    expectValue(await add(administrator, village, '第一网格'))
    expect(await gridsOf(village)).toEqual([['002', '第一网格']])
    const late = await administrator.places('renameGrid', { gridCode: first.gridCode, name: '改名网格' })
    expect(expectError(late).code).toBe('grid_not_found')
    const { places } = expectValue(await cloud.nobody.places('getPlaces', { codes: [first.gridCode] }))
    expect(places[0]?.path.at(-1)).toBe('第一网格')
  })

  test('a rename tried again does not undo a later one', async () => {
    const village = await villageIn(4)
    const { gridCode } = expectValue(await add(administrator, village, '第一网格'))
    const rename = (name: string, requestId?: string) =>
      administrator.places('renameGrid', { gridCode, name }, requestId)
    expectValue(await rename('早的名称', 'an-early-rename-request'))
    expectValue(await rename('晚的名称'))
    expectValue(await rename('早的名称', 'an-early-rename-request'))
    expect(await gridsOf(village)).toEqual([['001', '晚的名称']])
  })

  test('a village says whether there is something below it', async () => {
    const village = await villageIn(5)
    const hasChildren = async () =>
      (await childrenOf('310106012')).find(({ code }) => code === village)?.hasChildren
    expect(await hasChildren()).toBe(false)
    const { gridCode } = expectValue(await add(administrator, village, '第一网格'))
    expect(await hasChildren()).toBe(true)
    expectValue(await administrator.places('closeGrid', { gridCode, reason: '合并网格' }))
    expect(await hasChildren()).toBe(false)
  })
})
