import path from 'node:path'
import { casesTable } from './cases'
import { measureCases } from './measures/cases'
import { fillBoards, measureRollUp } from './measures/volunteers'
import { plainNumber, ratio } from './report/numbers'
import { showProgress } from './report/progress'
import { layOutTable } from './report/table'
import { startCity } from './targets/city'

/** `npm run bench -- --volunteers`: boards with few volunteers and with many; a week's hours, counted. */

const CALLS = 200

/** `volunteers`: of the boards; `checkIns`: of the weeks. Answers what is to be printed. */
export async function benchVolunteers(
  folder: string,
  volunteers: readonly [number, number],
  checkIns: readonly [number, number],
): Promise<string> {
  const progress = showProgress('volunteers', 2 * volunteers.length + 3 + checkIns.length)
  const cities = []
  for (const number of volunteers) {
    const city = await startCity(path.join(folder, `volunteers-${number}`), { hasTimers: false })
    cities.push(await fillBoards(city, number, progress))
  }
  const boards = casesTable(
    'Reading boards, one caller, ms',
    await measureCases(cities, CALLS, progress),
    volunteers,
  )
  await Promise.all(cities.map(({ city }) => city.program.stop()))
  const times: number[] = []
  for (const number of checkIns) {
    const city = await startCity(path.join(folder, `week-${number}`), { hasTimers: false })
    times.push(await measureRollUp(city, number))
    progress.step(`a week of ${number} check-ins counted`)
    await city.program.stop()
  }
  progress.end()
  const [few = 0, many = 0] = times
  const head = ['', `of ${plainNumber(checkIns[0])}`, `of ${plainNumber(checkIns[1])}`, 'ratio']
  const row = ['each', plainNumber(few), plainNumber(many), ratio(many, few)]
  return `${boards}\n\n${layOutTable("Counting a week's check-ins, ms", head, [row])}`
}
