import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildPrograms } from './build'
import { benchCases, casesTable } from './cases'
import { startGenerator } from './load/startGenerator'
import { readPlan } from './plan'
import { endEverything } from './programs'
import { readMachineFacts } from './report/machine'
import { type BenchResults, saveResults } from './report/results'
import { summarise } from './report/summary'
import { measureAll } from './suite'
import { benchVolunteers } from './volunteers'

const CASES = [2000, 200_000] as const
const VOLUNTEERS = [2000, 200_000] as const
const CHECK_INS = [2000, 20_000] as const

const ofCases = async (folder: string): Promise<string> =>
  casesTable('Looking at street problems, one caller, ms', await benchCases(folder, CASES), CASES)

const ofVolunteers = (folder: string): Promise<string> => benchVolunteers(folder, VOLUNTEERS, CHECK_INS)

async function runAlone(measure: (folder: string) => Promise<string>): Promise<void> {
  await buildPrograms()
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-bench-'))
  try {
    console.log(`\n${await measure(folder)}`)
  } finally {
    endEverything()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(): Promise<void> {
  if (process.argv.includes('--cases')) return runAlone(ofCases)
  if (process.argv.includes('--volunteers')) return runAlone(ofVolunteers)
  const plan = readPlan(process.argv.slice(2))
  const startedAt = new Date()
  await buildPrograms()
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-bench-'))
  const generator = startGenerator()
  try {
    const figures = await measureAll({ plan, folder, generator })
    const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000)
    const results: BenchResults = {
      startedAt: startedAt.toISOString(),
      seconds,
      machine: readMachineFacts(),
      plan,
      ...figures,
    }
    console.log(`\n${summarise(results)}\n\n${seconds} s; all figures are in ${saveResults(results)}`)
  } finally {
    generator.stop()
    endEverything()
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    endEverything()
    process.exit(1)
  })

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
