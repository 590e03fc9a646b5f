import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

/**
 * Loads a function's bundle with what V8 compiled of it before: compiling the megabytes of the SDK is much of what an
 * instance costs to start, and comes out the same each time.
 * What was compiled lies in a file named by the bundle's content, so a new bundle never meets old code, and carries a
 * digest of itself, as V8 runs what it is given unread. A file that is missing, broken, or of another version of V8
 * costs the time that it would have saved, and nothing else.
 */
export interface LoadedCode {
  exports: unknown
  /** Keeps what V8 has compiled by now, unless a file of use was there already. */
  keep(): void
}

/** What may be `import()`: in code from such a file, V8 no longer knows on whose behalf it would import. */
const MAY_IMPORT = /\bimport\s*(\(|\/[/*])/

/** Runs `entry` as `require` runs it: packages are found from its own folder on. */
export function loadCompiled(entry: string, folder: string): LoadedCode {
  const source = readFileSync(entry, 'utf8')
  if (MAY_IMPORT.test(source)) return { exports: createRequire(entry)(entry), keep: () => {} }
  const kept = join(folder, `${digestOf(source).toString('hex')}.${process.version}`)
  const script = new Script(Module.wrap(source), { filename: entry, cachedData: readKept(kept) })
  const module = { exports: {} }
  const run = script.runInThisContext() as (...values: unknown[]) => void
  run.call(module.exports, module.exports, createRequire(entry), module, entry, dirname(entry))
  // `false` alone says that V8 was given something and took it.
  let isWanted = script.cachedDataRejected !== false
  return {
    exports: module.exports,
    keep() {
      if (isWanted) writeKept(kept, () => script.createCachedData())
      isWanted = false
    },
  }
}

const digestOf = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest()
const DIGEST_BYTES = 32

function readKept(file: string): Buffer | undefined {
  try {
    const whole = readFileSync(file)
    const compiled = whole.subarray(DIGEST_BYTES)
    return digestOf(compiled).equals(whole.subarray(0, DIGEST_BYTES)) ? compiled : undefined
  } catch {
    return undefined
  }
}

/** Under a name of its own first: whoever reads meanwhile, or writes the same, meets a whole file or none. */
function writeKept(file: string, compile: () => Buffer): void {
  const unfinished = `${file}.${randomUUID()}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const compiled = compile()
    writeFileSync(unfinished, Buffer.concat([digestOf(compiled), compiled]))
    renameSync(unfinished, file)
  } catch {
    // A full disk, or a program that lies where nothing may be written: the next instance compiles again.
    if (existsSync(unfinished)) rmSync(unfinished)
  }
}
