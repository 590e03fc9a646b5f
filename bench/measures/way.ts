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
  /** Processor time of the local cloud per request, all threads together; null where the system does not tell. */
  cpuMicroseconds: number | null
}

const CALLERS = 64

interface Step {
  step: string
  /** Votes can be cast once; the other requests are repeated. */
  requests(callers: number, milliseconds: number): Promise<HttpRequest[]>
  repeat: boolean
  note?(outcome: LoadOutcome): void
  outcomes: LoadOutcome[]
  cpuMilliseconds: number
}

const repeated = (step: string, request: HttpRequest): Step => ({
  step,
  requests: async () => [request],
  repeat: true,
  outcomes: [],
  cpuMilliseconds: 0,
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
      cpuMilliseconds: 0,
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
    for (const lane of steps) {
      const milliseconds = plan.roundMilliseconds
      const order = { origin: city.url, callers: CALLERS, milliseconds, repeat: lane.repeat }
      const requests = await lane.requests(CALLERS, milliseconds)
      const cpuBefore = city.program.cpuMilliseconds()
      const outcome = await generator.run({ ...order, requests })
      lane.note?.(outcome)
      if (outcome.accepted !== outcome.sent) throw new Error(`${lane.step}: ${outcome.firstProblem}`)
      if (round > 0) {
        lane.outcomes.push(outcome)
        lane.cpuMilliseconds += city.program.cpuMilliseconds() - cpuBefore
      }
      progress.step(`${lane.step}: ${plainNumber(outcome.acceptedPerSecond)}/s`)
    }
  return steps.map(summarise)
}

function summarise({ step, outcomes, cpuMilliseconds }: Step): StepFigures {
  const accepted = outcomes.reduce((total, outcome) => total + outcome.accepted, 0)
  const cpuMicroseconds = (cpuMilliseconds / accepted) * 1000
  return {
    step,
    perSecond: median(outcomes.map(({ acceptedPerSecond }) => acceptedPerSecond)),
    p50: median(outcomes.map(({ p50 }) => p50)),
    cpuMicroseconds: Number.isFinite(cpuMicroseconds) ? cpuMicroseconds : null,
  }
}
