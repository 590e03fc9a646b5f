import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LocalCloudOptions, startLocalCloud } from './localCloud'
import { createLog } from './log'

const USAGE = `usage: main.js --data <folder> --functions <folder> [options]
  --port <number>       public port on 127.0.0.1 (8790; 0 takes a free one)
  --data <folder>       everything that is kept
  --functions <folder>  built cloud functions with database.json and messagePush.json
  --site <folder>       built H5 program
  --people <file>       identities to sign in as
  --control <token>     opens /local/control
  --workers <number>    most instances of one function (2 for each core)
  --no-timers           timers run, and results of media checks come, through control only
  --verbose             prints what functions print`

const WORKERS_PER_CORE = 2

function readOptions(): LocalCloudOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8790' },
      data: { type: 'string' },
      functions: { type: 'string' },
      site: { type: 'string' },
      people: { type: 'string' },
      control: { type: 'string' },
      workers: { type: 'string', default: String(WORKERS_PER_CORE * availableParallelism()) },
      'no-timers': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  })
  const { data, functions, site } = values
  if (data === undefined || functions === undefined) throw new Error(USAGE)
  return {
    port: wholeNumber('--port', values.port, 0, 65_535),
    dataFolder: resolve(data),
    functionsFolder: resolve(functions),
    siteFolder: site === undefined ? undefined : resolve(site),
    peopleFile: values.people,
    controlToken: values.control,
    instancesPerFunction: wholeNumber('--workers', values.workers, 1, 256),
    runsTimers: !values['no-timers'],
    programFolder: __dirname,
    log: createLog(values.verbose),
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`${flag} must be a whole number from ${least} to ${most}`)
  return number
}

async function main(): Promise<void> {
  // Instances on SCF run in UTC, and threads share the time zone of their process.
  process.env.TZ = 'UTC'
  const cloud = await startLocalCloud(readOptions())
  console.log(`localcloud ready on ${cloud.origin}`)
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      void cloud.stop().then(() => process.exit(0))
    })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
