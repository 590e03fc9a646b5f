import type { HttpRequest, LoadOutcome } from '../load/order'
import type { Generator } from '../load/startGenerator'
import type { Plan } from '../plan'
import { median, plainNumber } from '../report/numbers'
import type { Progress } from '../report/progress'
import type { City } from '../targets/city'
import { evenSpread, type Target } from '../targets/target'
import { createVoteSupply } from './voteSupply'

/** A vote's way, each step going one part further than the one before: what a part costs is the difference. */
export interface StepFigures {
  step: string
  perSecond: number
  p50: number
  /** Of all cores together, per request: what the machine spends when callers keep it busy. */
  microsecondsEach: number
}

const CALLERS = 64

interface Step {
  step: string
  /** Votes can be cast once; the other requests are repeated. */
  requests(callers: number, milliseconds: number): Promise<HttpRequest[]>
  repeat: boolean
  note?(outcome: LoadOutcome): void
  outcomes: LoadOutcome[]
}

const repeated = (step: string, request: HttpRequest): Step => ({
  step,
  requests: async () => [request],
  repeat: true,
  outcomes: [],
})

const stepsOf = (vote: Target): Step[] => {
  const call = (act: 'answer' | 'read'): HttpRequest => ({
    method: 'POST',
    path: '/call/ballotLoader',
    body: JSON.stringify({ act }),
  })
  const supply = createVoteSupply((count) => vote.makeVotes(count, evenSpread))
  return [
    repeated('port only', { method: 'GET', path: '/local/health' }),
    repeated('and a function instance', call('answer')),
    repeated('and one read by the SDK', call('read')),
    {
      step: 'a vote: checks and one insert by the SDK',
      requests: supply.prepare,
      repeat: false,
      note: (outcome) => supply.note(CALLERS, outcome),
      outcomes: [],
    },
  ]
}

export const wayRounds = (plan: Plan): number => plan.rounds + 1
export const waySteps = (plan: Plan): number => 4 * wayRounds(plan)

/** The first round warms up and is left out. */
export async function measureWay(
  city: City,
  vote: Target,
  plan: Plan,
  generator: Generator,
  progress: Progress,
): Promise<StepFigures[]> {
  const steps = stepsOf(vote)
  for (let round = 0; round < wayRounds(plan); round++)
    for (const { step, requests, repeat, note, outcomes } of steps) {
      const milliseconds = plan.roundMilliseconds
      const order = { origin: city.url, callers: CALLERS, milliseconds, repeat }
      const outcome = await generator.run({ ...order, requests: await requests(CALLERS, milliseconds) })
      note?.(outcome)
      if (outcome.accepted !== outcome.sent) throw new Error(`${step}: ${outcome.firstProblem}`)
      if (round > 0) outcomes.push(outcome)
      progress.step(`${step}: ${plainNumber(outcome.acceptedPerSecond)}/s`)
    }
  return steps.map(({ step, outcomes }) => {
    const perSecond = median(outcomes.map(({ acceptedPerSecond }) => acceptedPerSecond))
    return {
      step,
      perSecond,
      p50: median(outcomes.map(({ p50 }) => p50)),
      microsecondsEach: 1e6 / perSecond,
    }
  })
}
