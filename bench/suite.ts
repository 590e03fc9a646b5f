import path from 'node:path'
import type { Generator } from './load/startGenerator'
import { coldStartSteps, measureColdStart } from './measures/coldStart'
import { type CountedCampaign, countingSteps, measureCounting } from './measures/counting'
import { measureReads, readSteps } from './measures/reads'
import { countRoundTrips } from './measures/roundTrips'
import { type Contest, measureVoting, type VotingFigures, votingSteps } from './measures/voting'
import { measureWay, waySteps } from './measures/way'
import type { Plan } from './plan'
import { type Progress, showProgress } from './report/progress'
import type { BenchResults } from './report/results'
import { type City, startCity } from './targets/city'
import { startReference } from './targets/reference'
import { evenSpread, landslide } from './targets/target'
import { openCampaign, wholePath } from './targets/wholePath'

/** The parts of a run. Each starts the programs it measures and ends them, so that none disturbs another. */
export interface Suite {
  plan: Plan
  folder: string
  generator: Generator
}

const HOUR = 3_600_000
const MANY_CALLERS = [64]

export async function measureAll(
  suite: Suite,
): Promise<Omit<BenchResults, 'startedAt' | 'seconds' | 'machine' | 'plan'>> {
  const { plan, folder } = suite
  const coldStart = await withProgress('cold start', coldStartSteps(plan), (progress) =>
    measureColdStart(plan, folder, progress),
  )
  return { coldStart, ...(await measureVotes(suite)), ...(await measureStored(suite)) }
}

/** Voting as it is in use: timers run, and every vote is the first of its voter. */
async function measureVotes(suite: Suite) {
  const { folder } = suite
  const floor = await startReference('floor', folder)
  const afternoon = await startReference('afternoon', folder)
  const city = await startCity(path.join(folder, 'city'), { hasTimers: true })
  const whole = await openTarget(city)
  const voting = await compare(suite, 'voting', suite.plan.callers, [
    { label: 'floor', target: floor, choose: evenSpread },
    { label: 'afternoon', target: afternoon, choose: evenSpread },
    { label: 'whole path', target: whole, choose: evenSpread },
  ])
  const roundTrips = await countRoundTrips(city, whole, suite.generator)
  const way = await withProgress("a vote's way", waySteps(suite.plan), (progress) =>
    measureWay(city, whole, suite.plan, suite.generator, progress),
  )
  const spread = await compare(suite, 'landslide', MANY_CALLERS, [
    { label: 'even spread', target: await openTarget(city), choose: evenSpread },
    { label: 'landslide', target: await openTarget(city), choose: landslide },
  ])
  await Promise.all([floor, afternoon, city].map(({ program }) => program.stop()))
  return { voting, roundTrips, way, spread }
}

/** What depends on how many ballots there are. */
async function measureStored(suite: Suite) {
  const { plan, folder, generator } = suite
  const filled = await startCity(path.join(folder, 'filled'), { hasTimers: false })
  const counted = await countCampaigns(suite, filled)
  const empty = await startCity(path.join(folder, 'empty'), { hasTimers: false })
  const present = await compare(suite, 'ballots present', MANY_CALLERS, [
    { label: 'none', target: await openTarget(empty), choose: evenSpread },
    { label: 'present', target: await openTarget(filled), choose: evenSpread },
  ])
  await empty.program.stop()

  const floor = await startReference('floor', path.join(folder, 'empty'))
  await generator.run({
    origin: floor.url,
    callers: 1,
    milliseconds: 60_000,
    requests: await floor.makeVotes(100, evenSpread),
    repeat: false,
  })
  const readTargets = [
    { label: 'floor', target: floor },
    { label: 'whole path', target: wholePath(filled, counted[0] as CountedCampaign) },
  ]
  const reads = await withProgress('reads', readSteps(plan, readTargets), (progress) =>
    measureReads(readTargets, plan, generator, progress),
  )
  await Promise.all([floor, filled].map(({ program }) => program.stop()))
  return { counting: counted.map(({ figures }) => figures), present, reads }
}

/** The first campaign is counted in `filled`, the larger ones each in a city that then goes away. */
const countCampaigns = ({ plan, folder }: Suite, filled: City): Promise<CountedCampaign[]> =>
  withProgress('tally and recount', countingSteps(plan), async (progress) => {
    const campaigns: CountedCampaign[] = []
    for (const ballots of plan.counted) {
      const isFirst = campaigns.length === 0
      const city = isFirst ? filled : await startCity(path.join(folder, `${ballots}`), { hasTimers: false })
      campaigns.push(await measureCounting(city, ballots, folder, progress))
      if (!isFirst) await city.program.stop()
    }
    return campaigns
  })

/** A campaign of its own that is open for voting now. */
const openTarget = async (city: City) =>
  wholePath(city, await openCampaign(city, Date.now() - HOUR, Date.now() + 6 * HOUR))

const compare = (
  { plan, generator }: Suite,
  title: string,
  callers: readonly number[],
  contests: Contest[],
): Promise<VotingFigures[]> =>
  withProgress(title, votingSteps(plan, contests.length, callers), (progress) =>
    measureVoting(contests, callers, plan, generator, progress),
  )

async function withProgress<T>(
  title: string,
  steps: number,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = showProgress(title, steps)
  try {
    return await work(progress)
  } finally {
    progress.end()
  }
}
