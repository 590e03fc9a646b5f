import type { Category } from '@contract/cases/categories'

/** Categories whose name, description or another word contains what is typed; all of them when nothing is. Pure. */
export const categoriesFound = <Found extends Pick<Category, 'name' | 'description' | 'words'>>(
  categories: Found[],
  typed: string,
): Found[] => {
  const word = typed.trim()
  return categories.filter(({ name, description, words }) =>
    [name, description, ...words].some((each) => each.includes(word)),
  )
}
