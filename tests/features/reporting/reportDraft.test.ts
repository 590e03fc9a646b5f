import type { Category } from '@contract/cases/categories'
import {
  EMPTY_DRAFT,
  EMPTY_FORM,
  formOf,
  inputOf,
  isEmpty,
  problemsOf,
  type ReportForm,
} from '@/features/reporting/draft/reportDraft'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'

const NOW = Date.parse('2026-11-21T17:00:00+08:00')
const [found] = DEFAULT_CATALOGUE.categories
if (!found) throw new Error('the catalogue is empty')
const category: Category = {
  ...found,
  minPhotos: 1,
  questions: [
    { questionId: 'size', label: '大约多大', kind: 'choice', options: ['一袋', '一车'], isRequired: true },
    { questionId: 'count', label: '几处', kind: 'number', options: [], isRequired: false },
  ],
}
const photo = (key: string, takenAt: number | null = null) => ({ key, kept: key, takenAt, position: null })

const filled: ReportForm = {
  ...EMPTY_FORM,
  categoryId: category.categoryId,
  answers: { size: '一袋', count: '２ ' },
  description: ' 垃圾堆在路边 ',
  address: ' 示例路 1 号 ',
  placeCode: '310106012',
  position: { longitude: 121.47, latitude: 31.23 },
}

it('finds nothing wrong with a filled form', () => {
  expect(problemsOf({ form: filled, photos: [photo('a')] }, category)).toEqual({})
})

it.each<[string, Partial<ReportForm>, string[]]>([
  ['no address', { address: ' ' }, ['address']],
  ['no street', { placeCode: null }, ['place']],
  ['no answer that is needed', { answers: {} }, ['answer size']],
  ['a number that is none', { answers: { size: '一袋', count: '很多' } }, ['answer count']],
  ['a telephone that is none', { contactPhone: '不告诉你' }, ['phone']],
  ['a name without a telephone', { contactName: '王阿姨' }, ['phone']],
  ['a position that was refused', { position: null }, []],
])('tells at its place what is wrong: %s', (_name, part, places) => {
  expect(Object.keys(problemsOf({ form: { ...filled, ...part }, photos: [photo('a')] }, category))).toEqual(
    places,
  )
})

it('asks for photos as the category does, and for words where there are none', () => {
  expect(Object.keys(problemsOf({ form: filled, photos: [] }, category))).toEqual(['photos'])
  const wordless = { ...filled, description: '' }
  expect(problemsOf({ form: wordless, photos: [] }, { ...category, minPhotos: 0 })).toHaveProperty(
    'description',
  )
  expect(problemsOf({ form: wordless, photos: [photo('a')] }, category)).toEqual({})
  expect(problemsOf({ form: wordless, photos: [photo('a')] }, undefined)).toEqual({ category: '请选择类别' })
})

it('sends what was typed, without the blanks around it', () => {
  expect(inputOf({ form: filled, photos: [] }, category, NOW)).toEqual({
    categoryId: category.categoryId,
    description: '垃圾堆在路边',
    answers: [
      { questionId: 'size', value: '一袋' },
      { questionId: 'count', value: 2 },
    ],
    position: filled.position,
    address: '示例路 1 号',
    placeCode: '310106012',
    seenAt: NOW,
    contact: null,
  })
})

it.each([
  ['the earliest photo', [NOW - 2000, NOW - 5000], NOW - 5000],
  ['now, where no photo says it', [null], NOW],
  ['now, where a camera runs ahead', [NOW + 86_400_000], NOW],
])('says when it was seen: %s', (_name, times, seenAt) => {
  const photos = times.map((takenAt, index) => photo(String(index), takenAt))
  expect(inputOf({ form: filled, photos }, category, NOW).seenAt).toBe(seenAt)
})

it('says at which activity it was found, where it was at one', () => {
  const found = { form: { ...filled, activityId: 's-20261121' }, photos: [] }
  const input = inputOf(found, category, NOW)
  expect(input.linkedTo).toEqual({ activityId: 's-20261121' })
  expect(formOf(input).activityId).toBe('s-20261121')
})

it('gives back what was sent as it was typed', () => {
  const contact = { ...filled, contactName: '王阿姨', contactPhone: '021-6200 0000' }
  const input = inputOf({ form: contact, photos: [] }, category, NOW)
  expect(inputOf({ form: formOf(input), photos: [] }, category, NOW)).toEqual(input)
})

it.each([
  ['nothing', EMPTY_DRAFT, true],
  ['only the street of last time', { ...EMPTY_DRAFT, form: { ...EMPTY_FORM, placeCode: '310106012' } }, true],
  ['a word', { ...EMPTY_DRAFT, form: { ...EMPTY_FORM, description: '垃' } }, false],
  ['a photo', { ...EMPTY_DRAFT, photos: [photo('a')] }, false],
])('knows whether a draft with %s is worth keeping', (_name, draft, expected) => {
  expect(isEmpty(draft)).toBe(expected)
})
