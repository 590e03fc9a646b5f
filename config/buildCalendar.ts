import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes cloudfunctions/platform/cases/holidays.json from npm chinese-days: the days of the State Council's yearly
 * notices that differ from Monday to Friday. Run by hand after the package changes (each November):
 * `npx tsx config/buildCalendar.ts`; the output is committed, so that no function carries the whole package.
 */

const FIRST_YEAR = 2020

interface YearDays {
  holidays: string[]
  workdays: string[]
}

/** Of the package's table: `2026-10-01` → name of the holiday. */
interface DaysByDate {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

/** By year; a year of which the package knows nothing is not there. */
export function compileCalendar({ holidays, workdays }: DaysByDate): Record<string, YearDays> {
  const years: Record<string, YearDays> = {}
  const add = (kind: keyof YearDays) => (day: string) => {
    const year = day.slice(0, 4)
    if (Number(year) < FIRST_YEAR) return
    years[year] ??= { holidays: [], workdays: [] }
    years[year][kind].push(day)
  }
  Object.keys(holidays).sort().forEach(add('holidays'))
  Object.keys(workdays).sort().forEach(add('workdays'))
  return years
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

export function readChineseDays(): DaysByDate & { version: string } {
  const { version } = read(require.resolve('chinese-days/package.json')) as { version: string }
  return { ...(read(require.resolve('chinese-days/dist/chinese-days.json')) as DaysByDate), version }
}

export function calendarFile({ version, ...days }: DaysByDate & { version: string }): string {
  const source = `国务院办公厅关于部分节假日安排的通知 of each year, through npm chinese-days ${version} (MIT)`
  return `${JSON.stringify({ madeBy: 'config/buildCalendar.ts', source, years: compileCalendar(days) }, null, 2)}\n`
}

if (require.main === module) {
  const target = join(__dirname, '../cloudfunctions/platform/cases/holidays.json')
  writeFileSync(target, calendarFile(readChineseDays()))
}
