import { mkdirSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { buildFunctions } from '../config/buildFunctions'
import { buildLocalcloud } from '../config/buildLocalcloud'
import { folderOf } from '../config/folders'

/** Everything that is measured, bundled as it is for running, in a folder of the bench's own. */
export const benchFolder = folderOf('dist/bench')
export const functionsFolder = folderOf('dist/bench/cloudfunctions')
export const siteFolder = folderOf('dist/bench/site')

export async function buildPrograms(): Promise<void> {
  await Promise.all([
    buildReferences(),
    buildFunctions(functionsFolder).then(addLoaders),
    buildLocalcloud(folderOf('dist/bench/localcloud')),
  ])
  mkdirSync(siteFolder, { recursive: true })
  writeFileSync(`${siteFolder}/index.html`, '<!doctype html><title>bench</title>')
}

/** The reference servers, and what calls them. */
export async function buildReferences(): Promise<void> {
  await build({
    entryPoints: {
      groupCommitServer: folderOf('bench/references/groupCommitServer.ts'),
      afternoonServer: folderOf('bench/references/afternoonServer.ts'),
      generator: folderOf('bench/load/generator.ts'),
      freshProcess: folderOf('bench/measures/freshProcess.ts'),
    },
    outdir: benchFolder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    logLevel: 'warning',
  })
}

/** The bench's own functions, deployed beside the real ones only here. */
const LOADERS = ['ballotLoader', 'caseLoader'] as const

async function addLoaders(): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(
      LOADERS.map((name) => [`${name}/index`, folderOf(`bench/${name}/index.ts`)]),
    ),
    outdir: functionsFolder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'warning',
  })
  for (const name of LOADERS)
    writeFileSync(`${functionsFolder}/${name}/config.json`, JSON.stringify({ timeout: 60 }))
}
