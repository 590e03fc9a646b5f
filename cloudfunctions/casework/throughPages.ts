import type { CaseRow } from '../platform/cases/rows'

/** One after another, so that a job of one minute cannot run into the next with more than this. */
const PAGES = 20

/**
 * Does something with each case that a job finds, page by page, from the longest waiting. A case that resists must not
 * keep the others waiting; what failed is thrown at the end and comes again in a minute. Answers how many were done.
 */
export async function throughPages(
  load: (after: number) => Promise<CaseRow[]>,
  timeOf: (row: CaseRow) => number | null,
  work: (row: CaseRow) => Promise<void>,
): Promise<number> {
  const failures: unknown[] = []
  let done = 0
  let after = 0
  for (let page = 0; page < PAGES; page++) {
    const rows = await load(after)
    for (const row of rows) {
      await work(row).catch((error: unknown) => failures.push(error))
      after = timeOf(row) ?? after
    }
    done += rows.length
    if (rows.length === 0) break
  }
  if (failures.length > 0) throw failures[0]
  return done
}
