import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Bytes of the built mini-program by package: `main` is everything outside the subpackages' folders. */
export interface PackageSizes {
  main: number
  /** By the subpackage's root. */
  subPackages: Record<string, number>
  total: number
}

const KILOBYTE = 1024

/**
 * WeChat refuses a package above 2 MB. A first opening waits for the whole main package, so ours is kept to what
 * a slow phone network brings in about a second.
 */
const MAIN_BUDGET = 600 * KILOBYTE
/** WeChat allows 30 MB; this product has no use for more than a tenth of it. */
const TOTAL_BUDGET = 3 * 1024 * KILOBYTE

interface AppConfiguration {
  subPackages?: { root: string }[]
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

/** Measures a built mini-program: the folder that holds app.json. */
export function measurePackages(build: string): PackageSizes {
  const configuration = path.join(build, 'app.json')
  if (!existsSync(configuration))
    throw new Error(`${build} holds no mini-program: build it with npm run build`)
  const { subPackages = [] } = JSON.parse(readFileSync(configuration, 'utf8')) as AppConfiguration
  const sizes = Object.fromEntries(subPackages.map(({ root }) => [root, sizeOf(path.join(build, root))]))
  const total = sizeOf(build)
  return {
    main: total - Object.values(sizes).reduce((sum, size) => sum + size, 0),
    subPackages: sizes,
    total,
  }
}

const inKilobytes = (bytes: number): string => `${(bytes / KILOBYTE).toFixed(1).padStart(7)} KB`

/** Prints a line per package; throws when one is above its budget. */
export function checkBudget(build: string, print: (line: string) => void = console.log): PackageSizes {
  const sizes = measurePackages(build)
  print(`${inKilobytes(sizes.main)}  main package (at most ${MAIN_BUDGET / KILOBYTE} KB)`)
  for (const [root, size] of Object.entries(sizes.subPackages)) print(`${inKilobytes(size)}  ${root}`)
  print(`${inKilobytes(sizes.total)}  altogether (at most ${TOTAL_BUDGET / KILOBYTE} KB)`)
  refuseAbove('The main package', sizes.main, MAIN_BUDGET)
  refuseAbove('The mini-program', sizes.total, TOTAL_BUDGET)
  return sizes
}

function refuseAbove(what: string, size: number, budget: number): void {
  if (size <= budget) return
  const excess = inKilobytes(size - budget).trim()
  throw new Error(
    `${what} is ${excess} above its budget: move what the first page does not need into a feature`,
  )
}
