import type { TemplateAct } from '../../contract/caseRules'
import type { Row } from '../platform/database/collection'

/** A text for replies. */
export interface TemplateEntry {
  templateId: string
  act: TemplateAct
  name: string
  text: string
}

/** All texts of one place, in their order; `_id` is its code. One row, so that its version guards how many there are. */
export interface TemplatesRow extends Row {
  version: number
  templates: TemplateEntry[]
  history: { requestId: string; accountId: string; at: number; templateId: string }[]
}
