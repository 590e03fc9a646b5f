import { ok } from '../../../contract/result'
import type { Board, BoardKind, BoardRow, volunteerStatistics } from '../../../contract/volunteerStatistics'
import { recentlyRead } from '../../platform/recentlyRead'
import type { Methods } from '../../platform/serve'
import { findVolunteer, listVolunteers } from '../../platform/volunteering/names'
import { personId } from '../folding/amounts'
import { personKey } from '../folding/folding'
import type { CountRow, PersonRow } from '../folding/rows'
import { findProgress } from '../folding/store'
import { areaOf, boardOf, ranksOf, scopeOfBoard } from './rules'
import * as store from './store'

type StatisticsMethods = Methods<typeof volunteerStatistics>

/** Counts are a minute and a half behind anyway; how far they have come may be seen a little later. */
const recentProgress = recentlyRead<number>({ life: 10_000, capacity: 1 })

async function countedUntil(now: number): Promise<number> {
  const known = recentProgress.find('', now)
  if (known !== undefined) return known
  const found = (await findProgress())?.countedUntil ?? 0
  recentProgress.keep('', found, now)
  return found
}

const EMPTY: Omit<Board, 'countedUntil'> = { rows: [], own: null }

/**
 * Two round trips at most: the lines and the caller's own, then names and how many stand above. Who does not want to be
 * listed is asked at each reading, so that the wish holds at once.
 */
async function boardOfPeople(board: string, accountId: string | null): Promise<Omit<Board, 'countedUntil'>> {
  const ownId = accountId === null ? null : personId(board, personKey(accountId))
  const [lines, own] = await Promise.all([store.listPeople(board), ownId && store.findLine(ownId)])
  const isShown = lines.some(({ _id }) => _id === ownId)
  const below = own && own.minutes > 0 && !isShown ? own : null
  const named = [...lines, ...(below ? [below] : [])].flatMap((line) => line.accountId ?? [])
  const [volunteers, above] = await Promise.all([
    listVolunteers(named),
    below ? store.countAbove(board, below.minutes) : 0,
  ])
  const names = new Map(volunteers.map((row) => [row._id, row.isListed ? row.shownName : null]))
  const rowOf = (line: PersonRow, rank: number): BoardRow => ({
    rank,
    name: names.get(line.accountId ?? '') ?? null,
    subject: null,
    hasPage: false,
    minutes: line.minutes,
    people: null,
    isOwn: line._id === ownId,
  })
  const ranks = ranksOf(lines.map(({ minutes }) => minutes))
  return {
    rows: lines.map((line, index) => rowOf(line, ranks[index] ?? 0)),
    own: below && rowOf(below, above + 1),
  }
}

/** Teams that the caller is in, or the street and grid where the caller is at home. */
async function ownSubjects(kind: BoardKind, accountId: string | null): Promise<string[]> {
  if (accountId === null) return []
  if (kind === 'teams') return store.listTeamsOf(accountId)
  const volunteer = await findVolunteer(accountId)
  return [volunteer?.streetCode, volunteer?.gridCode].flatMap((code) => code ?? [])
}

async function boardOfScopes(
  kind: Exclude<BoardKind, 'volunteers'>,
  { within, at }: { within: string; at: string },
  accountId: string | null,
): Promise<Omit<Board, 'countedUntil'>> {
  const area = areaOf(within)
  if (area === null) return EMPTY
  const [counts, own] = await Promise.all([
    store.listCounts(scopeOfBoard[kind], at, { [area.field]: area.code }),
    ownSubjects(kind, accountId),
  ])
  const teams = kind === 'teams' ? await store.listTeamsAmong(counts.map(({ subject }) => subject)) : []
  const ranks = ranksOf(counts.map(({ minutes }) => minutes))
  const rowOf = ({ name, subject, minutes, people }: CountRow, index: number): BoardRow => ({
    rank: ranks[index] ?? 0,
    name,
    subject,
    hasPage: teams.includes(subject),
    minutes,
    people,
    isOwn: own.includes(subject),
  })
  return { rows: counts.map(rowOf), own: null }
}

const PERIODS = { week: /-W/, month: /-\d{2}$/, year: /^\d{4}$/ }

export const getBoard: StatisticsMethods['getBoard'] = async ({ input, caller, now }) => {
  const { kind, within, period, at } = input
  const isPeriod = PERIODS[period].test(at)
  const board = kind === 'volunteers' ? boardOf(within, at) : null
  const load = () => {
    if (!isPeriod) return EMPTY
    if (kind !== 'volunteers') return boardOfScopes(kind, input, caller.accountId)
    return board === null ? EMPTY : boardOfPeople(board, caller.accountId)
  }
  const [found, until] = await Promise.all([load(), countedUntil(now)])
  return ok({ ...found, countedUntil: until })
}
