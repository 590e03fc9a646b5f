import { type StopLater, startBackend } from './backend'
import { createClock } from './clock'
import { lockDataFolder } from './dataFolder'
import { readFunctions } from './functions/functionFolder'
import { callRoute } from './gateway/callRoute'
import { controlRoutes } from './gateway/controlRoutes'
import { createGateway, type Gateway } from './gateway/gateway'
import { localRoutes } from './gateway/localRoutes'
import { operatorRoutes } from './gateway/operatorRoutes'
import { staticSite } from './gateway/staticSite'
import { createStorageRoutes } from './gateway/storageRoutes'
import { webRoute } from './gateway/webRoute'
import { openKeptParts } from './keptParts'
import type { Log } from './log'
import { createScheduler } from './scheduler/scheduler'

export interface LocalCloudOptions {
  /** 0 takes a free port. */
  port: number
  /** Everything that is kept lies here; deleting it while the cloud is off resets the cloud. */
  dataFolder: string
  /** One folder per function, `database.json`, and `messagePush.json` if there is one. */
  functionsFolder: string
  /** The built H5 program. */
  siteFolder?: string
  peopleFile?: string
  /** Opens /local/control to whoever has it. */
  controlToken?: string
  instancesPerFunction: number
  /** Whether timers run, and results of media checks come, by themselves; through control they always can. */
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

/** Parts stop in the opposite order of their start. */
async function composeCloud(options: LocalCloudOptions, stopLater: StopLater): Promise<Gateway> {
  const deployed = readFunctions(options.functionsFolder)
  stopLater(lockDataFolder(options.dataFolder))
  const clock = createClock()
  const kept = await openKeptParts(options, clock, () => gateway.origin())
  stopLater(() => kept.functionLog.stop())
  const backend = await startBackend(options, deployed, clock, kept, stopLater)
  const { functions } = backend

  const scheduler = createScheduler(deployed.values(), clock, (name, event) =>
    functions.invoke(name, event, { openid: undefined, source: 'wx_trigger', clientIp: undefined }),
  )
  stopLater(() => scheduler.stop())
  const control = controlRoutes({ ...kept, ...backend, token: options.controlToken, clock, scheduler })
  const gateway = createGateway(
    {
      call: callRoute(functions, kept.sessions),
      web: webRoute(functions),
      storage: createStorageRoutes(kept.files, kept.links, kept.sessions),
      exact: { ...localRoutes(kept), ...operatorRoutes(kept), ...control },
      site: staticSite(options.siteFolder),
    },
    options.log,
  )
  await gateway.listen(options.port)
  stopLater(() => gateway.close())
  if (options.runsTimers) scheduler.start()
  return gateway
}
