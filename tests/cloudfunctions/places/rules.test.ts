import { initialsOf } from '../../../cloudfunctions/places/initials'
import { mayChangeKind, nameKey, nextGridCode, organisationOrder } from '../../../cloudfunctions/places/rules'
import { findAmong } from '../../../cloudfunctions/places/search'
import {
  childrenInTable,
  findInTable,
  pathInTable,
  wholeTable,
} from '../../../cloudfunctions/platform/nationalTable'

const VILLAGE = '310101002008'

describe('the table', () => {
  test('goes from the city down to the village', () => {
    const village = findInTable(VILLAGE)
    expect(village && pathInTable(village)).toEqual(['上海市', '黄浦区', '南京东路街道', '厦门路居委会'])
  })

  test('holds Wanzhou with its streets and villages', () => {
    const wanzhou = findInTable('500101')
    const streets = wanzhou ? childrenInTable(wanzhou) : []
    expect(streets.length).toBeGreaterThan(50)
    expect(streets.every((street) => childrenInTable(street).length > 0)).toBe(true)
  })

  test('every place but a city lies in one whose code its own begins with', () => {
    for (const { code, level, parentCode } of wholeTable()) {
      if (level === 'city') expect(parentCode).toBeNull()
      else expect(code.startsWith((parentCode ?? 'none').replace(/0000$/, ''))).toBe(true)
    }
  })
})

describe('finding', () => {
  const found = (words: string) => findAmong(wholeTable(), words, 20).map(pathInTable)

  test.each([
    ['静安区', ['上海市', '静安区']],
    ['南京西路', ['上海市', '静安区', '南京西路街道']],
    ['高笋塘', ['重庆市', '万州区', '高笋塘街道']],
    ['jaq', ['上海市', '静安区']],
    ['CJD', ['上海市', '静安区', '曹家渡街道']],
    ['黄浦 厦门路', ['上海市', '黄浦区', '南京东路街道', '厦门路居委会']],
    ['hpq xml', ['上海市', '黄浦区', '南京东路街道', '厦门路居委会']],
  ])('“%s” finds what is meant first', (words, path) => {
    expect(found(words)[0]).toEqual(path)
  })

  test('large places come before small ones, and a name that begins so before one that only holds it', () => {
    const levels = findAmong(wholeTable(), '静安', 20).map(({ level }) => level)
    expect(levels[0]).toBe('district')
    expect([...levels].sort()).toEqual(levels)
    expect(found('桥街道').every((path) => path.at(-1)?.includes('桥街道'))).toBe(true)
  })

  test('a word for a place above does not find that place’s neighbours', () => {
    expect(found('徐汇 厦门路')).toEqual([])
    expect(found('   ')).toEqual([])
    expect(found('.*')).toEqual([])
  })

  test.each([
    ['长宁区', 'cnq'],
    ['莘庄镇', 'xzz'],
    ['闵行区', 'mhq'],
    ['浦东新区', 'pdxq'],
  ])('%s is read %s', (name, letters) => {
    expect(initialsOf(name)).toBe(letters)
  })
})

describe('numbers and names', () => {
  test.each([
    [null, `${VILLAGE}001`],
    [`${VILLAGE}001`, `${VILLAGE}002`],
    [`${VILLAGE}998`, `${VILLAGE}999`],
    [`${VILLAGE}999`, null],
  ])('after %s comes %s', (last, next) => {
    expect(nextGridCode(VILLAGE, last)).toBe(next)
  })

  test('spaces, width and letter size make no other name, a place does', () => {
    expect(nameKey('310106', ' 示例 ＡＢＣ公司')).toBe(nameKey('310106', '示例abc公司'))
    expect(nameKey('310106', '示例公司')).not.toBe(nameKey('310115', '示例公司'))
  })

  test('organisations stand in the order of their places, whatever their level, and then of time', () => {
    const order = [
      organisationOrder('310106', 5, 'A'),
      organisationOrder('310106', 40, 'A'),
      organisationOrder('310106011', 1, 'A'),
      organisationOrder('310106011001', 1, 'A'),
      organisationOrder('310115', 1, 'A'),
    ]
    expect([...order].sort()).toEqual(order)
    expect(Math.max(...order.map(({ length }) => length)) + 25).toBeLessThanOrEqual(64)
  })

  test('a leader revises without changing the kind', () => {
    expect(mayChangeKind(['organisationLeader'], 'company', 'company')).toBe(true)
    expect(mayChangeKind(['organisationLeader'], 'company', 'bureau')).toBe(false)
    expect(mayChangeKind(['organisationLeader', 'administrator'], 'company', 'bureau')).toBe(true)
  })
})
