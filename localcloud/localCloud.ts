import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAdminAnswers } from './adminAnswers'
import {
  type AdminAction,
  type AdminAnswer,
  type DatabaseSchema,
  startAdminService,
} from './adminProtocol/service'
import { type CloudClock, createClock } from './clock'
import { lockDataFolder } from './dataFolder'
import { readOwnVariables } from './functions/environment'
import { type CloudFunction, readFunctions } from './functions/functionFolder'
import { createFunctionService } from './functions/functionService'
import { callRoute } from './gateway/callRoute'
import { controlRoutes } from './gateway/controlRoutes'
import { createGateway, type Gateway } from './gateway/gateway'
import { localRoutes } from './gateway/localRoutes'
import { staticSite } from './gateway/staticSite'
import { createStorageRoutes } from './gateway/storageRoutes'
import type { Log } from './log'
import { createScheduler } from './scheduler/scheduler'
import { openSigner } from './secret'
import { openFileStore } from './storage/fileStore'
import { createStorageActions } from './storage/storageActions'
import { createTemporaryLinks } from './storage/temporaryLinks'
import { readIdentities } from './wechat/identities'
import { openMessageBox } from './wechat/messageBox'
import { createOpenApi } from './wechat/openapi/openApi'
import { createPhoneNumbers } from './wechat/phoneNumbers'
import { createSessions } from './wechat/sessions'

export interface LocalCloudOptions {
  /** 0 takes a free port. */
  port: number
  /** Everything that is kept lies here; deleting it while the cloud is off resets the cloud. */
  dataFolder: string
  /** One folder per function, and `database.json`. */
  functionsFolder: string
  /** The built H5 program. */
  siteFolder?: string
  peopleFile?: string
  /** Opens /local/control to whoever has it. */
  controlToken?: string
  instancesPerFunction: number
  /** Whether timers run by themselves; through control they always can. */
  runsTimers: boolean
  /** Where the built worker files lie. */
  programFolder: string
  log: Log
}

export interface LocalCloud {
  origin: string
  stop(): Promise<void>
}

/** CloudBase on one machine, from the lock on its data to the open port; when a part cannot start, none stays. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const stops: (() => void | Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (let next = stops.pop(); next; next = stops.pop()) await next()
  }
  try {
    const gateway = await composeCloud(options, (stopPart) => void stops.push(stopPart))
    return { origin: gateway.origin(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type StopLater = (stop: () => void | Promise<void>) => void

/** Parts stop in the opposite order of their start. */
async function composeCloud(options: LocalCloudOptions, stopLater: StopLater): Promise<Gateway> {
  const deployed = readFunctions(options.functionsFolder)
  stopLater(lockDataFolder(options.dataFolder))
  const clock = createClock()
  const kept = await openKeptParts(options, clock, () => gateway.origin())
  const { admin, functions, openApi } = await startBackend(options, deployed, clock, kept, stopLater)

  const scheduler = createScheduler(deployed.values(), clock, (name, event) =>
    functions.invoke(name, event, { openid: undefined, source: 'wx_trigger', clientIp: undefined }),
  )
  stopLater(() => scheduler.stop())
  const control = controlRoutes({ ...kept, token: options.controlToken, clock, scheduler, openApi, admin })
  const gateway = createGateway(
    {
      call: callRoute(functions, kept.sessions),
      storage: createStorageRoutes(kept.files, kept.links, kept.sessions),
      exact: { ...localRoutes(kept), ...control },
      site: staticSite(options.siteFolder),
    },
    options.log,
  )
  await gateway.listen(options.port)
  stopLater(() => gateway.close())
  if (options.runsTimers) scheduler.start()
  return gateway
}

/** Functions and what they talk to. Each needs the other's address, so the answers are joined in last. */
async function startBackend(
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
    folder: join(options.dataFolder, 'database'),
    schema: readSchema(options.functionsFolder),
    workerFile: join(options.programFolder, 'databaseWorker.js'),
    answerElsewhere: (action) => answer(action),
    log: options.log,
  })
  stopLater(() => admin.stop())
  clock.onMove((offset) => admin.setClockOffset(offset))

  const functions = createFunctionService({
    functions: deployed,
    instancesPerFunction: options.instancesPerFunction,
    workerFile: join(options.programFolder, 'functionWorker.js'),
    adminUrl: admin.url,
    ownVariables: readOwnVariables(join(options.dataFolder, 'environment.json')),
    clock,
    log: options.log,
  })
  stopLater(() => functions.stop())
  const openApi = createOpenApi({ ...kept, now: clock.now, mayCall: functions.mayCall })
  answer = createAdminAnswers({ functions, openApi, storage: createStorageActions(kept.files, kept.links) })
  return { admin, functions, openApi }
}

/** What lives in the data folder, or is about people. */
async function openKeptParts(options: LocalCloudOptions, clock: CloudClock, origin: () => string) {
  const identities = readIdentities(options.peopleFile)
  const numbers = createPhoneNumbers(clock)
  for (const { openid, phone } of identities.values()) if (phone) numbers.setNumber(openid, phone)
  const signer = openSigner(join(options.dataFolder, 'secret'))
  return {
    identities,
    numbers,
    sessions: createSessions(signer),
    links: createTemporaryLinks(origin, signer, clock),
    box: openMessageBox(join(options.dataFolder, 'messages.jsonl')),
    files: await openFileStore(join(options.dataFolder, 'files')),
  }
}

type KeptParts = Awaited<ReturnType<typeof openKeptParts>>

const readSchema = (folder: string): DatabaseSchema =>
  JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as DatabaseSchema
