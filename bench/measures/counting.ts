import { hoursOf } from '../ballotLoader/series'
import type { Plan } from '../plan'
import type { Progress } from '../report/progress'
import type { City } from '../targets/city'
import { type BenchCampaign, openCampaign, wholePath } from '../targets/wholePath'
import { measurePublicFile, type PublicFileFigures } from './publicFile'
import { countInSqlite, type SqliteCount } from './sqliteCount'

/** Tally, recount and publication of one campaign, against SQLite counting the same ballots. Times in milliseconds. */
export interface CountingFigures extends PublicFileFigures {
  ballots: number
  buckets: number
  /** The timer folding all of them at once; in use it folds one minute's ballots each minute. */
  tally: number
  timerRuns: number
  /** Runs stopped by the function's time limit; the next run went on where they were. */
  timerRunsStopped: number
  recount: number
  recountCalls: number
  /** `SELECT candidate, count(*) … GROUP BY candidate` over a table of as many rows, without a fitting index. */
  sqliteFullScan: number
}

export interface CountedCampaign extends BenchCampaign {
  figures: CountingFigures
}

const HOUR = 3_600_000
const BALLOTS_PER_CALL = 20_000
export const countingSteps = (plan: Plan): number =>
  plan.counted.reduce((steps, ballots) => steps + Math.ceil(ballots / BALLOTS_PER_CALL) + 6, 0)

/** `city` must have its own timers off, or they would count along. */
export async function measureCounting(
  city: City,
  ballots: number,
  folder: string,
  progress: Progress,
): Promise<CountedCampaign> {
  const minutes = hoursOf(ballots) * 60
  const firstBucket = Math.floor(Date.now() / HOUR) * HOUR - (minutes / 60 + 2) * HOUR
  const campaign = await openCampaign(city, firstBucket, firstBucket + (minutes + 10) * 60_000)
  await castFirstBallot(city, campaign, firstBucket + 5 * 60_000)
  await loadBallots(city, campaign, firstBucket, ballots, progress)
  const tally = await foldAll(city)
  progress.step(`tally of ${ballots} in ${Math.round(tally.milliseconds)} ms, ${tally.runs} timer runs`)
  const recount = await recountAll(city, campaign.campaignId)
  progress.step(`recount of ${ballots} in ${Math.round(recount.milliseconds)} ms`)
  const sqlite = countInSqlite(folder, ballots, campaign.candidateIds)
  progress.step(`SQLite, full scan of ${ballots} in ${Math.round(sqlite.milliseconds)} ms`)
  const publicFile = await measurePublicFile(city, campaign.campaignId, folder, progress)
  await comparePublished(city, campaign.campaignId, sqlite)
  progress.step('tally, recount, published list, public file and SQLite are equal')
  const figures = {
    ballots: ballots + 1,
    buckets: minutes,
    tally: tally.milliseconds,
    timerRuns: tally.runs,
    timerRunsStopped: tally.stopped,
    recount: recount.milliseconds,
    recountCalls: recount.calls,
    sqliteFullScan: sqlite.milliseconds,
    ...publicFile,
  }
  return { ...campaign, figures }
}

/** By the way of a voter, as the first ballot freezes the rules, and nothing can be published without. */
async function castFirstBallot(city: City, campaign: BenchCampaign, at: number): Promise<void> {
  await city.moveClock(at - Date.now())
  const [vote] = await wholePath(city, campaign).makeVotes(1, () => 0)
  const answer = await fetch(city.url + vote?.path, {
    method: 'POST',
    headers: { authorization: vote?.authorization ?? '', 'content-type': 'application/json' },
    body: vote?.body ?? '',
  })
  const text = await answer.text()
  if (!text.includes('"ok":true')) throw new Error(`the first ballot was refused: ${text}`)
  await city.moveClock(0)
}

async function loadBallots(
  city: City,
  { campaignId, candidateIds }: BenchCampaign,
  firstBucket: number,
  ballots: number,
  progress: Progress,
): Promise<void> {
  for (let from = 0; from < ballots; from += BALLOTS_PER_CALL) {
    const to = Math.min(ballots, from + BALLOTS_PER_CALL)
    await city.callFunction('ballotLoader', { act: 'load', campaignId, candidateIds, firstBucket, from, to })
    progress.step(`${to} ballots stored`)
  }
}

const RUNS_AT_MOST = 100

async function foldAll(city: City): Promise<{ milliseconds: number; runs: number; stopped: number }> {
  const startedAt = performance.now()
  let stopped = 0
  for (let runs = 1; runs <= RUNS_AT_MOST; runs++) {
    const outcome = await city.runTimer()
    if (outcome === null) stopped += 1
    else if (outcome.folded === 0) return { milliseconds: performance.now() - startedAt, runs, stopped }
  }
  throw new Error(`the tally was not finished after ${RUNS_AT_MOST} timer runs`)
}

async function recountAll(city: City, campaignId: string): Promise<{ milliseconds: number; calls: number }> {
  const startedAt = performance.now()
  let recount = await city.voting('recount', { campaignId })
  let calls = 1
  for (; recount.state === 'running'; calls++)
    recount = await city.voting('recount', { campaignId, recountId: recount.recountId })
  if (recount.state !== 'equal') throw new Error(`the recount ended as ${recount.state}`)
  return { milliseconds: performance.now() - startedAt, calls }
}

async function comparePublished(city: City, campaignId: string, sqlite: SqliteCount): Promise<void> {
  const { tally } = await city.voting('getCount', { campaignId })
  const { entries } = await city.voting('getResults', { campaignId })
  for (const { candidateId, votes } of entries) {
    const inTally = tally?.votes[candidateId] ?? 0
    const counted = sqlite.votes[candidateId] ?? 0
    if (votes !== inTally || votes !== counted)
      throw new Error(`${candidateId}: list ${votes}, tally ${inTally}, SQLite ${counted}`)
  }
}
