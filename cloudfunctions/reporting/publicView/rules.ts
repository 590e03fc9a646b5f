import type { Position } from '../../../contract/cases/cases'
import { CATEGORY_GROUP_KEYS, type CategoryGroup } from '../../../contract/cases/categories'
import type { MapPart } from '../../../contract/reporting'
import { CELL_LEVEL } from '../../platform/cases/cells'
import type { CaseMove, Counts, MapCellRow, MapProgressRow } from './rows'

/** Decisions about what the map shows and how its squares are counted. Pure. */

/** Every second level is kept: the one between is summed up from four squares when it is asked for. */
const KEPT_STEP = 2
const KEPT_LARGEST = 4
/** From here on single cases are shown: a phone then shows about 1.6 km. */
const SINGLE_ZOOM = 15
/** Nothing finer would follow, so cases are shown however many they are. */
const ALWAYS_SINGLE_ZOOM = 18

export interface Filter {
  group?: CategoryGroup | undefined
  openness?: 'open' | 'closed' | undefined
}

/** The level whose squares are 128 pixels wide: room for a bubble that a finger can press. */
export const levelOf = (zoom: number): number => Math.min(CELL_LEVEL, zoom + 1)

export const keptLevel = (level: number): number => level + (level % KEPT_STEP)

export const parentOf = (cell: string): string | null =>
  cell.length > KEPT_LARGEST ? cell.slice(0, -KEPT_STEP) : null

export function showsSingle(zoom: number, level: number, cases: number, most: number): boolean {
  if (zoom < SINGLE_ZOOM || level < CELL_LEVEL) return false
  return zoom >= ALWAYS_SINGLE_ZOOM || cases <= most
}

const none: Counts = { open: 0, all: 0 }

/** What of a square's counts is asked for. */
export function wantedCounts(row: Pick<MapCellRow, 'open' | 'all' | 'groups'>, filter: Filter): Counts {
  const { open, all } = filter.group ? (row.groups[filter.group] ?? none) : row
  if (filter.openness === 'open') return { open, all: open }
  if (filter.openness === 'closed') return { open: 0, all: all - open }
  return { open, all }
}

/** Squares of a level, from those of the kept level below it. A square without cases is left out. */
export function presentCells(rows: readonly MapCellRow[], level: number, filter: Filter): MapPart['cells'] {
  const merged = new Map<string, MapCellRow[]>()
  for (const row of rows) {
    const name = row._id.slice(0, level)
    merged.set(name, [...(merged.get(name) ?? []), row])
  }
  return [...merged.values()].flatMap((parts) => {
    const { open, all } = sumUp(parts.map((part) => wantedCounts(part, filter)))
    return all === 0 ? [] : [{ position: middle(parts), open, all }]
  })
}

const sumUp = (counts: readonly Counts[]): Counts =>
  counts.reduce((sum, { open, all }) => ({ open: sum.open + open, all: sum.all + all }), none)

type Weighed = Position & { all: number }

/** Weighed by how many there are. */
function middle(parts: readonly Weighed[]): Position {
  const all = parts.reduce((sum, part) => sum + part.all, 0)
  const mean = (value: (part: Weighed) => number): number =>
    all === 0 ? 0 : parts.reduce((sum, part) => sum + value(part) * part.all, 0) / all
  return { longitude: mean(({ longitude }) => longitude), latitude: mean(({ latitude }) => latitude) }
}

/** Cases of a square by group and by whether they are open, as the database counts them. */
export interface GroupCount {
  group: CategoryGroup
  isOpen: boolean
  count: number
  longitude: number
  latitude: number
}

export type CellContent = Omit<MapCellRow, '_id' | 'parent' | 'version'>

/** A smallest square, from its cases. */
export function contentOf(counted: readonly GroupCount[]): CellContent {
  const groups: MapCellRow['groups'] = {}
  for (const { group, isOpen, count } of counted) {
    const before = groups[group] ?? none
    groups[group] = { open: before.open + (isOpen ? count : 0), all: before.all + count }
  }
  const parts = counted.map(({ count, longitude, latitude }) => ({ longitude, latitude, all: count }))
  return { ...sumUp(Object.values(groups)), groups: inOrder(groups), ...middle(parts) }
}

/** A larger square, from those in it. */
export function contentOfParts(parts: readonly MapCellRow[]): CellContent {
  const groups: MapCellRow['groups'] = {}
  for (const group of CATEGORY_GROUP_KEYS) {
    const counts = sumUp(parts.map((part) => part.groups[group] ?? none))
    if (counts.all > 0) groups[group] = counts
  }
  return { ...sumUp(parts), groups, ...middle(parts) }
}

/** Always the same for the same counts, so that what has not changed is not written. */
const inOrder = (groups: MapCellRow['groups']): MapCellRow['groups'] =>
  Object.fromEntries(CATEGORY_GROUP_KEYS.flatMap((group) => (groups[group] ? [[group, groups[group]]] : [])))

export const isSame = (row: MapCellRow, content: CellContent): boolean =>
  row.all === content.all &&
  row.open === content.open &&
  row.longitude === content.longitude &&
  row.latitude === content.latitude &&
  CATEGORY_GROUP_KEYS.every(
    (group) =>
      row.groups[group]?.all === content.groups[group]?.all &&
      row.groups[group]?.open === content.groups[group]?.open,
  )

/**
 * A change is written with the time at which its call began, and can be seen a little later: no call takes longer
 * than this. So the last minutes are looked at again, and what has been counted is passed over.
 */
const LATE = 120_000

const timeText = (time: number): string => String(time).padStart(13, '0')

/** After which `changeOrder` to go on. */
export function goOnAfter(progress: MapProgressRow | null): string {
  if (!progress) return ''
  const again = timeText(progress.readAt - LATE)
  return again < progress.order ? again : progress.order
}

const nameOf = ({ changeOrder, version }: CaseMove): string => `${changeOrder}/${version}`

export const uncounted = (moves: readonly CaseMove[], progress: MapProgressRow | null): CaseMove[] => {
  const counted = new Set(progress?.counted)
  return moves.filter((move) => !counted.has(nameOf(move)))
}

/** Squares whose counts a change may have made wrong. */
export const cellsOfMoves = (moves: readonly CaseMove[]): string[] => [
  ...new Set(
    moves.flatMap(({ cell, formerCells }) => (cell === null ? formerCells : [cell, ...formerCells])),
  ),
]

export function progressAfter(
  _id: string,
  before: MapProgressRow | null,
  moves: readonly CaseMove[],
  readAt: number,
): MapProgressRow {
  const since = timeText(readAt - LATE)
  const counted = [...(before?.counted ?? []), ...moves.map(nameOf)].filter((name) => name >= since)
  return {
    _id,
    order: moves.at(-1)?.changeOrder ?? before?.order ?? '',
    readAt,
    counted: [...new Set(counted)],
  }
}

const EARTH_RADIUS = 6_378_100

/** Metres, by great circle: whole ones, since a phone knows its place no better. */
export function distanceBetween(one: Position, other: Position): number {
  const radians = Math.PI / 180
  const latitude = ((other.latitude - one.latitude) * radians) / 2
  const longitude = ((other.longitude - one.longitude) * radians) / 2
  const chord =
    Math.sin(latitude) ** 2 +
    Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians) * Math.sin(longitude) ** 2
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord))))
}
