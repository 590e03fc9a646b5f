import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

/** The world that a mini-program's logic runs in: JavaScript itself, WeChat's globals, and nothing of Node or a browser. */
export interface Realm {
  /** Runs a file of the build, once, and gives what it exports. */
  load(file: string): unknown
  /** A copy made of the realm's own objects: what crosses WeChat's bridge is JSON. */
  inside<Value>(value: Value): Value
  Promise: PromiseConstructor
}

type Require = (request: string) => unknown
type ModuleFunction = (require: Require, module: { exports: unknown }, exports: unknown) => void

/** WeChat's logic layer has timers and a console, but neither fetch, URL, crypto nor structuredClone. */
const timers = {
  setTimeout,
  clearTimeout,
  /** A page that is never left keeps up with the cloud for ever; the test that opened it ends all the same. */
  setInterval: (run: () => void, time: number) => setInterval(run, time).unref(),
  clearInterval,
}

export function createRealm(globals: object): Realm {
  const sandbox: Record<string, unknown> = { ...timers, ...globals }
  sandbox.global = sandbox
  const context = vm.createContext(sandbox)
  const parse = vm.runInContext('JSON.parse', context) as typeof JSON.parse
  const modules = new Map<string, { exports: unknown }>()

  const load = (request: string): unknown => {
    const file = request.endsWith('.js') ? request : `${request}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const source = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`
    const run = vm.runInContext(source, context, { filename: file }) as ModuleFunction
    run((next) => load(path.resolve(path.dirname(file), next)), module, module.exports)
    return module.exports
  }

  return {
    load,
    inside: (value) => (value === undefined ? value : parse(JSON.stringify(value))),
    Promise: vm.runInContext('Promise', context) as PromiseConstructor,
  }
}
