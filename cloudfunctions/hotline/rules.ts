import type { Position } from '../../contract/cases/cases'
import type { Category } from '../../contract/cases/categories'
import type { RowProblem } from '../../contract/hotline'
import { TICKET_LENGTHS } from '../../contract/limits'
import { SHANGHAI_OFFSET } from '../platform/clock'

/** What is read from the cells of a ticket, and what is wrong with them. Pure. */

/** Cells as text, by column. */
export type Cells = Record<RowProblem['column'], string> & { row: number }

const DAY = 86_400_000
const EARLIEST = Date.parse('2020-01-01T00:00:00+08:00')

/**
 * Time in Shanghai, as hotlines export it: `2026-11-21 18:05:30`, `2026/11/21 18:05`, `2026年11月21日 18时05分`, or the
 * day alone. Null: none of these.
 */
export function readTime(text: string): number | null {
  const digits = text
    .normalize('NFKC')
    .replace(/(:\d{1,2})\.\d+$/, '$1')
    .replace(/[年月/.]/g, '-')
    .replace(/日/g, ' ')
    .replace(/[时分]/g, ':')
    .replace(/秒/g, '')
    .replace(/T/, ' ')
    .trim()
    .replace(/:$/, '')
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/.exec(digits)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(time)
  const isReal = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && hour < 24 && minute < 60
  return isReal ? time - SHANGHAI_OFFSET : null
}

/** The mainland with its islands: what lies outside has been mixed up. */
const isInChina = ({ longitude, latitude }: Position): boolean =>
  longitude > 73 && longitude < 136 && latitude > 3 && latitude < 54

function positionIn({ row, longitude, latitude }: Cells): {
  position: Position | null
  problems: RowProblem[]
} {
  if (longitude === '' && latitude === '') return { position: null, problems: [] }
  const position = { longitude: Number(longitude || Number.NaN), latitude: Number(latitude || Number.NaN) }
  const wrong = (column: 'longitude' | 'latitude', message: string) => ({
    position: null,
    problems: [{ row, column, message }],
  })
  if (!Number.isFinite(position.longitude)) return wrong('longitude', '经度要填度数，如 121.473700')
  if (!Number.isFinite(position.latitude)) return wrong('latitude', '纬度要填度数，如 31.230400')
  return isInChina(position)
    ? { position, problems: [] }
    : wrong('longitude', '经度和纬度不在国内，可能填反了')
}

function timeProblem(text: string, time: number | null, now: number): string | null {
  if (text === '') return '没有诉求时间'
  if (time === null) return '诉求时间要写成 2026-11-21 18:00 这样'
  return time < EARLIEST || time > now + DAY ? '诉求时间不在 2020 年到今天之间' : null
}

export interface ReadTicket {
  reportedAt: number
  position: Position | null
  problems: RowProblem[]
}

/** Everything that is wrong with a ticket, at once. */
export function readTicket(cells: Cells, now: number): ReadTicket {
  const { row, ticket, description } = cells
  const time = readTime(cells.reportedAt)
  const trouble = timeProblem(cells.reportedAt, time, now)
  const { position, problems } = positionIn(cells)
  const { min } = TICKET_LENGTHS.description
  return {
    reportedAt: time ?? 0,
    position,
    problems: [
      ...(ticket === '' ? [{ row, column: 'ticket' as const, message: '没有工单编号' }] : []),
      ...(trouble ? [{ row, column: 'reportedAt' as const, message: trouble }] : []),
      ...(description.length < min
        ? [{ row, column: 'description' as const, message: `诉求内容至少要 ${min} 个字` }]
        : []),
      ...problems,
    ],
  }
}

/** What stands for everything that is none of the others. */
export const OTHER = 'other'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const WORD_MIN = 2

/**
 * The category that a hotline's own name means: one of that name or word; else the one whose name or word stands in it,
 * the longest first (市容环卫/暴露垃圾). Null: none of ours.
 */
export function categoryOf(name: string, categories: readonly Category[]): Category | null {
  const asked = plain(name)
  if (asked === '') return null
  const named = categories
    .filter(({ isRetired, categoryId }) => !isRetired && categoryId !== OTHER)
    .flatMap((category) =>
      [category.name, ...category.words].map((word) => ({ category, word: plain(word) })),
    )
  const same = named.find(({ word }) => word === asked)
  if (same) return same.category
  const [longest] = named
    .filter(({ word }) => word.length >= WORD_MIN && asked.includes(word))
    .sort((one, other) => other.word.length - one.word.length)
  return longest?.category ?? null
}
