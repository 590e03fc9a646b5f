import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AdminAction,
  type AdminAnswer,
  type AdminService,
  type DatabaseSchema,
  startAdminService,
} from '../../localcloud/adminProtocol/service'
import { buildLocalcloudOnce } from '../support/localcloudBuild'
import type { SdkDatabase } from './sdkTypes'

interface Sdk {
  init(options: { env: string }): void
  database(): SdkDatabase
  callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>
}

/** The real SDK, talking to a database of its own. */
export interface CloudDatabase {
  sdk: Sdk
  db: SdkDatabase
  service: AdminService
  warnings: string[]
  /** What arrived for other parts of the cloud. */
  elsewhere: AdminAction[]
  restart(schema?: DatabaseSchema): Promise<void>
  stop(): Promise<void>
}

interface Options {
  transactionLifetimeMilliseconds?: number
  answerElsewhere?(action: AdminAction): Promise<AdminAnswer>
}

export async function startCloudDatabase(
  collections: DatabaseSchema['collections'],
  options: Options = {},
): Promise<CloudDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const { folder: program } = await buildLocalcloudOnce()
  const [warnings, elsewhere]: [string[], AdminAction[]] = [[], []]
  const start = (schema: DatabaseSchema) =>
    startAdminService({
      folder,
      schema,
      workerFile: join(program, 'databaseWorker.js'),
      answerElsewhere: async (action) => {
        elsewhere.push(action)
        return options.answerElsewhere?.(action) ?? { json: { data: {} } }
      },
      log: ({ text }) => void warnings.push(text),
      ...(options.transactionLifetimeMilliseconds
        ? { transactionLifetimeMilliseconds: options.transactionLifetimeMilliseconds }
        : {}),
    })
  const service = await start({ collections })
  const sdk = loadSdk(service.url)
  const cloud: CloudDatabase = {
    sdk,
    db: sdk.database(),
    service,
    warnings,
    elsewhere,
    restart: async (schema = { collections }) => {
      await cloud.service.stop()
      cloud.service = await start(schema)
      setAddress(cloud.service.url)
    },
    stop: async () => {
      await cloud.service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return cloud
}

const setAddress = (url: string) => {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: url })
}

/** The environment of a function, as the cloud would set it. */
function loadSdk(url: string): Sdk {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SESSIONTOKEN',
    TCB_ENV: 'local',
    TCB_SESSIONTOKEN: 'invocation',
    // Else each request sets a timer for a warning, also those whose connection a test cuts.
    SILENCE: 'true',
  })
  setAddress(url)
  const sdk = require('wx-server-sdk') as Sdk
  sdk.init({ env: 'local' })
  return sdk
}
