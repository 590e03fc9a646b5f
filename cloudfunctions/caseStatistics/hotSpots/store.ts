import type { CategoryGroup } from '../../../contract/cases/categories'
import type { CaseRow } from '../../platform/cases/rows'
import { collection, command } from '../../platform/database/collection'
import type { AreaRow } from '../rows'
import type { HotSpotsRow } from './rows'

/** Every query of hot spots, one function each. */

const areas = collection<AreaRow>('caseAreas')
const cases = collection<CaseRow>('cases')
const hotSpots = collection<HotSpotsRow>('hotSpots')

const AREAS_PER_PAGE = 500
const IDS_AT_ONCE = 100
const CASES_OF_ONE = 200

/** Areas that have had reports since a day, page by page. */
export const listActive = (since: string, after: AreaRow | null): Promise<AreaRow[]> => {
  const further = after
    ? command.or([
        { lastDay: after.lastDay, _id: command.gt(after._id) },
        { lastDay: command.gt(after.lastDay) },
      ])
    : { lastDay: command.gte(since) }
  return areas.list(further, { orderBy: { lastDay: 'asc', _id: 'asc' }, limit: AREAS_PER_PAGE })
}

export async function findAreas(ids: string[]): Promise<AreaRow[]> {
  const found: AreaRow[] = []
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE)
    found.push(
      ...(await areas.list(
        { _id: command.in(ids.slice(start, start + IDS_AT_ONCE)) },
        { limit: IDS_AT_ONCE },
      )),
    )
  return found
}

const DIGITS = 13
const orderOf = (time: number): string => String(time).padStart(DIGITS, '0')

/** Listed cases in squares of the map, newest first. */
export const listCasesInSquares = (
  cells: string[],
  group: CategoryGroup,
  since: number,
): Promise<CaseRow[]> =>
  cases.list(
    { cell: command.in(cells), isListed: true, order: command.gte(orderOf(since)), group },
    { orderBy: { order: 'desc' }, limit: CASES_OF_ONE },
  )

const STREET = 9

/** Listed cases without a position in a village, or in a street where nothing finer is known; newest first. */
export const listCasesAtPlace = (
  placeCode: string,
  group: CategoryGroup,
  since: number,
): Promise<CaseRow[]> =>
  cases.list(
    {
      streetCode: placeCode.slice(0, STREET),
      isListed: true,
      order: command.gte(orderOf(since)),
      group,
      cell: null,
      villageCode: placeCode.length > STREET ? placeCode : null,
    },
    { orderBy: { order: 'desc' }, limit: CASES_OF_ONE },
  )

const LATEST = 'latest'

export const findHotSpots = (): Promise<HotSpotsRow | null> => hotSpots.find(LATEST)

export async function keepHotSpots(kept: Omit<HotSpotsRow, '_id'>): Promise<void> {
  const row = { ...kept, _id: LATEST }
  if ((await hotSpots.insert(row)) === 'inserted') return
  await hotSpots.changeOne({ _id: LATEST, lookedAt: command.lte(kept.lookedAt) }, { ...kept })
}
