import type { LoadOutcome } from '../load/order'
import type { Generator } from '../load/startGenerator'
import type { Plan } from '../plan'
import { median, plainNumber } from '../report/numbers'
import type { Progress } from '../report/progress'
import type { Target } from '../targets/target'

/** What people ask for most: the campaign and, once published, its results. */
export interface ReadFigures {
  label: string
  read: string
  callers: number
  answeredPerSecond: number
  p50: number
  p99: number
}

const CALLERS = [1, 16] as const

export interface ReadTarget {
  label: string
  target: Target
}

const readsOf = (targets: readonly ReadTarget[]) =>
  targets.flatMap(({ label, target }) =>
    Object.entries(target.reads).map(([read, request]) => ({ label, read, request, url: target.url })),
  )

export const readSteps = (plan: Plan, targets: readonly ReadTarget[]): number =>
  readsOf(targets).length * CALLERS.length * plan.rounds

export async function measureReads(
  targets: readonly ReadTarget[],
  plan: Plan,
  generator: Generator,
  progress: Progress,
): Promise<ReadFigures[]> {
  const lanes = CALLERS.flatMap((callers) =>
    readsOf(targets).map((lane) => ({ ...lane, callers, outcomes: [] as LoadOutcome[] })),
  )
  for (let round = 0; round < plan.rounds; round++)
    for (const { label, read, request, url, callers, outcomes } of lanes) {
      const milliseconds = plan.roundMilliseconds / 2
      const outcome = await generator.run({
        origin: url,
        callers,
        milliseconds,
        requests: [request],
        repeat: true,
      })
      if (outcome.accepted !== outcome.sent) throw new Error(`${label}, ${read}: ${outcome.firstProblem}`)
      outcomes.push(outcome)
      progress.step(`${label}, ${read}, ${callers} callers: ${plainNumber(outcome.acceptedPerSecond)}/s`)
    }
  return lanes.map(({ label, read, callers, outcomes }) => ({
    label,
    read,
    callers,
    answeredPerSecond: median(outcomes.map(({ acceptedPerSecond }) => acceptedPerSecond)),
    p50: median(outcomes.map(({ p50 }) => p50)),
    p99: median(outcomes.map(({ p99 }) => p99)),
  }))
}
