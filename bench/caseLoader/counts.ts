import { countAdditions, withAmounts } from '../../cloudfunctions/caseStatistics/amounts'
import type { CountRow } from '../../cloudfunctions/caseStatistics/rows'
import type { MapCellRow } from '../../cloudfunctions/reporting/publicView/rows'
import {
  contentOf,
  contentOfParts,
  type GroupCount,
  parentOf,
} from '../../cloudfunctions/reporting/publicView/rules'
import type { Counted } from './index'

/** What the timers would have counted of so many cases, by their own rules. */
export class Counts {
  private readonly squares = new Map<string, GroupCount[]>()
  private readonly counts = new Map<string, CountRow>()

  add(counted: Counted[], now: number): void {
    for (const { cell, inCell, facts } of counted) {
      if (cell !== null) this.squares.set(cell, [...(this.squares.get(cell) ?? []), inCell])
      for (const { row, amounts } of countAdditions(facts))
        this.counts.set(row._id, withAmounts(this.counts.get(row._id) ?? row, amounts, now))
    }
  }

  caseCounts = (): CountRow[] => [...this.counts.values()]

  mapCells(): MapCellRow[] {
    let level: MapCellRow[] = [...this.squares].map(([_id, counted]) => ({
      _id,
      parent: parentOf(_id),
      version: 1,
      ...contentOf(counted),
    }))
    const all = [...level]
    while (level.some(({ parent }) => parent !== null)) {
      const parts = new Map<string, MapCellRow[]>()
      for (const row of level)
        if (row.parent !== null) parts.set(row.parent, [...(parts.get(row.parent) ?? []), row])
      level = [...parts].map(([_id, rows]) => ({
        _id,
        parent: parentOf(_id),
        version: 1,
        ...contentOfParts(rows),
      }))
      all.push(...level)
    }
    return all
  }
}
