import type { RoutingRule } from '../../contract/caseRules'
import type { Category } from '../../contract/cases/categories'
import { CATEGORIES_MAX, TEMPLATES_MAX } from '../../contract/limits'
import { isWithin } from '../../contract/places/within'
import type { TemplateEntry } from './rows'

/** Decisions about the rules for cases. */

/** Full width and half width, large and small letters, spaces: none of them makes another name. */
const asCompared = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

const CHOICES_MIN = 2

type CategoryProblem = 'category_not_found' | 'category_name_taken' | 'too_many_categories' | 'choices_needed'

export type CategoryWords = Omit<Category, 'categoryId'>

/** The categories with one added or replaced, or what stands in the way. A retired one keeps its name. */
export function withCategory(
  categories: readonly Category[],
  categoryId: string,
  isNew: boolean,
  words: CategoryWords,
): Category[] | CategoryProblem {
  const others = categories.filter((each) => each.categoryId !== categoryId)
  if (!isNew && others.length === categories.length) return 'category_not_found'
  if (isNew && categories.length >= CATEGORIES_MAX) return 'too_many_categories'
  if (others.some(({ name }) => asCompared(name) === asCompared(words.name))) return 'category_name_taken'
  if (words.questions.some(({ kind, options }) => kind === 'choice' && options.length < CHOICES_MIN))
    return 'choices_needed'
  const category = { ...words, categoryId, questions: words.questions.map(withoutIdleOptions) }
  return isNew
    ? [...categories, category]
    : categories.map((each) => (each.categoryId === categoryId ? category : each))
}

/** Only a choice has options. */
const withoutIdleOptions = (question: Category['questions'][number]): Category['questions'][number] =>
  question.kind === 'choice' ? question : { ...question, options: [] }

/** Organisations that rules name. */
export const departmentsIn = (rules: readonly RoutingRule[]): string[] => [
  ...new Set(rules.flatMap(({ to }) => (to.kind === 'department' ? [to.organisationId] : []))),
]

/** Whether every place that the rules name lies at the place whose rules these are, and is one. */
export const placesFit = (
  rules: readonly RoutingRule[],
  placeCode: string,
  isKnown: (code: string) => boolean,
): boolean =>
  rules.every(({ placeCodes }) => placeCodes.every((code) => isWithin(code, placeCode) && isKnown(code)))

/** A department stands for a duty at its own place, below it, and above it: a street's company in each of its villages. */
export const mayHold = (organisationPlace: string, placeCode: string): boolean =>
  isWithin(organisationPlace, placeCode) || isWithin(placeCode, organisationPlace)

/** Days of a year in order, each once. Null: one of them is no day of it. */
export function daysOfYear(days: readonly string[], year: number): string[] | null {
  const isDay = (day: string) => {
    const time = Date.parse(`${day}T00:00:00Z`)
    return day.startsWith(`${year}-`) && new Date(time || 0).toISOString().startsWith(day)
  }
  return days.every(isDay) ? [...new Set(days)].sort() : null
}

/** The texts with one added or replaced. A text that is replaced keeps its place. */
export function withTemplate(
  templates: readonly TemplateEntry[],
  template: TemplateEntry,
  isNew: boolean,
): TemplateEntry[] | 'template_not_found' | 'too_many_templates' {
  const isThere = templates.some(({ templateId }) => templateId === template.templateId)
  if (isNew && !isThere)
    return templates.length >= TEMPLATES_MAX ? 'too_many_templates' : [...templates, template]
  if (!isThere) return 'template_not_found'
  return templates.map((each) => (each.templateId === template.templateId ? template : each))
}

/** Whether this very request has been carried out before. */
export const hasDone = (history: readonly { requestId: string }[], requestId: string): boolean =>
  history.some((entry) => entry.requestId === requestId)
