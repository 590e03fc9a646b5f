import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, transform } from 'esbuild'
import { collections } from '../cloudfunctions/platform/database/collections'
import { folderOf } from './folders'
import { nativePackages, packageFile } from './nativePackages'

/**
 * Bundles each folder of cloudfunctions/ that has an index.ts into one file that CloudBase can run as it is, and
 * writes the declared collections and indexes, and which function takes which of WeChat's messages, beside them for the
 * local cloud and the deployment.
 */
export function functionNames(): string[] {
  const source = folderOf('cloudfunctions')
  return readdirSync(source).filter((name) => existsSync(path.join(source, name, 'index.ts')))
}

export async function buildFunctions(target = folderOf('dist/cloudfunctions')): Promise<string[]> {
  const names = functionNames()
  rmSync(target, { recursive: true, force: true })
  for (const name of names) {
    mkdirSync(path.join(target, name), { recursive: true })
    cpSync(folderOf(`cloudfunctions/${name}/config.json`), path.join(target, name, 'config.json'))
    writeFileSync(path.join(target, name, 'package.json'), packageFile(name))
  }
  await build({
    entryPoints: names.map((name) => ({
      in: folderOf(`cloudfunctions/${name}/index.ts`),
      out: `${name}/index`,
    })),
    outdir: target,
    bundle: true,
    external: names.flatMap((name) => Object.keys(nativePackages(name))),
    platform: 'node',
    // CloudBase offers Node 16.13, 18.15 and 20.19; nothing here needs more than 18.
    target: 'node18',
    format: 'cjs',
    // Takes the comments out, an eighth of the bundle and most that is not ASCII in it; lines come back below.
    minifyWhitespace: true,
    logLevel: 'warning',
  })
  await Promise.all(names.map((name) => breakLines(path.join(target, name, 'index.js'))))
  cpSync(folderOf('cloudfunctions/messagePush.json'), path.join(target, 'messagePush.json'))
  const declared = Object.entries(collections).map(([name, indexes]) => ({ name, indexes }))
  writeFileSync(path.join(target, 'database.json'), `${JSON.stringify({ collections: declared }, null, 2)}\n`)
  return names
}

/** So that a trace says where in the code it was. */
async function breakLines(file: string): Promise<void> {
  const { code } = await transform(readFileSync(file, 'utf8'), { target: 'node18' })
  writeFileSync(file, code)
}
