import { PLACES_FOUND } from '../../contract/limits'
import type { NamedPlace, Place, places } from '../../contract/places'
import { isWithin } from '../../contract/places/within'
import { fail, ok } from '../../contract/result'
import {
  childrenInTable,
  findInTable,
  namedInTable,
  pathInTable,
  type TablePlace,
  wholeTable,
} from '../platform/nationalTable'
import { topPlaces } from '../platform/places'
import type { Methods } from '../platform/serve'
import type { GridRow } from './rows'
import { findAmong } from './search'
import * as store from './store'

type PlacesMethods = Methods<typeof places>

/** A place of this deployment. Others are in the table only so that their codes have names. */
export const findServed = (code: string): TablePlace | undefined =>
  topPlaces().some((top) => isWithin(code, top)) ? findInTable(code) : undefined

const presentPlace = ({ code, name, level }: TablePlace, hasChildren: boolean): Place => ({
  code,
  name,
  level,
  hasChildren,
})

const presentGrid = ({ _id, name }: GridRow): Place => ({
  code: _id,
  name,
  level: 'grid',
  hasChildren: false,
})

const listOpenGrids = async (villageCode: string): Promise<GridRow[]> =>
  (await store.listGrids(villageCode)).filter(({ isClosed }) => !isClosed)

async function listVillages(street: TablePlace): Promise<Place[]> {
  const withGrids = new Set(await store.listVillagesWithGrids(street.code))
  return childrenInTable(street).map((village) => presentPlace(village, withGrids.has(village.code)))
}

async function listChildren(parent: TablePlace): Promise<Place[]> {
  if (parent.level === 'village') return (await listOpenGrids(parent.code)).map(presentGrid)
  if (parent.level === 'street') return listVillages(parent)
  return childrenInTable(parent).map((child) => presentPlace(child, child.childCodes.length > 0))
}

export const listPlaces: PlacesMethods['listPlaces'] = async ({ input: { parentCode } }) => {
  if (parentCode === null) {
    const tops = topPlaces().flatMap((code) => findInTable(code) ?? [])
    return ok({ places: tops.map((top) => presentPlace(top, true)) })
  }
  const parent = findServed(parentCode)
  return parent ? ok({ places: await listChildren(parent) }) : fail({ code: 'place_not_found' })
}

const nameGrid = ({ _id, name, villageCode }: GridRow): NamedPlace => {
  const village = findInTable(villageCode)
  return { code: _id, level: 'grid', path: [...(village ? pathInTable(village) : []), name] }
}

const GRID_LENGTH = 15

export const getPlaces: PlacesMethods['getPlaces'] = async ({ input: { codes } }) => {
  const grids = await store.findGrids(codes.filter((code) => code.length === GRID_LENGTH))
  const named = new Map(grids.map((grid) => [grid._id, nameGrid(grid)]))
  for (const code of codes) {
    const place = findInTable(code)
    if (place) named.set(code, namedInTable(place))
  }
  return ok({ places: [...new Set(codes)].flatMap((code) => named.get(code) ?? []) })
}

function* servedWithin(area: string | null): Iterable<TablePlace> {
  const areas = area === null ? topPlaces() : [area]
  for (const place of wholeTable()) if (areas.some((each) => isWithin(place.code, each))) yield place
}

export const findPlaces: PlacesMethods['findPlaces'] = async ({ input: { within, words } }) => {
  const area = within === null ? null : findServed(within)
  if (area === undefined) return fail({ code: 'place_not_found' })
  const found = findAmong(servedWithin(within), words, PLACES_FOUND)
  return ok({ places: found.map(namedInTable) })
}
