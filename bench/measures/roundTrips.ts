import type { Generator } from '../load/startGenerator'
import type { City } from '../targets/city'
import { evenSpread, type Target } from '../targets/target'

/** Requests to the database per accepted vote, by what was asked, e.g. `insertDocument ballots`: 1. */
export interface RoundTripFigures {
  votes: number
  perVote: Record<string, number>
  /** Requests that change something. */
  writesPerVote: number
  requestsPerVote: number
}

const VOTES = 1000
const CALLERS = 16
const WRITES = /insert|modify|remove|Transaction/

/** Counted by the server, so that nothing which the SDK does by itself is left out. */
export async function countRoundTrips(
  city: City,
  target: Target,
  generator: Generator,
): Promise<RoundTripFigures> {
  const requests = await target.makeVotes(VOTES, evenSpread)
  const before = flatten(await city.countActions())
  const outcome = await generator.run({
    origin: target.url,
    callers: CALLERS,
    milliseconds: 60_000,
    requests,
    repeat: false,
  })
  const after = flatten(await city.countActions())
  if (outcome.accepted !== VOTES) throw new Error(`not every vote was accepted: ${outcome.firstProblem}`)
  const perVote = Object.fromEntries(
    [...after]
      .map(([name, number]) => [name, (number - (before.get(name) ?? 0)) / VOTES] as const)
      .filter(([, number]) => number > 0),
  )
  const sum = (isCounted: (name: string) => boolean): number =>
    Object.entries(perVote).reduce((total, [name, number]) => total + (isCounted(name) ? number : 0), 0)
  return {
    votes: VOTES,
    perVote,
    writesPerVote: sum((name) => WRITES.test(name)),
    requestsPerVote: sum(() => true),
  }
}

const flatten = (counts: Record<string, Record<string, number>>): Map<string, number> =>
  new Map(
    Object.entries(counts).flatMap(([action, collections]) =>
      Object.entries(collections).map(
        ([collection, number]) => [`${action.replace('database.', '')} ${collection}`, number] as const,
      ),
    ),
  )
