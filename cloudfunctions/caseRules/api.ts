import type { caseRules } from '../../contract/caseRules'
import type { Methods } from '../platform/serve'
import { getCalendar, saveCalendar } from './calendar'
import { getCategories, saveCategory } from './categories'
import { assignDuty, listDuties } from './duties'
import { getRouting, previewRouting, saveRouting } from './routing'
import { listTemplates, placeOfTemplates, removeTemplate, saveTemplate } from './templates'

/** The methods of the rules for cases, as the contract declares them. */
export const methods: Methods<typeof caseRules> = {
  getCategories,
  saveCategory,

  getRouting,
  saveRouting,
  previewRouting,

  listDuties,
  assignDuty,

  getCalendar,
  saveCalendar,

  listTemplates: { placeOf: placeOfTemplates, run: listTemplates },
  saveTemplate,
  removeTemplate,
}
