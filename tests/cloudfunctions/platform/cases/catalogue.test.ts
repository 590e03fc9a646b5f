import * as v from 'valibot'
import { DEFAULT_CATALOGUE } from '../../../../cloudfunctions/platform/cases/defaultCatalogue'
import { categoryEntries } from '../../../../contract/caseRules'
import { CATEGORY_GROUP_KEYS } from '../../../../contract/cases/categories'

const { categories } = DEFAULT_CATALOGUE

const repeated = (values: (string | null)[]) =>
  values.filter((value, index) => value !== null && values.indexOf(value) !== index)

describe('the catalogue that comes with the program', () => {
  test('obeys the rules that staff must obey', () => {
    const schema = v.strictObject(categoryEntries)
    for (const { categoryId, ...words } of categories) {
      expect({ categoryId, issues: v.safeParse(schema, words).issues }).toEqual({
        categoryId,
        issues: undefined,
      })
    }
  })

  test('has something in every group, and each id, name and national code once', () => {
    expect(new Set(categories.map(({ group }) => group))).toEqual(new Set(CATEGORY_GROUP_KEYS))
    expect(repeated(categories.map(({ categoryId }) => categoryId))).toEqual([])
    expect(repeated(categories.map(({ name }) => name))).toEqual([])
    expect(repeated(categories.map(({ nationalCode }) => nationalCode))).toEqual([])
  })

  test('names all of 六无 and 二无一白', () => {
    const namesOf = (wanted: string) =>
      categories.filter(({ group }) => group === wanted).map(({ name }) => name)
    expect(namesOf('sixDont')).toEqual(['乱设摊', '乱堆物', '乱张贴', '乱刻画', '乱涂写', '乱晾晒'])
    expect(namesOf('stairway')).toEqual(expect.arrayContaining(['楼道堆物', '楼道积尘', '楼道墙面']))
  })

  test('shows no door of what lies inside a building', () => {
    for (const { group, isIndoor } of categories) expect(isIndoor).toBe(group === 'stairway')
  })

  test('is found by everyday words', () => {
    const found = (word: string) =>
      categories.filter(({ name, words }) => [name, ...words].some((each) => each.includes(word)))
    for (const word of [
      '垃圾桶',
      '小广告',
      '电瓶车',
      '井盖',
      '违停',
      '厕所',
      '树枝',
      '摆摊',
      '积水',
      '僵尸车',
    ])
      expect({ word, isFound: found(word).length > 0 }).toEqual({ word, isFound: true })
  })
})
