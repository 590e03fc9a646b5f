import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

let built: Promise<{ folder: string }> | undefined

/** Bundles the database's thread once per test process; the answer's folder holds `databaseWorker.js`. */
export function buildLocalcloudOnce(): Promise<{ folder: string }> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<{ folder: string }> {
  const root = join(__dirname, '../..')
  // Inside the project, so that the external libsql is found from there.
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-'))
  await build({
    entryPoints: [join(root, 'localcloud/adminProtocol/databaseWorker.ts')],
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { libsql: join(root, 'node_modules/libsql/index.js') },
    external: [join(root, 'node_modules/libsql/index.js')],
    logLevel: 'warning',
  })
  return { folder }
}
