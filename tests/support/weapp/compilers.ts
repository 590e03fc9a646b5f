import { execFile } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { folderOf } from '../../../config/folders'

/** WeChat's own compilers, as its developer tools ship them. They throw with file, line and column. */

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

function compiler(name: 'wcc' | 'wcsc'): string {
  const folder = FOLDERS[process.platform]
  if (!folder) throw new Error(`WeChat has no ${name} for ${process.platform}`)
  const program = folderOf(
    `node_modules/miniprogram-compiler/bin/${folder}/${name}${folder === 'windows' ? '.exe' : ''}`,
  )
  // The package leaves them without the right to run.
  chmodSync(program, 0o755)
  return program
}

const filesOf = (build: string, ending: string): string[] =>
  (readdirSync(build, { recursive: true }) as string[])
    .filter((file) => file.endsWith(ending))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()

const OUTPUT_BYTES = 32 * 1024 * 1024

async function run(name: 'wcc' | 'wcsc', build: string, words: string[]): Promise<void> {
  await promisify(execFile)(compiler(name), words, { cwd: build, maxBuffer: OUTPUT_BYTES })
}

/** Compiles every WXML and WXS file of the build; resolves with the WXML files. */
export async function compileWxml(build: string): Promise<string[]> {
  const files = filesOf(build, '.wxml')
  await run('wcc', build, ['-d', ...files, ...filesOf(build, '.wxs')])
  return files
}

/** Compiles every WXSS file of the build; resolves with them. */
export async function compileWxss(build: string): Promise<string[]> {
  const files = filesOf(build, '.wxss')
  await run('wcsc', build, ['-lc', ...files])
  return files
}
