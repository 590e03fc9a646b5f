import {
  CATEGORY_GROUP_KEYS,
  CATEGORY_GROUPS,
  type Category,
  type CategoryGroup,
} from '@contract/cases/categories'

/** Looking for a category, by the words people use. Pure. */

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** The better, the smaller; null: not found. A name says more than other words, and those more than the explanation. */
const rankOf = ({ name, words, description, group }: Category, sought: string): number | null => {
  const places = [name, words.join('\n'), CATEGORY_GROUPS[group], description].map(plain)
  const rank = places.findIndex((place) => place.includes(sought))
  return rank === -1 ? null : rank
}

/** Categories that have the words, the likeliest first. A word that contains a category's name finds it too. */
export const findCategories = (categories: Category[], typed: string): Category[] => {
  const sought = plain(typed)
  if (sought === '') return []
  return categories
    .filter(({ isRetired }) => !isRetired)
    .map((category) => ({
      category,
      rank: rankOf(category, sought) ?? (isNamedIn(category, sought) ? 1 : null),
    }))
    .filter((found): found is { category: Category; rank: number } => found.rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .map(({ category }) => category)
}

/** 小区门口的垃圾没人管 names 垃圾. */
const isNamedIn = ({ name, words }: Category, sought: string): boolean =>
  [name, ...words].some((word) => word.length > 1 && sought.includes(plain(word)))

/** Groups that have something to choose, in their order. */
export const groupsOf = (categories: Category[]): { group: CategoryGroup; categories: Category[] }[] =>
  CATEGORY_GROUP_KEYS.map((group) => ({
    group,
    categories: categories.filter((category) => category.group === group && !category.isRetired),
  })).filter((each) => each.categories.length > 0)
