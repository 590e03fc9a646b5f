import type { Category } from '../../../../contract/cases/categories'

/** Where a category of the default catalogue comes from, as it stands beside it on screen. */
export const BASIS = {
  sixDont: '松九府〔2023〕46号附件2“六无”；时限为建议值，由本市调整',
  stairway: '松九府〔2023〕46号附件2“二无一白”；时限为建议值，由本市调整',
  nationalWithTime: 'GB/T 30428.2-2013；时限参照公开的数字城管立案结案标准，由本市调整',
  time: '时限参照公开的数字城管立案结案标准，由本市调整',
  national: 'GB/T 30428.2-2013；时限为建议值，由本市调整',
  duty: '松九府〔2023〕46号附件2职责分工；时限为建议值，由本市调整',
  suggested: '建议设置，由本市调整',
} as const

export type DefaultCategory = Pick<
  Category,
  'categoryId' | 'name' | 'description' | 'words' | 'basis' | 'handleHours' | 'defaultDuty'
> &
  Partial<Category>

const COMMON = {
  nationalCode: null,
  acceptHours: 2,
  counting: 'working',
  minPhotos: 1,
  minAfterPhotos: 1,
  isIndoor: false,
  duplicateRadius: 100,
  questions: [],
  isRetired: false,
} as const satisfies Partial<Category>

/** What waits for nobody's office hours: a hole in the road, a missing cover. Accepted within an hour, day and night. */
export const URGENT = { acceptHours: 1, counting: 'continuous' } as const satisfies Partial<Category>

/** Categories of one group, with what most of them have in common. */
export const categoriesOf = (group: Category['group'], categories: DefaultCategory[]): Category[] =>
  categories.map((category) => ({ ...COMMON, questions: [], group, ...category }))

export const choice = (
  questionId: string,
  label: string,
  options: string[],
  isRequired = true,
): Category['questions'][number] => ({ questionId, label, kind: 'choice', options, isRequired })

export const shortText = (questionId: string, label: string): Category['questions'][number] => ({
  questionId,
  label,
  kind: 'text',
  options: [],
  isRequired: false,
})
