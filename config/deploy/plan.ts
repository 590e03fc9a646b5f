import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { collections, type IndexDeclaration } from '../../cloudfunctions/platform/database/collections'
import { functionNames } from '../buildFunctions'
import { folderOf } from '../folders'
import { nativePackages } from '../nativePackages'
import type { CreateIndex, Trigger } from './clients'

/** What a deployment consists of, read from the declarations: nothing is listed a second time here. */

export interface FunctionPlan {
  name: string
  runtime: string
  /** Seconds. */
  timeout: number
  /** Megabytes. */
  memorySize: number
  /** Names of the environment variables that its code reads; values are never part of a plan. */
  environment: string[]
  triggers: Trigger[]
  openapi: string[]
  /** Packages that the cloud installs beside the bundle, with their exact versions. */
  packages: Record<string, string>
}

export interface CollectionPlan {
  name: string
  /** People's phones never touch the database: only functions do, and no rule binds them. */
  permission: 'ADMINONLY'
  indexes: CreateIndex[]
}

export interface DeploymentPlan {
  functions: FunctionPlan[]
  collections: CollectionPlan[]
  /** Files are read and written by their owner; everyone else gets links that end by themselves. */
  storagePermission: 'PRIVATE'
  invocationRule: Record<string, { invoke: string }>
  /** Which function gets which event that WeChat pushes. Set by hand in the console. */
  messagePush: Record<string, string>
  /** Under which path of HTTP access a browser at a desk finds each function. Set by hand in the console. */
  webPaths: Record<string, string>
}

/**
 * Fixed when a function is created. Node's own agent keeps connections alive from 19 on, so 20.19 saves each
 * database call a handshake.
 */
const RUNTIME = 'Nodejs20.19'

/** Everyone in the mini-program is somebody to the platform; each method then checks for itself who it is. */
const INVOCATION_RULE = { '*': { invoke: 'auth != null' } }

interface FunctionConfiguration {
  timeout: number
  memorySize: number
  triggers?: Trigger[]
  permissions?: { openapi?: string[] }
}

export function makePlan(): DeploymentPlan {
  return {
    functions: functionNames().map(planFunction),
    collections: Object.entries(collections).map(([name, indexes]) => ({
      name,
      permission: 'ADMINONLY',
      indexes: [...indexes].map(indexShape),
    })),
    storagePermission: 'PRIVATE',
    invocationRule: INVOCATION_RULE,
    messagePush: JSON.parse(readFileSync(folderOf('cloudfunctions/messagePush.json'), 'utf8')) as Record<
      string,
      string
    >,
    webPaths: Object.fromEntries(functionNames().map((name) => [`/web/${name}`, name])),
  }
}

function planFunction(name: string): FunctionPlan {
  const file = folderOf(`cloudfunctions/${name}/config.json`)
  const { timeout, memorySize, triggers, permissions } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as FunctionConfiguration
  const environment = new Set([...variablesReadIn(name), ...variablesReadIn('platform')])
  return {
    name,
    runtime: RUNTIME,
    timeout,
    memorySize,
    environment: [...environment].sort(),
    triggers: triggers ?? [],
    openapi: permissions?.openapi ?? [],
    packages: nativePackages(name),
  }
}

function variablesReadIn(name: string): string[] {
  const folder = folderOf(`cloudfunctions/${name}`)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(/process\.env\.([A-Z0-9_]+)/g),
    ])
    .map(([, variable]) => variable as string)
}

/** An index as Tencent Cloud's UpdateTable takes it: directions are text. */
export const indexShape = ({ name, fields, unique }: IndexDeclaration): CreateIndex => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIndexKeys: fields.map(({ path: field, order }) => ({ Name: field, Direction: String(order) })),
    MgoIsUnique: unique,
  },
})
