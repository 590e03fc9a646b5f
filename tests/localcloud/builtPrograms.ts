import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

const PROJECT = resolve(__dirname, '../..')

/** A function for a test: the code of its `index.js`, which may import wx-server-sdk, and its config.json. */
export interface TestFunction {
  code: string
  config?: Record<string, unknown>
}

/** A new folder inside the project, where bundles still find native packages; removed by the caller. */
export function makeTestFolder(name: string): string {
  const parent = join(PROJECT, 'dist', 'tests')
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, `${name}-`))
}

/** Builds a worker of localcloud as the real build does. */
export function buildProgram(source: string, outfile: string): void {
  buildSync({
    entryPoints: [join(PROJECT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql'],
    logLevel: 'error',
  })
}

/** Bundles test functions with the real SDK, one folder each, as deployed functions are. */
export function buildFunctions(folder: string, functions: Record<string, TestFunction>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, { code, config = {} }] of Object.entries(functions)) {
    const outfile = join(folder, name, 'index.js')
    buildSync({
      stdin: { contents: code, resolveDir: PROJECT, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node16',
      logLevel: 'error',
    })
    writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
  }
  writeFileSync(join(folder, 'database.json'), JSON.stringify({ collections: [] }))
}
