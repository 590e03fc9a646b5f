import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { districtsOf, placeName } from '@contract/places/names'
import streets from '@contract/places/streets.json'

const streetsOf: Record<string, string[][]> = streets

describe('places', () => {
  test('Shanghai has its 16 districts, in the order of their codes', () => {
    const districts = districtsOf('310000')
    expect(districts).toHaveLength(16)
    expect(districts.map(({ code }) => code)).toEqual(districts.map(({ code }) => code).sort())
    expect(districts).toContainEqual({ code: '310101', name: '黄浦区' })
    expect(districts).toContainEqual({ code: '310115', name: '浦东新区' })
    expect(districts).toContainEqual({ code: '310151', name: '崇明区' })
  })

  test('Wanzhou is served, the rest of Chongqing is not', () => {
    expect(districtsOf('500000')).toEqual([{ code: '500101', name: '万州区' }])
    expect(placeName('500101')).toBe('万州区')
  })

  test.each(['31', '3100', '3101', '310000', '310100'])('a city is known by its code %s', (code) => {
    expect(placeName(code)).toBe('上海市')
    expect(districtsOf(code)).toHaveLength(16)
  })

  test('a code outside the table answers itself and has no districts', () => {
    for (const code of ['110101', '999999', '', '310', '31010', '310101002', '__proto__', 'constructor']) {
      expect(placeName(code)).toBe(code)
      expect(districtsOf(code)).toEqual([])
    }
  })

  test('every district has its streets and towns, with codes that begin with its own', () => {
    const districts = [...districtsOf('310000'), ...districtsOf('500000')]
    expect(Object.keys(streets).sort()).toEqual(districts.map(({ code }) => code).sort())
    for (const { code } of districts) {
      const entries = streetsOf[code] ?? []
      expect(entries.length).toBeGreaterThan(0)
      for (const [street, name] of entries) {
        expect(street).toMatch(new RegExp(`^${code}\\d{3}$`))
        expect(name).toMatch(/[\u4e00-\u9fff]{2}/)
      }
    }
    expect(streetsOf['310101']).toContainEqual(['310101002', '南京东路街道'])
    expect(streetsOf['310115']?.length).toBeGreaterThan(36)
    expect(streetsOf['500101']).toContainEqual(['500101001', '高笋塘街道'])
  })

  test('what the client carries stays small', () => {
    expect(readFileSync(join(__dirname, '../../contract/places/districts.ts')).length).toBeLessThan(2000)
  })
})
