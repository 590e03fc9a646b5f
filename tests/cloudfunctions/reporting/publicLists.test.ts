import { rmSync } from 'node:fs'
import { addCase, closeCase, functionsWithCases } from '../../support/caseLoader'
import { type Cloud, startCloud } from '../../support/cloud'

let functions: string
let cloud: Cloud
const HOUR = 3_600_000
const start = Date.now() - 100 * HOUR

beforeAll(async () => {
  functions = await functionsWithCases()
  cloud = await startCloud({ functions })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functions, { recursive: true })
})

const list = async (placeCode: string, wishes: object = {}) => {
  const answer = await cloud.nobody.reporting('listCases', { placeCode, ...wishes })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const idsOf = async (placeCode: string, wishes: object = {}) =>
  (await list(placeCode, wishes)).cases.map(({ caseId }) => caseId)

describe('the public list', () => {
  test('holds what lies at a place and below, newest first', async () => {
    const village = await addCase(cloud, { placeCode: '310106011001', reportedAt: start })
    const street = await addCase(cloud, { placeCode: '310106011', reportedAt: start + HOUR })
    const other = await addCase(cloud, { placeCode: '310106012', reportedAt: start + 2 * HOUR })
    const far = await addCase(cloud, { placeCode: '310117', reportedAt: start + 3 * HOUR, position: null })
    expect(await idsOf('310000')).toEqual([far, other, street, village])
    expect(await idsOf('310106')).toEqual([other, street, village])
    expect(await idsOf('310106011')).toEqual([street, village])
    expect(await idsOf('310106011001')).toEqual([village])
    expect(await idsOf('310101')).toEqual([])
  })

  test('can be narrowed down by group and by whether it is open', async () => {
    const grass = await addCase(cloud, { placeCode: '310112', categoryId: 'dirtyGreen' })
    const road = await addCase(cloud, { placeCode: '310112', categoryId: 'brokenRoad' })
    await closeCase(cloud, road)
    expect(await idsOf('310112', { group: 'greening' })).toEqual([grass])
    expect(await idsOf('310112', { openness: 'closed' })).toEqual([road])
    expect(await idsOf('310112', { openness: 'open', group: 'road' })).toEqual([])
    const [closed] = (await list('310112', { openness: 'closed' })).cases
    expect(closed).toMatchObject({ state: 'closed', isOverdue: false, distance: null })
    expect(closed?.closedAt).toBeGreaterThan(start)
  })

  test('goes on where a page ended, also when newer ones have come meanwhile', async () => {
    const added: string[] = []
    for (let index = 0; index < 23; index++)
      added.unshift(await addCase(cloud, { placeCode: '310115', reportedAt: start + index * 1000 }))
    const first = await list('310115')
    expect(first.cases.map(({ caseId }) => caseId)).toEqual(added.slice(0, 20))
    await addCase(cloud, { placeCode: '310115', reportedAt: start + HOUR })
    const second = await list('310115', { after: first.next ?? '' })
    expect(second.cases.map(({ caseId }) => caseId)).toEqual(added.slice(20))
    expect(second.next).toBeNull()
  })

  test('refuses what is no place, group or state', async () => {
    for (const wrong of [
      { placeCode: 'Shanghai' },
      { placeCode: '310000', group: 'all' },
      { placeCode: '310000', openness: 'late' },
    ])
      expect(await cloud.nobody.reporting('listCases', wrong as never)).toMatchObject({
        ok: false,
        error: { code: 'invalid_input' },
      })
  })
})
