import { readFileSync } from 'node:fs'
import { folderOf } from './folders'

/**
 * Packages with native code cannot be bundled: a function's package.json names them, and the cloud installs them beside
 * the bundle. Their versions stand in one place, the package.json at the top.
 */

interface PackageFile {
  dependencies?: Record<string, string>
}

const readPackage = (file: string): PackageFile =>
  JSON.parse(readFileSync(folderOf(file), 'utf8')) as PackageFile

/** Exact versions by name; empty for a function that is whole in its bundle. */
export function nativePackages(functionName: string): Record<string, string> {
  const wanted = Object.keys(readPackage(`cloudfunctions/${functionName}/package.json`).dependencies ?? {})
  const versions = readPackage('package.json').dependencies ?? {}
  return Object.fromEntries(
    wanted.map((name) => {
      const version = versions[name]
      if (!version)
        throw new Error(`${functionName} needs ${name}, which the package.json at the top does not name`)
      return [name, version]
    }),
  )
}

/** The function's package.json as it is deployed. */
export function packageFile(functionName: string): string {
  const file = readPackage(`cloudfunctions/${functionName}/package.json`)
  const dependencies = nativePackages(functionName)
  const whole = Object.keys(dependencies).length > 0 ? { ...file, dependencies } : file
  return `${JSON.stringify(whole, null, 2)}\n`
}
