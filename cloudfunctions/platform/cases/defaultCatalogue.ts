import type { Catalogue, Category } from '../../../contract/cases/categories'

const common = {
  words: [],
  acceptHours: 2,
  counting: 'working',
  minPhotos: 1,
  minAfterPhotos: 1,
  isIndoor: false,
  duplicateRadius: 100,
  questions: [],
  isRetired: false,
} as const satisfies Partial<Category>

/** What a deployment begins with. */
export const DEFAULT_CATALOGUE: Catalogue = {
  version: 0,
  categories: [
    {
      ...common,
      words: ['垃圾'],
      categoryId: 'exposedRubbish',
      name: '暴露垃圾',
      description: '成堆的垃圾没有清走',
      group: 'sanitation',
      nationalCode: '0102',
      basis: 'GB/T 30428.2',
      handleHours: 4,
      defaultDuty: 'sanitation',
    },
    {
      ...common,
      words: ['楼梯'],
      categoryId: 'stairwayHeap',
      name: '楼道堆物',
      description: '楼道公用部位堆放物品',
      group: 'stairway',
      nationalCode: null,
      basis: '松九府〔2023〕46号 附件2',
      handleHours: 24,
      defaultDuty: 'property',
      isIndoor: true,
    },
  ],
}
