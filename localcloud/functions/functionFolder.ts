import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A deployed function: a folder with `index.js`, and `config.json` as WeChat DevTools reads it.
 * Not read: `package.json` (a function arrives bundled), memory size, layers, environment variables of a console.
 */
export interface CloudFunction {
  name: string
  entry: string
  /** After this many seconds in one event the instance is killed. */
  timeoutSeconds: number
  triggers: Trigger[]
  /** The open interfaces this function may call, for instance `subscribeMessage.send`. */
  openApiPermissions: string[]
}

export interface Trigger {
  name: string
  /** Seven cron fields: second minute hour day month weekday year. */
  schedule: string
}

const DEFAULT_TIMEOUT_SECONDS = 3
/** What the CloudBase console accepts at most. */
const MAXIMUM_TIMEOUT_SECONDS = 60

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every function under `folder`, by name. Throws with the file's name when a `config.json` is wrong. */
export function readFunctions(folder: string): Map<string, CloudFunction> {
  const found = new Map<string, CloudFunction>()
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const entry = join(folder, item.name, 'index.js')
    if (!item.isDirectory() || !existsSync(entry)) continue
    const configFile = join(folder, item.name, 'config.json')
    const config: unknown = existsSync(configFile) ? JSON.parse(readFileSync(configFile, 'utf8')) : {}
    if (!isRecord(config)) throw new Error(`${configFile}: must hold an object`)
    found.set(item.name, { name: item.name, entry, ...readConfig(config, configFile) })
  }
  return found
}

function readConfig(config: Record<string, unknown>, file: string): Omit<CloudFunction, 'name' | 'entry'> {
  const timeoutSeconds = config.timeout ?? DEFAULT_TIMEOUT_SECONDS
  if (
    typeof timeoutSeconds !== 'number' ||
    !(timeoutSeconds > 0 && timeoutSeconds <= MAXIMUM_TIMEOUT_SECONDS)
  )
    throw new Error(`${file}: timeout must be between 0 and ${MAXIMUM_TIMEOUT_SECONDS} seconds`)
  const permissions = isRecord(config.permissions) ? (config.permissions.openapi ?? []) : []
  if (!Array.isArray(permissions) || !permissions.every((item) => typeof item === 'string'))
    throw new Error(`${file}: permissions.openapi must be a list of names`)
  const triggers = config.triggers ?? []
  if (!Array.isArray(triggers)) throw new Error(`${file}: triggers must be a list`)
  return {
    timeoutSeconds,
    openApiPermissions: permissions,
    triggers: triggers.map((trigger) => readTrigger(trigger, file)),
  }
}

function readTrigger(trigger: unknown, file: string): Trigger {
  if (!isRecord(trigger) || trigger.type !== 'timer')
    throw new Error(`${file}: a trigger must have the type "timer"`)
  const { name, config } = trigger
  if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,59}$/.test(name))
    throw new Error(`${file}: a trigger's name starts with a letter and has at most 60 of a-z A-Z 0-9 - _`)
  if (typeof config !== 'string') throw new Error(`${file}: trigger ${name} has no schedule in "config"`)
  return { name, schedule: config }
}
