import path from 'node:path'
import { type CaseFigures, fillCity, measureCases } from './measures/cases'
import { plainNumber, ratio } from './report/numbers'
import { showProgress } from './report/progress'
import { layOutTable } from './report/table'
import { startCity } from './targets/city'

/** `npm run bench -- --cases`: what street problems cost to look at, with few and with many of them. */

const CALLS = 200

/** Prints what was found; answers what is beyond what was promised. */
export async function benchCases(folder: string, sizes: readonly [number, number]): Promise<CaseFigures[]> {
  const progress = showProgress('cases', 14 + Math.ceil(sizes[1] / 20_000))
  const cities = []
  for (const cases of sizes) {
    const city = await startCity(path.join(folder, `cases-${cases}`), { hasTimers: false })
    cities.push(await fillCity(city, cases, progress))
  }
  const figures = await measureCases(cities, CALLS, progress)
  progress.end()
  await Promise.all(cities.map(({ city }) => city.program.stop()))
  return figures
}

export function casesTable(
  title: string,
  figures: readonly CaseFigures[],
  [few, many]: readonly [number, number],
): string {
  const names = [...new Set(figures.map(({ read }) => read))]
  const of = (read: string, cases: number) => figures.find((one) => one.read === read && one.cases === cases)
  const rows = names.flatMap((read) => {
    const [small, large] = [of(read, few), of(read, many)]
    if (!small || !large) return []
    return [
      [
        read,
        plainNumber(small.p50),
        plainNumber(small.p95),
        plainNumber(large.p50),
        plainNumber(large.p95),
        ratio(large.p95, small.p95),
        String(large.roundTrips),
        `${small.answered} / ${large.answered}`,
      ],
    ]
  })
  const head = [
    '',
    `p50 of ${plainNumber(few)}`,
    'p95',
    `p50 of ${plainNumber(many)}`,
    'p95',
    'p95 ratio',
    'round trips',
    'answered',
  ]
  return layOutTable(title, head, rows)
}
