import type { ColdStartFigures } from '../measures/coldStart'
import type { CountingFigures } from '../measures/counting'
import type { ReadFigures } from '../measures/reads'
import type { RoundTripFigures } from '../measures/roundTrips'
import type { VotingFigures } from '../measures/voting'
import type { StepFigures } from '../measures/way'
import { plainNumber, ratio } from './numbers'
import type { BenchResults } from './results'
import { layOutTable } from './table'

/** The tables at the end of a run. Ratios are what carries over to another machine. */
export function summarise(results: BenchResults): string {
  return [
    votingTable(results.voting),
    comparedTable('A landslide against an even spread', results.spread),
    comparedTable(
      `${plainNumber(results.plan.ballotsPresent)} ballots present against none`,
      results.present,
    ),
    roundTripTable(results.roundTrips),
    wayTable(results.way),
    countingTable(results.counting),
    publicFileTable(results.counting),
    readTable(results.reads),
    coldStartTable(results.coldStart),
  ].join('\n\n')
}

const known = (value: number | null): string => (value === null ? '?' : plainNumber(value))

function votingTable(figures: readonly VotingFigures[]): string {
  const rows = figures.map((row) => {
    const against = (label: string) =>
      figures.find((one) => one.label === label && one.callers === row.callers)
    const [floor, afternoon] = [against('floor'), against('afternoon')]
    return [
      `${row.callers} callers, ${row.label}`,
      plainNumber(row.acceptedPerSecond),
      plainNumber(row.p50),
      plainNumber(row.p99),
      ratio(row.acceptedPerSecond, floor?.acceptedPerSecond ?? Number.NaN),
      ratio(row.acceptedPerSecond, afternoon?.acceptedPerSecond ?? Number.NaN),
      ratio(row.p99, floor?.p99 ?? Number.NaN),
      known(row.cpuPerVote),
      String(row.refusedOrFailed),
      row.generatorLoad.toFixed(2),
    ]
  })
  const head = [
    '',
    'votes/s',
    'p50 ms',
    'p99 ms',
    'of floor',
    'of afternoon',
    'p99 of floor',
    'CPU µs',
    'errors',
    'generator',
  ]
  return layOutTable('Votes accepted (medians; every accepted vote was found stored, once)', head, rows)
}

/** The first row is what the others are compared with. */
function comparedTable(title: string, figures: readonly VotingFigures[]): string {
  const [first] = figures
  const rows = figures.map((row) => [
    `${row.callers} callers, ${row.label}`,
    plainNumber(row.acceptedPerSecond),
    plainNumber(row.p99),
    known(row.cpuPerVote),
    ratio(row.acceptedPerSecond, first?.acceptedPerSecond ?? Number.NaN),
    ratio(first?.cpuPerVote ?? Number.NaN, row.cpuPerVote ?? Number.NaN),
  ])
  return layOutTable(title, ['', 'votes/s', 'p99 ms', 'CPU µs', 'ratio', 'ratio by CPU'], rows)
}

function roundTripTable({ votes, perVote, writesPerVote, requestsPerVote }: RoundTripFigures): string {
  const rows = Object.entries(perVote).map(([name, number]) => [name, number.toFixed(3)])
  rows.push(['writes', writesPerVote.toFixed(3)], ['round trips', requestsPerVote.toFixed(3)])
  return layOutTable(`Requests to the database per vote, over ${votes} votes`, ['', 'per vote'], rows)
}

function wayTable(figures: readonly StepFigures[]): string {
  const rows = figures.map((row, index) => [
    row.step,
    plainNumber(row.perSecond),
    plainNumber(row.p50),
    known(row.cpuMicroseconds),
    known(
      row.cpuMicroseconds === null ? null : row.cpuMicroseconds - (figures[index - 1]?.cpuMicroseconds ?? 0),
    ),
  ])
  const head = ['', 'per second', 'p50 ms', 'CPU µs', 'CPU µs more than before']
  return layOutTable("A vote's way at 64 callers", head, rows)
}

function countingTable(figures: readonly CountingFigures[]): string {
  const rows = figures.map((row) => [
    `${plainNumber(row.ballots)} ballots in ${row.buckets} minutes`,
    plainNumber(row.tally),
    `${row.timerRuns} (${row.timerRunsStopped} stopped)`,
    plainNumber(row.recount),
    String(row.recountCalls),
    plainNumber(row.sqliteFullScan),
    ratio(row.tally, row.sqliteFullScan),
    ratio(row.recount, row.sqliteFullScan),
  ])
  const head = ['', 'tally ms', 'timer runs', 'recount ms', 'calls', 'SQLite ms', 'tally', 'recount']
  return layOutTable('Counting, with ratios to a full-scan GROUP BY in SQLite (counts are equal)', head, rows)
}

function publicFileTable(figures: readonly CountingFigures[]): string {
  const rows = figures.map((row) => [
    `${plainNumber(row.ballots)} ballots`,
    plainNumber(row.sealing),
    String(row.sealingCalls),
    (row.fileBytes / 1_048_576).toFixed(1),
    plainNumber(row.script),
    ratio(row.script, row.sqliteFullScan),
  ])
  const head = ['', 'sealing ms', 'calls', 'file MB', 'script ms', 'script against SQLite']
  return layOutTable('The public file, and the script that counts it in a process of its own', head, rows)
}

function readTable(figures: readonly ReadFigures[]): string {
  const rows = figures.map((row) => {
    const floor = figures.find((one) => one.label === 'floor' && one.callers === row.callers)
    return [
      `${row.callers} callers, ${row.label}, ${row.read}`,
      plainNumber(row.answeredPerSecond),
      plainNumber(row.p50),
      plainNumber(row.p99),
      ratio(row.p50, floor?.p50 ?? Number.NaN),
    ]
  })
  return layOutTable('Reads', ['', 'reads/s', 'p50 ms', 'p99 ms', 'p50 of floor'], rows)
}

function coldStartTable(figures: ColdStartFigures): string {
  const rows = [
    ['size of the bundle, MB', plainNumber(figures.bundleBytes / 1e6)],
    ['new process: load the bundle', plainNumber(figures.load)],
    ['new process: first call', plainNumber(figures.firstCall)],
    ['new process: second call', plainNumber(figures.secondCall)],
    ['local cloud: start to ready', plainNumber(figures.cloudStart)],
    ['local cloud: first call, starts an instance', plainNumber(figures.firstCallOnCloud)],
    ['local cloud: second call', plainNumber(figures.secondCallOnCloud)],
  ]
  return layOutTable('Cold start of voting, ms', ['', 'median'], rows)
}
