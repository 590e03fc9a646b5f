import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { benchFolder, functionsFolder } from '../build'
import type { Plan } from '../plan'
import { median, plainNumber } from '../report/numbers'
import type { Progress } from '../report/progress'
import { startCity } from '../targets/city'

/** Medians in milliseconds. */
export interface ColdStartFigures {
  bundleBytes: number
  /** In a new process: loading the bundle, its first call and its second; no database asked. */
  load: number
  firstCall: number
  secondCall: number
  /** On the local cloud: from start to ready, the first call (which starts an instance), and the call after it. */
  cloudStart: number
  firstCallOnCloud: number
  secondCallOnCloud: number
}

type Sample = Omit<ColdStartFigures, 'bundleBytes'>

export const coldStartSteps = (plan: Plan): number => plan.coldStarts

export async function measureColdStart(
  plan: Plan,
  folder: string,
  progress: Progress,
): Promise<ColdStartFigures> {
  const samples: Sample[] = []
  for (let number = 1; number <= plan.coldStarts; number++) {
    const sample = {
      ...(await startInProcess()),
      ...(await startOnCloud(path.join(folder, `coldStart-${number}`))),
    }
    samples.push(sample)
    progress.step(`first call after ${plainNumber(sample.firstCallOnCloud)} ms`)
  }
  const of = (figure: keyof Sample): number => median(samples.map((sample) => sample[figure]))
  return {
    bundleBytes: statSync(votingBundle).size,
    load: of('load'),
    firstCall: of('firstCall'),
    secondCall: of('secondCall'),
    cloudStart: of('cloudStart'),
    firstCallOnCloud: of('firstCallOnCloud'),
    secondCallOnCloud: of('secondCallOnCloud'),
  }
}

const votingBundle = path.join(functionsFolder, 'voting/index.js')

async function startInProcess(): Promise<Pick<Sample, 'load' | 'firstCall' | 'secondCall'>> {
  const program = path.join(benchFolder, 'freshProcess.js')
  const { stdout } = await promisify(execFile)(process.execPath, [program, votingBundle])
  const line = stdout.trim().split('\n').at(-1) ?? '{}'
  const { load, first, second } = JSON.parse(line) as { load: number; first: number; second: number }
  return { load, firstCall: first, secondCall: second }
}

async function startOnCloud(
  folder: string,
): Promise<Pick<Sample, 'cloudStart' | 'firstCallOnCloud' | 'secondCallOnCloud'>> {
  const city = await startCity(folder, { hasTimers: false })
  const call = async (): Promise<number> => {
    const startedAt = performance.now()
    await city.callFunction('voting', { method: 'listCampaigns', input: {} })
    return performance.now() - startedAt
  }
  const firstCallOnCloud = await call()
  const secondCallOnCloud = await call()
  await city.program.stop()
  return { cloudStart: city.program.startMilliseconds, firstCallOnCloud, secondCallOnCloud }
}
