import type { Category } from '@contract/cases/categories'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'

/** The categories that are offered now; none until they are known. */
export const useCategories = (): Category[] => {
  const catalogue = useAnswer('catalogue', () => call('reporting', 'getCatalogue', {}))
  return catalogue.state.status === 'ready'
    ? catalogue.state.value.categories.filter(({ isRetired }) => !isRetired)
    : []
}
