import { OPEN311_PAGE, OPEN311_ROWS_MAX } from '../../contract/limits'
import { type Fields, given } from './rules'

/** Which requests somebody asks for, by the parameters of the address. Pure. */

const DAY = 86_400_000
/** "Default query limit is a span of 90 days", and "may not span more than 90 days". */
const SPAN = 90 * DAY

const listOf = (text: string | null): string[] | null =>
  text === null
    ? null
    : [
        ...new Set(
          text
            .split(',')
            .map((each) => each.trim())
            .filter(Boolean),
        ),
      ]

/** A date alone is that day in Shanghai. A `+` that was not escaped arrives as a space. */
export function readDateTime(text: string): number | null {
  const escaped = text.replace(/ (\d\d:?\d\d)$/, '+$1')
  if (/^\d{4}-\d\d-\d\d$/.test(escaped)) return orNull(Date.parse(`${escaped}T00:00:00+08:00`))
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(escaped)
  return isWhole ? orNull(Date.parse(escaped)) : null
}

const orNull = (number: number): number | null => (Number.isFinite(number) ? number : null)

export interface RequestFilter {
  /** Overrides everything else. */
  numbers: string[] | null
  categoryIds: string[] | null
  isOpen: boolean | null
  from: number
  until: number
  page: number
  pageSize: number
}

const timesOf = (fields: Fields, now: number): { from: number; until: number } | string => {
  const [start, end] = [given(fields, 'start_date'), given(fields, 'end_date')]
  const [from, until] = [start && readDateTime(start), end && readDateTime(end)]
  if ((start && from === null) || (end && until === null))
    return 'start_date 和 end_date 要写成 2026-11-21T18:00:00+08:00 这样。'
  const last = until || (from ? Math.min(Number(from) + SPAN, now) : now)
  const first = from || Number(last) - SPAN
  if (Number(first) > Number(last)) return 'start_date 不能晚于 end_date。'
  if (Number(last) - Number(first) > SPAN) return 'start_date 和 end_date 最多相隔 90 天。'
  return { from: Math.max(0, Number(first)), until: Math.max(0, Number(last)) }
}

const wholeOf = (text: string | null, usual: number, most: number): number | null => {
  if (text === null) return usual
  return /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), most) : null
}

export function readFilter(fields: Fields, now: number): RequestFilter | { problems: string[] } {
  const problems: string[] = []
  const times = timesOf(fields, now)
  if (typeof times === 'string') problems.push(times)
  const statuses = listOf(given(fields, 'status')) ?? []
  if (statuses.some((status) => status !== 'open' && status !== 'closed'))
    problems.push('status 只能是 open 或 closed。')
  const pageSize = wholeOf(given(fields, 'page_size'), OPEN311_PAGE.usual, OPEN311_PAGE.most)
  const page = wholeOf(given(fields, 'page'), 1, 1_000_000)
  if (pageSize === null || page === null) problems.push('page 和 page_size 要填正整数。')
  else if (page * pageSize > OPEN311_ROWS_MAX)
    problems.push(`最多翻到第 ${OPEN311_ROWS_MAX} 件。请缩短 start_date 到 end_date 的时间。`)
  const numbers = listOf(given(fields, 'service_request_id'))
  if (numbers && numbers.length > OPEN311_PAGE.most)
    problems.push(`service_request_id 一次最多 ${OPEN311_PAGE.most} 个。`)
  if (problems.length > 0 || typeof times === 'string' || page === null || pageSize === null)
    return { problems }
  const isOpen = statuses.length === 1 ? statuses[0] === 'open' : null
  return { numbers, categoryIds: listOf(given(fields, 'service_code')), isOpen, page, pageSize, ...times }
}

const TIME_LENGTH = 13
export const orderFrom = (time: number): string => String(time).padStart(TIME_LENGTH, '0')
