import { MAP_POINTS } from '../../../contract/limits'
import type { InputOf } from '../../../contract/method'
import type { MapPart, reporting } from '../../../contract/reporting'
import { ok } from '../../../contract/result'
import { cellsOver, countCellsOver } from '../../platform/cases/cells'
import { isLate } from '../../platform/cases/publicCases'
import { positionOf } from '../../platform/cases/rows'
import type { Methods } from '../../platform/serve'
import type { CasePoint } from './rows'
import { keptLevel, levelOf, presentCells, showsSingle, wantedCounts } from './rules'
import * as store from './store'

/** A desk's screen has about 100 squares of 128 pixels; four times as many where a level is summed up from smaller ones. */
const CELLS_AT_ONCE = 512

type Input = InputOf<(typeof reporting)['getMapPart']>

/** The finest squares of which no more than so many lie in the part, whatever zoom was claimed. */
function levelFor(input: Input): number {
  let level = levelOf(input.zoom)
  while (level > 0 && countCellsOver(input, keptLevel(level)) > CELLS_AT_ONCE) level--
  return level
}

/** Whole squares are answered, also where they reach beyond what was asked for. Two questions to the database. */
export const getMapPart: Methods<typeof reporting>['getMapPart'] = async ({ input, now }) => {
  const level = levelFor(input)
  const cells = cellsOver(input, keptLevel(level))
  if (cells.length === 0) return ok({ points: [], cells: [] })
  const rows = await store.listMapCells(cells)
  const cases = rows.reduce((sum, row) => sum + wantedCounts(row, input).all, 0)
  if (!showsSingle(input.zoom, level, cases, MAP_POINTS))
    return ok({ points: [], cells: presentCells(rows, level, input) })
  const points = await store.listInCells(cells, input)
  return ok({ points: points.flatMap((row) => presentPoint(row, now)), cells: [] })
}

function presentPoint(row: CasePoint, now: number): MapPart['points'] {
  const position = positionOf(row.publicLocation)
  return position
    ? [
        {
          caseId: row._id,
          categoryId: row.categoryId,
          position,
          isOpen: row.isOpen,
          isOverdue: isLate(row, now),
        },
      ]
    : []
}
