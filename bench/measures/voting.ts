import type { LoadOutcome } from '../load/order'
import type { Generator } from '../load/startGenerator'
import type { Plan } from '../plan'
import { median, plainNumber } from '../report/numbers'
import type { Progress } from '../report/progress'
import type { Target } from '../targets/target'
import { createVoteSupply, type VoteSupply } from './voteSupply'

/** Votes accepted per second, and how long each waited: medians over the rounds. */
export interface VotingFigures {
  label: string
  callers: number
  rounds: number
  acceptedPerSecond: number
  p50: number
  p99: number
  generatorLoad: number
  /** Processor time of the server per vote, in microseconds; null where the system does not tell. */
  cpuPerVote: number | null
  accepted: number
  refusedOrFailed: number
  /** The figures the medians come from. */
  perRound: { acceptedPerSecond: number; p50: number; p99: number }[]
}

export interface Contest {
  label: string
  target: Target
  choose: () => number
}

export const votingSteps = (plan: Plan, contests: number, callers: readonly number[]): number =>
  contests * callers.length * plan.rounds

/**
 * Lets the targets take turns within each round, so that a slow moment of the machine falls on all of them, and
 * checks after every turn that what was accepted is what is stored, each voter once.
 */
export async function measureVoting(
  contests: readonly Contest[],
  callers: readonly number[],
  plan: Plan,
  generator: Generator,
  progress: Progress,
): Promise<VotingFigures[]> {
  const lanes = await Promise.all(contests.map((contest) => openLane(contest)))
  for (const lane of lanes) await takeTurn(lane, Math.max(...callers), plan.warmUpMilliseconds, generator)
  const outcomes = new Map<string, Turn[]>()
  for (let round = 1; round <= plan.rounds; round++)
    for (const number of callers)
      for (const [index, lane] of lanes.entries()) {
        const outcome = await takeTurn(lane, number, plan.roundMilliseconds, generator)
        const name = `${number} ${index}`
        outcomes.set(name, [...(outcomes.get(name) ?? []), outcome])
        progress.step(
          `${lane.label}, ${number} callers, round ${round}: ${plainNumber(outcome.acceptedPerSecond)}/s`,
        )
      }
  return callers.flatMap((number) =>
    lanes.map((lane, index) => summarise(lane.label, number, outcomes.get(`${number} ${index}`) ?? [])),
  )
}

interface Lane {
  label: string
  target: Target
  supply: VoteSupply
  /** Ballots accepted so far, warm-up included. */
  accepted: number
}

interface Turn extends LoadOutcome {
  serverCpuMilliseconds: number
}

async function openLane({ label, target, choose }: Contest): Promise<Lane> {
  const { stored } = await target.countStored()
  return {
    label,
    target,
    supply: createVoteSupply((count) => target.makeVotes(count, choose)),
    accepted: stored,
  }
}

async function takeTurn(
  lane: Lane,
  callers: number,
  milliseconds: number,
  generator: Generator,
): Promise<Turn> {
  const requests = await lane.supply.prepare(callers, milliseconds)
  const order = { origin: lane.target.url, callers, milliseconds, requests, repeat: false }
  const cpuBefore = lane.target.program.cpuMilliseconds()
  const outcome = await generator.run(order)
  const serverCpuMilliseconds = lane.target.program.cpuMilliseconds() - cpuBefore
  lane.supply.note(callers, outcome)
  lane.accepted += outcome.accepted
  await verify(lane, outcome)
  return { ...outcome, serverCpuMilliseconds }
}

/** A request that failed on the way may have been stored nevertheless; without such, the numbers must be equal. */
async function verify(
  { label, target, accepted }: Lane,
  { failed, firstProblem }: LoadOutcome,
): Promise<void> {
  const { stored, distinct } = await target.countStored()
  const isRight = distinct === stored && stored >= accepted && stored <= accepted + failed
  if (!isRight)
    throw new Error(
      `${label}: accepted ${accepted}, stored ${stored}, different voters ${distinct}; ${firstProblem}`,
    )
}

function summarise(label: string, callers: number, outcomes: Turn[]): VotingFigures {
  const of = (figure: keyof LoadOutcome & ('acceptedPerSecond' | 'p50' | 'p99' | 'generatorLoad')): number =>
    median(outcomes.map((outcome) => outcome[figure]))
  const sum = (value: (outcome: Turn) => number): number =>
    outcomes.reduce((total, outcome) => total + value(outcome), 0)
  const accepted = sum((outcome) => outcome.accepted)
  const cpuPerVote = (sum((outcome) => outcome.serverCpuMilliseconds) / accepted) * 1000
  return {
    label,
    callers,
    rounds: outcomes.length,
    acceptedPerSecond: of('acceptedPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    generatorLoad: of('generatorLoad'),
    cpuPerVote: Number.isFinite(cpuPerVote) ? cpuPerVote : null,
    accepted,
    refusedOrFailed: sum(({ refused, failed }) => refused + failed),
    perRound: outcomes.map(({ acceptedPerSecond, p50, p99 }) => ({ acceptedPerSecond, p50, p99 })),
  }
}
