import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { makeTestFolder } from '../localcloud/builtPrograms'
import type { Cloud } from './cloud'

/** Rows by the thousand, for tests of what many of them cost: put in through the real SDK, past the rules. */

const top = path.resolve(__dirname, '../..')
const LOADER = 'rowLoader'
/** Of rows with long texts, what one request may carry. */
const ROWS_AT_ONCE = 20
const REQUESTS_AT_ONCE = 8

const SOURCE = `
import { database } from './cloudfunctions/platform/database/connection'
export const main = ({ collection, rows }) => database.collection(collection).add({ data: rows })
`

/** A folder with the built functions and one more, whose code is `source`. */
export async function functionsWith(name: string, source: string): Promise<string> {
  const folder = makeTestFolder('functions')
  cpSync(path.join(top, 'dist/cloudfunctions'), folder, { recursive: true })
  mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, name, 'config.json'), JSON.stringify({ timeout: 60, memorySize: 256 }))
  await build({
    stdin: { contents: source, resolveDir: top, loader: 'ts' },
    outfile: path.join(folder, name, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'warning',
  })
  return folder
}

/** A folder with the built functions and one more, which loads rows. */
export const functionsWithLoader = (): Promise<string> => functionsWith(LOADER, SOURCE)

export async function load(cloud: Cloud, collection: string, rows: object[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  )
  const send = async (part: object[]) => {
    const { status, body } = await cloud.send(LOADER, { collection, rows: part })
    if (status !== 200) throw new Error(`rows were not loaded: ${JSON.stringify(body)}`)
  }
  while (parts.length > 0) await Promise.all(parts.splice(0, REQUESTS_AT_ONCE).map(send))
}
