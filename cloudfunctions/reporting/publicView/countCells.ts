import { now } from '../../platform/clock'
import type { MapCellRow, MapProgressRow } from './rows'
import {
  type CellContent,
  cellsOfMoves,
  contentOf,
  contentOfParts,
  goOnAfter,
  isSame,
  parentOf,
  progressAfter,
  uncounted,
} from './rules'
import * as store from './store'

/**
 * Counts the squares of the map anew where cases have changed; nothing else is looked at. A square is counted from its
 * cases, a larger one from the squares in it, each under its version: whoever counted earlier counts again. How far it
 * has come is kept after the squares, so a crash makes it count some of them twice, and two at once count the same.
 */

const CHANGES_AT_ONCE = 200
const CELLS_AT_ONCE = 8
/** The timer comes again in a minute; other work of the function waits until then. */
const LONGEST = 10_000
const ATTEMPTS = 10

export async function countMapCells(startedAt: number): Promise<number> {
  let progress = await store.findProgress()
  let after = goOnAfter(progress)
  for (let counted = 0; ; ) {
    const readAt = now()
    const moves = await store.listMoves(after, CHANGES_AT_ONCE)
    const fresh = uncounted(moves, progress)
    await countCells(cellsOfMoves(fresh))
    counted += fresh.length
    if (fresh.length > 0) progress = await goneOn(progress, moves, readAt)
    const last = moves.at(-1)
    if (!last || moves.length < CHANGES_AT_ONCE || now() - startedAt > LONGEST) return counted
    after = last.changeOrder
  }
}

async function goneOn(
  before: MapProgressRow | null,
  moves: Awaited<ReturnType<typeof store.listMoves>>,
  readAt: number,
): Promise<MapProgressRow> {
  const progress = progressAfter(store.PROGRESS, before, moves, readAt)
  await store.keepProgress(progress)
  return progress
}

/** From the smallest squares to the largest, so that each is summed up from what has been counted. */
async function countCells(changed: string[]): Promise<void> {
  const countOne = async (cell: string) => contentOf(await store.countCell(cell))
  const sumOne = async (cell: string) => contentOfParts(await store.listParts(cell))
  await inTurn(changed, (cell) => recount(cell, countOne))
  for (let cells = parentsOf(changed); cells.length > 0; cells = parentsOf(cells))
    await inTurn(cells, (cell) => recount(cell, sumOne))
}

const parentsOf = (cells: string[]): string[] => [...new Set(cells.flatMap((cell) => parentOf(cell) ?? []))]

async function inTurn(cells: string[], work: (cell: string) => Promise<void>): Promise<void> {
  for (let start = 0; start < cells.length; start += CELLS_AT_ONCE)
    await Promise.all(cells.slice(start, start + CELLS_AT_ONCE).map(work))
}

/** The row is read before it is counted: if it has a new version afterwards, what was counted may be old. */
async function recount(cell: string, countOne: (cell: string) => Promise<CellContent>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await store.findMapCell(cell)
    const content = await countOne(cell)
    if (
      await keep(before, {
        _id: cell,
        parent: parentOf(cell),
        version: (before?.version ?? 0) + 1,
        ...content,
      })
    )
      return
  }
  throw new Error(`the square ${cell} of the map is being counted by too many at once`)
}

async function keep(before: MapCellRow | null, row: MapCellRow): Promise<boolean> {
  if (!before) return store.addMapCell(row)
  return isSame(before, row) || store.replaceMapCell(row, before.version)
}
