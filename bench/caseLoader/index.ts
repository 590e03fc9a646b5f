import type { CaseFactsRow } from '../../cloudfunctions/caseStatistics/rows'
import { factsOf } from '../../cloudfunctions/caseStatistics/rules'
import { loadCalendar } from '../../cloudfunctions/platform/cases/loadRules'
import { database } from '../../cloudfunctions/platform/database/connection'
import type { GroupCount } from '../../cloudfunctions/reporting/publicView/rules'
import { madeCase } from './made'

/**
 * A function of the bench alone. It puts rows into the store through the real SDK, many in one insert, which the product
 * never does.
 */
export type CaseLoadEvent =
  | { act: 'cases'; now: number; departmentId: string; from: number; to: number }
  | { act: 'rows'; collection: string; rows: object[] }

/** What the product's timers would count of a case. */
export interface Counted {
  cell: string | null
  inCell: GroupCount
  facts: CaseFactsRow
}

const ROWS_PER_INSERT = 100

export async function main(event: CaseLoadEvent): Promise<{ counted: Counted[] }> {
  if (event.act === 'rows') {
    await load(event.collection, event.rows)
    return { counted: [] }
  }
  const calendar = await loadCalendar()
  const { now, departmentId, from, to } = event
  const rows = Array.from({ length: to - from }, (_, offset) =>
    madeCase(from + offset, { now, departmentId, calendar }),
  )
  await load('cases', rows)
  const counted = rows.map((row) => {
    const [longitude, latitude] = row.publicLocation?.coordinates ?? [0, 0]
    const inCell = { group: row.group, isOpen: row.isOpen, count: 1, longitude, latitude }
    return { cell: row.cell, inCell, facts: factsOf(row, calendar) }
  })
  return { counted }
}

async function load(collection: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    await database.collection(collection).add({ data: rows.slice(start, start + ROWS_PER_INSERT) as object })
}
