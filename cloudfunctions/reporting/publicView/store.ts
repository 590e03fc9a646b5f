import type { Position } from '../../../contract/cases/cases'
import { MAP_POINTS, NEARBY_METRES, PAGE_SIZE } from '../../../contract/limits'
import type { CaseRow } from '../../platform/cases/rows'
import { collection, command, inTransaction, nearPoint } from '../../platform/database/collection'
import { placeFields } from '../../platform/places'
import type { CaseMove, CasePoint, MapCellRow, MapProgressRow } from './rows'
import type { Filter, GroupCount } from './rules'

const cases = () => collection<CaseRow>('cases')
const mapCells = () => collection<MapCellRow>('mapCells')
const mapProgress = () => collection<MapProgressRow>('mapProgress')

const matching = ({ group, openness }: Filter): object => ({
  isListed: true,
  ...(group ? { group } : {}),
  ...(openness ? { isOpen: openness === 'open' } : {}),
})

/** Nearest first, by where everyone sees them. The database looks from the middle outwards until it has a page. */
export const listNear = ({ longitude, latitude }: Position, filter: Filter): Promise<CaseRow[]> =>
  cases().list(
    {
      publicLocation: command.geoNear({
        geometry: nearPoint(longitude, latitude) as never,
        maxDistance: NEARBY_METRES,
        minDistance: 0,
      }),
      ...matching(filter),
    },
    { limit: PAGE_SIZE },
  )

/** Newest first, one more than a page. A grid is no place to look for cases in: indoors it would tell the stairway. */
export const listAt = (placeCode: string, filter: Filter, after: string | undefined): Promise<CaseRow[]> => {
  const { cityCode, districtCode, streetCode, villageCode } = placeFields(placeCode)
  const place = streetCode ? { streetCode } : districtCode ? { districtCode } : { cityCode }
  return cases().list(
    {
      ...place,
      ...(villageCode ? { villageCode } : {}),
      ...matching(filter),
      ...(after ? { order: command.lt(after) } : {}),
    },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )
}

/** Cases of squares, newest first, with no more of them than a map shows. */
export const listInCells = (cells: string[], filter: Filter): Promise<CasePoint[]> =>
  cases().aggregate<CasePoint>([
    { $match: { cell: command.in(cells), ...matching(filter) } },
    { $sort: { order: -1 } },
    { $limit: MAP_POINTS },
    { $project: { categoryId: 1, publicLocation: 1, isOpen: 1, handledAt: 1, dueAt: 1 } },
  ])

export const listMapCells = (cells: string[]): Promise<MapCellRow[]> =>
  mapCells().list({ _id: command.in(cells) }, { limit: cells.length })

/** Changes of cases in their order, without what counting does not need. */
export const listMoves = (after: string, limit: number): Promise<CaseMove[]> =>
  cases().aggregate<CaseMove>([
    { $match: { changeOrder: { $gt: after } } },
    { $sort: { changeOrder: 1 } },
    { $limit: limit },
    { $project: { cell: 1, formerCells: 1, changeOrder: 1, version: 1 } },
  ])

export const countCell = async (cell: string): Promise<GroupCount[]> => {
  const at = (index: number) => ({ $avg: { $arrayElemAt: ['$publicLocation.coordinates', index] } })
  const counted = await cases().aggregate<
    Omit<GroupCount, 'group' | 'isOpen'> & { _id: Pick<GroupCount, 'group' | 'isOpen'> }
  >([
    { $match: { cell, isListed: true } },
    {
      $group: {
        _id: { group: '$group', isOpen: '$isOpen' },
        count: { $sum: 1 },
        longitude: at(0),
        latitude: at(1),
      },
    },
  ])
  return counted.map(({ _id, ...counts }) => ({ ..._id, ...counts }))
}

export const findMapCell = (cell: string): Promise<MapCellRow | null> => mapCells().find(cell)

/** At most sixteen. */
export const listParts = (parent: string): Promise<MapCellRow[]> => mapCells().list({ parent }, { limit: 16 })

export const addMapCell = async (row: MapCellRow): Promise<boolean> =>
  (await mapCells().insert(row)) === 'inserted'

/** False: it was counted again meanwhile. */
export const replaceMapCell = ({ _id, version, ...row }: MapCellRow, before: number): Promise<boolean> =>
  mapCells().changeOne({ _id, version: before }, { ...row, groups: command.set(row.groups), version })

export const PROGRESS = 'mapCells'

export const findProgress = (): Promise<MapProgressRow | null> => mapProgress().find(PROGRESS)

export const keepProgress = (row: MapProgressRow): Promise<void> =>
  inTransaction((transaction) => transaction.put('mapProgress', row))
