import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from '../../config/folders'
import type { ColdStartFigures } from '../measures/coldStart'
import type { CountingFigures } from '../measures/counting'
import type { ReadFigures } from '../measures/reads'
import type { RoundTripFigures } from '../measures/roundTrips'
import type { VotingFigures } from '../measures/voting'
import type { StepFigures } from '../measures/way'
import type { Plan } from '../plan'
import type { MachineFacts } from './machine'

/** Everything one run found; times in milliseconds unless a name says otherwise. */
export interface BenchResults {
  startedAt: string
  seconds: number
  machine: MachineFacts
  plan: Plan
  voting: VotingFigures[]
  spread: VotingFigures[]
  present: VotingFigures[]
  roundTrips: RoundTripFigures
  way: StepFigures[]
  counting: CountingFigures[]
  reads: ReadFigures[]
  coldStart: ColdStartFigures
}

/** Writes the file that runs are compared by; answers where. */
export function saveResults(results: BenchResults): string {
  const file = folderOf('bench/results/latest.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  return file
}
