import type { ProblemKind } from '../../contract/administration'
import { collection, type Row } from './database/collection'
import { describeError, log } from './log'

/** What whoever runs the program sees without a log search: problems, and when each timer last ran. */

export interface ProblemRow extends Row {
  at: number
  service: string
  method: string
  kind: ProblemKind
  milliseconds: number
  requestId: string
}

export interface TimerRunRow extends Row {
  lastRunAt: number
  milliseconds: number
  outcome: string
}

/** An instance that fails at every call must not fill the database with saying so; the log has all of them. */
const NOTED_PER_MINUTE = 20
let noted = { minute: 0, number: 0 }

/** Never fails the call that it is about. */
export async function noteProblem(problem: Omit<ProblemRow, '_id'>): Promise<void> {
  const minute = Math.floor(problem.at / 60_000)
  if (noted.minute !== minute) noted = { minute, number: 0 }
  noted.number += 1
  if (noted.number > NOTED_PER_MINUTE) return
  try {
    await collection<ProblemRow>('problems').insert({ _id: problem.requestId, ...problem })
  } catch (error) {
    log('warn', 'problem not noted', { trace: problem.requestId, error: describeError(error) })
  }
}

/** One row per service. */
export async function noteTimerRun(service: string, run: Omit<TimerRunRow, '_id'>): Promise<void> {
  const runs = collection<TimerRunRow>('timerRuns')
  if (!(await runs.changeOne({ _id: service }, { ...run }))) await runs.insert({ _id: service, ...run })
}
