import type { SourceFile } from './tree'

/** Folders that say nothing about what they hold. */
const EMPTY_NAMES = /^(utils?|helpers?|lib|libs|common|shared|misc)$/i

/** Names that tools demand. */
const TOOL_NAMES = /^(README|CHANGELOG|LICENSE|Makefile|package-lock)$/

const LOWER_CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/

const codeFolders = /^(config|contract|cloudfunctions|src|localcloud|tests|bench)\//

export const emptyNames = (files: SourceFile[]): string[] => [
  ...new Set(
    files
      .map(({ path }) => path.split('/').slice(0, -1))
      .filter((folders) => folders.some((folder) => EMPTY_NAMES.test(folder)))
      .map((folders) => folders.join('/')),
  ),
]

export const oddNames = (files: SourceFile[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => codeFolders.test(path))
    .filter((path) => {
      const parts = path.split('/')
      const file = (parts.pop() ?? '').split('.')[0] ?? ''
      return [...parts, file].some((part) => !LOWER_CAMEL_CASE.test(part) && !TOOL_NAMES.test(part))
    })
