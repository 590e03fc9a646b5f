import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from './folders'

export type Platform = 'weapp' | 'h5'

/** What a client build is made of: when none of it has changed, the build in dist/ still stands. */
const SOURCES = ['src', 'contract', 'config', 'babel.config.cjs', 'package-lock.json', 'tsconfig.json']

/** Settings of a deployment that become part of the build. */
const BUILT_IN = [
  'TARO_APP_CLOUD_ENVIRONMENT',
  'TARO_APP_HTTP_ORIGIN',
  'TARO_APP_MAP_TILES',
  'TARO_APP_MAP_ATTRIBUTION',
  'TARO_APP_MAP_TILES_DATUM',
]

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (!path.extname(place)) {
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesIn(path.join(place, entry.name)) : [path.join(place, entry.name)],
    )
  }
  return [place]
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesIn(folderOf(source))).sort())
    hash.update(file).update(readFileSync(file))
  for (const name of BUILT_IN) hash.update(`${name}=${process.env[name] ?? ''};`)
  return hash.digest('hex')
}

/** Builds the mini-program for one platform into dist/<platform>, unless it is there already. True: it was built. */
export async function buildClient(platform: Platform): Promise<boolean> {
  const mark = folderOf(`dist/${platform}.built-from`)
  const current = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === current) return false
  await runTaro(platform)
  writeFileSync(mark, current)
  return true
}

function runTaro(platform: Platform): Promise<void> {
  const taro = folderOf('node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', platform], {
    cwd: folderOf('.'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`taro build --type ${platform} failed (exit ${code}):\n${said}`)),
    )
  })
}
