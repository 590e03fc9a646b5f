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

const CASES = [2000, 200_000] as const

async function runCases(): Promise<void> {
  await buildPrograms()
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-bench-'))
  try {
    console.log(`\n${casesTable(await benchCases(folder, CASES), CASES)}`)
  } finally {
    endEverything()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(): Promise<void> {
  if (process.argv.includes('--cases')) return runCases()
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
