import type { Category, CategoryQuestion } from '@contract/cases/categories'

/** A category while it is being written. Pure. */

export type CategoryWords = Omit<Category, 'categoryId'>

export const wordsOfCategory = ({ categoryId: _, ...words }: Category): CategoryWords => words

export const newCategory = (group: Category['group']): CategoryWords => ({
  name: '',
  description: '',
  group,
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
})

/** With an id that no other has; answers are kept under it, so it never changes. */
export const newQuestion = (questions: CategoryQuestion[]): CategoryQuestion => {
  const taken = new Set(questions.map(({ questionId }) => questionId))
  const numbers = Array.from({ length: questions.length + 1 }, (_, index) => `question${index + 1}`)
  const questionId = numbers.find((each) => !taken.has(each)) ?? `question${questions.length + 2}`
  return { questionId, label: '', kind: 'choice', options: [], isRequired: false }
}
