/** How much is measured. The command line chooses one of three sizes. */
export interface Plan {
  name: 'quick' | 'ordinary' | 'full'
  callers: readonly number[]
  /** Rounds per target and number of callers; the median is reported. */
  rounds: number
  roundMilliseconds: number
  warmUpMilliseconds: number
  /** Ballots already stored while more are cast, in the comparison with none. */
  ballotsPresent: number
  /** Sizes of the campaigns that are tallied and recounted, each in a city of its own. */
  counted: readonly number[]
  coldStarts: number
}

const CALLERS = [1, 16, 64] as const

const sizes: Record<Plan['name'], Omit<Plan, 'name' | 'callers'>> = {
  quick: {
    rounds: 3,
    roundMilliseconds: 700,
    warmUpMilliseconds: 1500,
    ballotsPresent: 20_000,
    counted: [20_000],
    coldStarts: 2,
  },
  ordinary: {
    rounds: 3,
    roundMilliseconds: 2000,
    warmUpMilliseconds: 3000,
    ballotsPresent: 100_000,
    counted: [100_000],
    coldStarts: 5,
  },
  full: {
    rounds: 5,
    roundMilliseconds: 4000,
    warmUpMilliseconds: 4000,
    ballotsPresent: 100_000,
    counted: [100_000, 1_000_000],
    coldStarts: 5,
  },
}

export const USAGE = `npm run bench -- [--quick | --full | --cases | --volunteers]
  --quick    under 2 minutes, small sizes: to see that it works
  (nothing)  under 8 minutes
  --full     five rounds, and a campaign of 1,000,000 ballots
  --cases    street problems instead: 200,000 of them against 2,000
  --volunteers  boards of 200,000 volunteers against 2,000, and weeks of 20,000 check-ins against 2,000`

/** Throws with the usage when an argument is not known. */
export function readPlan(given: readonly string[]): Plan {
  const unknown = given.filter((argument) => !['--quick', '--full'].includes(argument))
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}\n${USAGE}`)
  const name = given.includes('--quick') ? 'quick' : given.includes('--full') ? 'full' : 'ordinary'
  return { name, callers: CALLERS, ...sizes[name] }
}
