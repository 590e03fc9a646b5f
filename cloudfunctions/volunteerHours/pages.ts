import { PAGE_SIZE } from '../../contract/limits'

/** A page of rows that were asked for with one more. `place`: where a row stands in its list. Pure. */
export function pageOf<R>(rows: R[], place: (row: R) => string | null): { page: R[]; next: string | null } {
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return { page, next: rows.length > PAGE_SIZE && last !== undefined ? place(last) : null }
}
