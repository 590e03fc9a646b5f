import { expectError, expectValue, JINGAN } from '../../support/builders'
import { aReport, IN_SHIMEN, passTheCheck, RUBBISH, SHIMEN, STAIRWAY } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** What helps to write a report: categories, places, and what has been reported already. */

/** A thousandth of a degree of latitude is about 111 metres. */
const north = (metres: number) => ({ ...IN_SHIMEN, latitude: IN_SHIMEN.latitude + metres / 111_320 })
const NANXI = '310106012'
const answers = [{ questionId: 'blocksWay', value: '堵住了' }]

let cloud: Cloud
let citizen: Person
let near: string
let nearest: string
let indoor: string

beforeAll(async () => {
  cloud = await startCloud()
  citizen = await cloud.person()
  near = (await aReport(cloud, citizen, { position: north(60) })).caseId
  nearest = (await aReport(cloud, citizen, { position: north(20) })).caseId
  await aReport(cloud, citizen, { position: north(300), placeCode: NANXI })
  await aReport(cloud, citizen, { position: north(10), categoryId: 'dirtyGreen' })
  await aReport(cloud, citizen, { position: null })
  const withdrawn = await aReport(cloud, citizen, { position: IN_SHIMEN })
  expectValue(await citizen.reporting('withdrawCase', { caseId: withdrawn.caseId }))
  indoor = (await aReport(cloud, citizen, { categoryId: STAIRWAY, answers })).caseId
  await passTheCheck(cloud)
})
afterAll(() => cloud?.stop())

const similar = async (categoryId: string, position = IN_SHIMEN) =>
  expectValue(await citizen.reporting('findSimilar', { categoryId, position })).cases
const suggested = async (address: string, position: typeof IN_SHIMEN | null = null) =>
  expectValue(await citizen.reporting('suggestPlaces', { position, address })).places

test('the catalogue has the categories that are offered, for anyone', async () => {
  const { categories } = expectValue(await cloud.nobody.reporting('getCatalogue', {}))
  expect(categories.map(({ categoryId }) => categoryId)).toEqual(expect.arrayContaining([RUBBISH, STAIRWAY]))
  expect(categories.every(({ isRetired }) => !isRetired)).toBe(true)
})

describe('what may be the same', () => {
  test('is open, of the category and near, the nearest first', async () => {
    const found = await similar(RUBBISH)
    expect(found.map(({ caseId }) => caseId)).toEqual([nearest, near])
    expect(found.map(({ distance }) => distance)).toEqual([20, 60])
    expect(found[0]?.coverUrl).toMatch(/^http/)
  })

  test('is looked for inside buildings in the square that everyone sees, wherever in it one stands', async () => {
    const found = await similar(STAIRWAY, north(40))
    expect(found).toMatchObject([{ caseId: indoor, isApproximate: true, address: '', distance: null }])
    expect(found[0]?.position).not.toEqual(IN_SHIMEN)
    expect(await similar(STAIRWAY, north(2000))).toEqual([])
  })

  test('is nothing in a category that there is not', async () => {
    const asked = { categoryId: 'nonsense', position: IN_SHIMEN }
    expect(expectError(await citizen.reporting('findSimilar', asked)).code).toBe('category_not_found')
  })
})

describe('likely places', () => {
  test('are the streets in which the cases around lie, the most frequent first', async () => {
    const places = await suggested('', IN_SHIMEN)
    expect(places).toEqual([
      { code: SHIMEN, path: ['静安区', '石门二路街道'] },
      { code: NANXI, path: ['静安区', expect.any(String)] },
    ])
  })

  test('are those that an address names, with the district that it names', async () => {
    expect((await suggested('静安区石门二路 100 号'))[0]).toEqual({
      code: SHIMEN,
      path: ['静安区', '石门二路街道'],
    })
    expect(await suggested('静安区某处')).toEqual([{ code: JINGAN, path: ['静安区'] }])
    expect(await suggested('什么都没有')).toEqual([])
  })

  test('are five at most', async () => {
    expect((await suggested('黄浦区徐汇区长宁区静安区普陀区虹口区', IN_SHIMEN)).length).toBe(5)
  })
})
