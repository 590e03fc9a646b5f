import { GRIDS_PER_VILLAGE, PAGE_SIZE } from '../../contract/limits'
import type { OrganisationKind } from '../../contract/places/organisations'
import { collection, command, inTransaction, pattern } from '../platform/database/collection'
import { isDuplicateKey } from '../platform/database/errors'
import type { OrganisationEntry, OrganisationRow } from '../platform/organisations'
import { withinPlace } from '../platform/places'
import { followOrganisationIn } from '../platform/volunteering/teams'
import type { GridEntry, GridRow } from './rows'

/** Every query of places, one function each. */

const grids = collection<GridRow>('grids')
const organisations = collection<OrganisationRow>('organisations')

/** A change under a unique index: somebody may hold the new name. */
async function unlessTaken(change: Promise<boolean>): Promise<boolean | 'taken'> {
  try {
    return await change
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

// Grids

export const findGrid = (gridCode: string): Promise<GridRow | null> => grids.find(gridCode)

export const findGrids = (gridCodes: string[]): Promise<GridRow[]> =>
  gridCodes.length === 0
    ? Promise.resolve([])
    : grids.list({ _id: command.in(gridCodes) }, { limit: gridCodes.length })

/** All grids that a village has ever had, in the order of their numbers. */
export const listGrids = (villageCode: string): Promise<GridRow[]> =>
  grids.list({ villageCode }, { orderBy: { villageCode: 'asc', _id: 'asc' }, limit: GRIDS_PER_VILLAGE })

export const findLastGrid = async (villageCode: string): Promise<GridRow | null> =>
  (await grids.list({ villageCode }, { orderBy: { villageCode: 'desc', _id: 'desc' }, limit: 1 }))[0] ?? null

export const findGridOfRequest = async (requestKey: string): Promise<GridRow | null> =>
  (await grids.list({ requestKey }, { limit: 1 }))[0] ?? null

export const findGridByName = async (nameKey: string): Promise<GridRow | null> =>
  (await grids.list({ nameKey }, { limit: 1 }))[0] ?? null

export const insertGrid = (grid: GridRow) => grids.insert(grid)

const VILLAGES_PER_STREET = 500

/** Villages of a street that have an open grid. */
export async function listVillagesWithGrids(streetCode: string): Promise<string[]> {
  const groups = await grids.aggregate<{ _id: string }>([
    { $match: { streetCode, isClosed: false } },
    { $group: { _id: '$villageCode' } },
    { $limit: VILLAGES_PER_STREET },
  ])
  return groups.map(({ _id }) => _id)
}

/** Renames an open grid; not twice for one request. */
export const renameGrid = (
  gridCode: string,
  { name, nameKey }: Pick<GridRow, 'name' | 'nameKey'>,
  entry: GridEntry,
): Promise<boolean | 'taken'> =>
  unlessTaken(
    grids.changeOne(
      { _id: gridCode, isClosed: false, 'history.requestId': command.neq(entry.requestId) },
      { name, nameKey, history: command.push([entry]) },
    ),
  )

export const closeGrid = (gridCode: string, nameKey: string, entry: GridEntry): Promise<boolean> =>
  grids.changeOne(
    { _id: gridCode, isClosed: false },
    { isClosed: true, nameKey, history: command.push([entry]) },
  )

// Organisations

export interface OrganisationFilter {
  placeCode: string
  isClosed: boolean
  kind?: OrganisationKind | undefined
  search?: string | undefined
}

/** One more than a page tells whether there is a next one. */
export function listOrganisations(
  { placeCode, isClosed, kind, search }: OrganisationFilter,
  after: string,
): Promise<OrganisationRow[]> {
  const where = {
    ...withinPlace(placeCode),
    isClosed,
    ...(kind ? { kind } : {}),
    order: command.gt(after),
    ...(search ? { name: pattern(search) } : {}),
  }
  return organisations.list(where, { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 })
}

export const findOrganisation = (organisationId: string): Promise<OrganisationRow | null> =>
  organisations.find(organisationId)

export const findOrganisationByName = async (nameKey: string): Promise<OrganisationRow | null> =>
  (await organisations.list({ nameKey }, { limit: 1 }))[0] ?? null

export const insertOrganisation = (organisation: OrganisationRow) => organisations.insert(organisation)

/** Changes the organisation, if it still is of this version, and with it the service team that it may be. */
export const changeOrganisation = (
  organisationId: string,
  version: number,
  change: Partial<Omit<OrganisationRow, '_id' | 'history' | 'version'>>,
  entry: OrganisationEntry,
): Promise<boolean | 'taken'> =>
  unlessTaken(
    inTransaction(async (transaction) => {
      const row = await transaction.find<OrganisationRow>('organisations', organisationId)
      if (!row || row.version !== version) return false
      const changed = { ...row, ...change, version: entry.version, history: [...row.history, entry] }
      await transaction.put('organisations', changed)
      await followOrganisationIn(transaction, changed)
      return true
    }),
  )
