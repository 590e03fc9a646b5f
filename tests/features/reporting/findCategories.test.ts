import type { Category } from '@contract/cases/categories'
import { findCategories, groupsOf } from '@/features/reporting/findCategories'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'

const [example] = DEFAULT_CATALOGUE.categories
if (!example) throw new Error('the catalogue is empty')
const aCategory = (name: string, part: Partial<Category> = {}): Category => ({
  ...example,
  categoryId: name,
  name,
  description: '',
  words: [],
  group: 'other',
  ...part,
})

const rubbish = aCategory('暴露垃圾', { group: 'sanitation', words: ['垃圾', '脏'] })
const lamp = aCategory('路灯不亮', { group: 'road', words: ['灯'] })
const heap = aCategory('楼道堆物', { group: 'stairway', description: '堆放垃圾和杂物' })
const gone = aCategory('垃圾老类别', { isRetired: true })
const all = [heap, lamp, rubbish, gone]
const names = (categories: Category[]) => categories.map(({ name }) => name)

it.each([
  ['垃圾', ['暴露垃圾', '楼道堆物']],
  ['灯', ['路灯不亮']],
  ['环境卫生', ['暴露垃圾']],
  ['小区门口的垃圾没人管', ['暴露垃圾']],
  ['飞碟', []],
  [' ', []],
])('finds by names, words, groups and explanations, the likeliest first: %s', (typed, expected) => {
  expect(names(findCategories(all, typed))).toEqual(expected)
})

it('shows only groups with something to choose, in their order', () => {
  expect(groupsOf(all).map(({ group, categories }) => [group, names(categories)])).toEqual([
    ['stairway', ['楼道堆物']],
    ['sanitation', ['暴露垃圾']],
    ['road', ['路灯不亮']],
  ])
})
