import type { NamedPlace, PlaceLevel } from '../../contract/places'
import { CITIES } from '../../contract/places/districts'
import streets from '../../contract/places/streets.json'
import villages from './villages.json'

/**
 * The national table as it is committed (its source and date: contract/places/districts.ts), from city to village.
 * Read once per instance; 7400 places.
 */
export interface TablePlace {
  code: string
  name: string
  level: PlaceLevel
  parentCode: string | null
  childCodes: string[]
}

const table = new Map<string, TablePlace>()

function add(code: string, name: string, level: PlaceLevel, parentCode: string | null): void {
  table.set(code, { code, name, level, parentCode, childCodes: [] })
  if (parentCode !== null) table.get(parentCode)?.childCodes.push(code)
}

const CODE_IN_STREET = 3

function addVillages(streetCode: string, texts: string): void {
  for (const text of texts.split(' ').filter(Boolean))
    add(streetCode + text.slice(0, CODE_IN_STREET), text.slice(CODE_IN_STREET), 'village', streetCode)
}

const streetsByDistrict: Record<string, string[][]> = streets
const villagesByStreet: Record<string, string> = villages

for (const [cityCode, { name, districts }] of Object.entries(CITIES)) {
  add(cityCode, name, 'city', null)
  for (const [districtCode, districtName] of districts) {
    add(districtCode, districtName, 'district', cityCode)
    for (const [streetCode = '', streetName = ''] of streetsByDistrict[districtCode] ?? []) {
      add(streetCode, streetName, 'street', districtCode)
      addVillages(streetCode, villagesByStreet[streetCode] ?? '')
    }
  }
}

export const findInTable = (code: string): TablePlace | undefined => table.get(code)

export const childrenInTable = ({ childCodes }: TablePlace): TablePlace[] =>
  childCodes.flatMap((code) => table.get(code) ?? [])

/** From the city down to the place itself. */
export function pathInTable(place: TablePlace): string[] {
  const parent = place.parentCode === null ? undefined : table.get(place.parentCode)
  return parent ? [...pathInTable(parent), place.name] : [place.name]
}

export const namedInTable = (place: TablePlace): NamedPlace => ({
  code: place.code,
  level: place.level,
  path: pathInTable(place),
})

export const wholeTable = (): Iterable<TablePlace> => table.values()
