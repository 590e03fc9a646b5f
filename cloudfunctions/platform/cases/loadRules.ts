import type { CaseSource } from '../../../contract/cases/cases'
import type { Catalogue, Category } from '../../../contract/cases/categories'
import type { Proposal } from '../../../contract/casework'
import { DEFAULT_CATALOGUE } from './defaultCatalogue'
import type { Step } from './steps'
import type { WorkingCalendar } from './workingTime'

/** The rules as staff keep them, for every function that makes or changes cases. */

export const loadCatalogue = async (): Promise<Catalogue> => DEFAULT_CATALOGUE

export const findCategory = async (
  categoryId: string,
): Promise<{ category: Category; version: number } | null> => {
  const { version, categories } = await loadCatalogue()
  const category = categories.find((each) => each.categoryId === categoryId)
  return category ? { category, version } : null
}

export const loadCalendar = async (): Promise<WorkingCalendar> => ({
  isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  spans: [
    { from: 540, until: 690 },
    { from: 810, until: 1080 },
  ],
})

export interface RouteQuestion {
  category: Category
  placeCode: string
  at: number
  source: CaseSource
}

export interface Route {
  proposal: Proposal
  isAutomatic: boolean
  department: Step['department'] | null
}

/** Where a new report goes. */
export const findRoute = async (_question: RouteQuestion): Promise<Route> => ({
  proposal: { how: 'desk', ruleName: null, duty: null, departmentId: null, departmentName: null },
  isAutomatic: false,
  department: null,
})
