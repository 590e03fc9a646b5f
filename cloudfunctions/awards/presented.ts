import type { AwardUnit, WinnersView } from '../../contract/awards'
import type { FoundCheck } from './conditions'
import type { AwardUnitRow, WinnersRow } from './rows'
import { unitState } from './rules'

/** What leaves the cloud, chosen field by field. */

export const presentWinners = (row: WinnersRow): WinnersView => ({
  version: row.version,
  status: row.status,
  scoredBy: row.scoredBy,
  entries: row.entries.map(({ rank, candidateId, name, districtCode, score }) => ({
    rank,
    candidateId,
    name,
    districtCode,
    score,
  })),
  confirmedBy: row.confirmations.map(({ name }) => name),
  publishedAt: row.publishedAt,
})

export const presentUnit = (
  row: AwardUnitRow,
  checks: FoundCheck[],
  links: Map<string, string>,
): AwardUnit => ({
  unitId: row._id,
  name: row.name,
  placeCode: row.placeCode,
  checks: checks.map(({ condition, state, source, note, evidence, checkedAt, isFixed }) => ({
    condition,
    state,
    source,
    note,
    evidence: evidence.flatMap(({ file, name }) => {
      const url = links.get(file)
      return url ? [{ url, name }] : []
    }),
    checkedAt,
    isFixed,
  })),
  state: unitState(checks, row.isAwarded),
  version: row.version,
})
