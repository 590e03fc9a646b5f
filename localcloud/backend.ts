import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAdminAnswers } from './adminAnswers'
import {
  type AdminAction,
  type AdminAnswer,
  type AdminService,
  type DatabaseSchema,
  startAdminService,
} from './adminProtocol/service'
import type { CloudClock } from './clock'
import { readOwnVariables } from './functions/environment'
import type { CloudFunction } from './functions/functionFolder'
import { createFunctionService, type FunctionService } from './functions/functionService'
import { databaseFolder, type KeptParts } from './keptParts'
import type { LocalCloudOptions } from './localCloud'
import { createStorageActions } from './storage/storageActions'
import { createMediaChecks } from './wechat/mediaChecks'
import { createMessagePush, readMessagePush } from './wechat/messagePush'
import { createOpenApi } from './wechat/openapi/openApi'

export type StopLater = (stop: () => void | Promise<void>) => void

/** Functions and what they talk to. Each needs the other's address, so the answers are joined in last. */
export async function startBackend(
  options: LocalCloudOptions,
  deployed: ReadonlyMap<string, CloudFunction>,
  clock: CloudClock,
  kept: KeptParts,
  stopLater: StopLater,
) {
  let answer = async (_: AdminAction): Promise<AdminAnswer> => ({
    json: { code: 'SYS_ERR', message: 'localcloud is starting' },
  })
  const admin = await startAdminService({
    folder: databaseFolder(options),
    schema: readSchema(options.functionsFolder),
    workerFile: join(options.programFolder, 'databaseWorker.js'),
    answerElsewhere: (action) => answer(action),
    log: options.log,
  })
  stopLater(() => admin.stop())
  clock.onMove((offset) => admin.setClockOffset(offset))

  const functions = createFunctions(options, deployed, clock, kept, admin)
  stopLater(() => functions.stop())
  const wechat = createWechat(options, functions, clock, kept)
  stopLater(() => wechat.mediaChecks.stop())
  const storage = createStorageActions(kept.files, kept.links)
  answer = createAdminAnswers({ functions, openApi: wechat.openApi, storage })
  return { admin, functions, ...wechat }
}

/** What WeChat answers functions, and what it sends them of its own accord. */
function createWechat(
  options: LocalCloudOptions,
  functions: FunctionService,
  { now }: CloudClock,
  kept: KeptParts,
) {
  const receivers = readMessagePush(join(options.functionsFolder, 'messagePush.json'))
  const messagePush = createMessagePush(receivers, functions, options.log)
  const comesByItself = options.runsTimers
  const mediaChecks = createMediaChecks({ ...kept, push: messagePush, now, comesByItself })
  const openApi = createOpenApi({ ...kept, mediaChecks, now, mayCall: functions.mayCall })
  return { messagePush, mediaChecks, openApi }
}

const createFunctions = (
  options: LocalCloudOptions,
  functions: ReadonlyMap<string, CloudFunction>,
  clock: CloudClock,
  kept: KeptParts,
  admin: AdminService,
) =>
  createFunctionService({
    functions,
    instancesPerFunction: options.instancesPerFunction,
    workerFile: join(options.programFolder, 'functionWorker.js'),
    adminUrl: admin.url,
    ownVariables: readOwnVariables(join(options.dataFolder, 'environment.json')),
    clock,
    log: options.log,
    keepLine: kept.functionLog.write,
  })

const readSchema = (folder: string): DatabaseSchema =>
  JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as DatabaseSchema
