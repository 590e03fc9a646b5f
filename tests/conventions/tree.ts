import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from '../../config/folders'

/** A file of the project, by its path from the top with `/` between the folders. */
export interface SourceFile {
  path: string
  text: string
}

/** Not ours, or made from what is ours. */
const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'test-results',
  'coverage',
  '.git',
  '.data',
  '.swc',
  'package-lock.json',
])
const TEXT = /\.(ts|tsx|cjs|mjs|js|scss|json|md|html|yml|yaml)$|(^|\/)run$/

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folderOf(folder), { withFileTypes: true })) {
    if (NOT_SOURCES.has(entry.name)) continue
    const inside = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(inside)
    else yield inside
  }
}

/** Every text file of the project. */
export const readTree = (): SourceFile[] =>
  [...walk('.')]
    .filter((file) => TEXT.test(file))
    .map((file) => ({ path: file, text: readFileSync(folderOf(file), 'utf8') }))
