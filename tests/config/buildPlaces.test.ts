import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import streets from '@contract/places/streets.json'
import {
  compilePlaces,
  compileVillages,
  formatPlaces,
  formatVillages,
  type PlaceTables,
  readNationalTable,
  readNationalVillages,
  type Villages,
} from '../../config/buildPlaces'

const top = join(__dirname, '../..')
const committed = (path: string) => readFileSync(join(top, path), 'utf8')

let tables: PlaceTables
let villages: Villages

beforeAll(() => {
  tables = compilePlaces(readNationalTable())
  villages = compileVillages(tables, readNationalVillages())
})

test('the committed files are what the script makes from the national table', () => {
  const made = formatPlaces(tables)
  expect(committed('contract/places/districts.ts')).toBe(made.districts)
  expect(committed('contract/places/streets.json')).toBe(made.streets)
  expect(committed('cloudfunctions/platform/villages.json')).toBe(formatVillages(villages))
})

test('every street and town has its villages, each with a code that begins with the street’s', () => {
  const codes = Object.values(streets).flatMap((entries) => entries.map(([code]) => code))
  expect(Object.keys(villages).sort()).toEqual([...codes].sort())
  for (const [street, entries] of Object.entries(villages)) {
    expect(entries.length).toBeGreaterThan(0)
    for (const [code, name] of entries) {
      expect(code).toMatch(new RegExp(`^${street}\\d{3}$`))
      expect(name).toMatch(/^[^\s\d"]{2,30}$/)
    }
  }
})

test('the villages are as many as the national table says', () => {
  const numberIn = (area: string) =>
    Object.entries(villages)
      .filter(([street]) => street.startsWith(area))
      .reduce((sum, [, entries]) => sum + entries.length, 0)
  expect([numberIn('31'), numberIn('500101')]).toEqual([6509, 610])
})

test('known villages have their codes', () => {
  expect(villages['310101002']).toContainEqual(['310101002008', '厦门路居委会'])
  expect(villages['500101001']?.some(([, name]) => name.includes('高笋塘'))).toBe(true)
})

test('a name in the list that is no village of a kept street is left out', () => {
  const list = 'code,name,streetCode\n110101001001,"多福巷社区居委会",110101001,11,1101,110101\n'
  expect(Object.values(compileVillages(tables, list)).flat()).toEqual([])
})

test('what the cloud function carries stays small', () => {
  expect(statSync(join(top, 'cloudfunctions/platform/villages.json')).size).toBeLessThan(250_000)
})
