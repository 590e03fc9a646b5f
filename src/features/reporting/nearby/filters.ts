import { CATEGORY_GROUP_KEYS, CATEGORY_GROUPS, type CategoryGroup } from '@contract/cases/categories'

/** What a list and a map of problems are narrowed down to. */
export interface Filters {
  group: CategoryGroup | 'all'
  openness: 'all' | 'open' | 'closed'
}

export const EVERYTHING: Filters = { group: 'all', openness: 'all' }

export const groupOptions: { value: Filters['group']; text: string }[] = [
  { value: 'all', text: '全部类别' },
  ...CATEGORY_GROUP_KEYS.map((value) => ({ value, text: CATEGORY_GROUPS[value] })),
]

export const opennessOptions: { value: Filters['openness']; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'open', text: '待处理' },
  { value: 'closed', text: '已办结' },
]

/** As the cloud is asked. */
export const asked = ({ group, openness }: Filters) => ({
  group: group === 'all' ? undefined : group,
  openness: openness === 'all' ? undefined : openness,
})
