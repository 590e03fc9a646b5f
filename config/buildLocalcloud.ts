import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { folderOf } from './folders'

/** Bundles the local cloud: its main program and the two kinds of worker threads it starts. */
export async function buildLocalcloud(target = folderOf('dist/localcloud')): Promise<void> {
  // What instances kept of bundles that may be gone by now; one that runs may be adding to it just now.
  rmSync(path.join(target, 'compiled'), { recursive: true, force: true, maxRetries: 3 })
  await build({
    entryPoints: {
      main: folderOf('localcloud/main.ts'),
      databaseWorker: folderOf('localcloud/adminProtocol/databaseWorker.ts'),
      functionWorker: folderOf('localcloud/functions/functionWorker.ts'),
    },
    outdir: target,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // libsql finds its native part by its own place on disk.
    external: ['libsql'],
    logLevel: 'warning',
  })
}
