import type { AwardUnit, ScoredBy, UnitCondition } from '../../contract/awards'
import type { ScoredEntry } from '../../contract/judging'
import streets from '../../contract/places/streets.json'
import { isWithin } from '../../contract/places/within'
import type { ListEntry } from '../../contract/voting'
import type { WinnerEntry } from './rows'

/** Decisions about winners and units. */

type Named = Omit<WinnerEntry, 'streetName'>

export interface Proposal {
  scoredBy: ScoredBy
  entries: Named[]
}

interface Decided {
  experts: { winners: number } | null
  /** Of the closed expert session; null before. */
  session: ScoredEntry[] | null
  /** Of the published candidate list; null before. */
  listed: ListEntry[] | null
}

/**
 * The winners by what has been decided: the first of the expert session, or, where a campaign has none, everyone on the
 * candidate list. Null: it is not decided yet.
 */
export function proposedWinners({ experts, session, listed }: Decided): Proposal | null {
  if (experts) {
    if (session === null) return null
    const ordered = [...session].sort((one, other) => one.rank - other.rank)
    return { scoredBy: 'experts', entries: ordered.slice(0, experts.winners).map(asNamed) }
  }
  if (listed === null) return null
  const scoredBy = listed.every(({ total }) => total !== null) ? 'formula' : 'votes'
  const entries = listed.map((entry) =>
    asNamed({ ...entry, score: scoredBy === 'formula' ? (entry.total ?? 0) : entry.votes }),
  )
  return { scoredBy, entries }
}

const asNamed = ({ rank, candidateId, name, districtCode, score }: Named): Named => ({
  rank,
  candidateId,
  name,
  districtCode,
  score,
})

/** What the program knows of a condition by itself. */
export interface Known {
  state: 'met' | 'notMet'
  note: string
}

const STREET = 9
const districtOf = (placeCode: string): string => placeCode.slice(0, 6)
const streetsByDistrict: Record<string, string[][]> = streets

/** Nine digits of a winner's street, or null where its name is none of the national table's. */
const streetCodeOf = ({ districtCode, streetName }: Pick<WinnerEntry, 'districtCode' | 'streetName'>) =>
  streetsByDistrict[districtCode]?.find(([, name]) => name === streetName)?.[0] ?? null

type Lies = 'inside' | 'outside' | 'unknown'

/** Candidates are known by district and by their street's name; what lies below a street nobody has asked them. */
function liesIn(winner: WinnerEntry, placeCode: string): Lies {
  if (isWithin(winner.districtCode, placeCode)) return 'inside'
  if (districtOf(placeCode) !== winner.districtCode) return 'outside'
  const street = streetCodeOf(winner)
  if (street !== null && isWithin(street, placeCode)) return 'inside'
  return street === null || street === placeCode.slice(0, STREET) ? 'unknown' : 'outside'
}

/**
 * 辖区内至少有 1 家优秀自律组织 [沪绿容〔2023〕365号 二(二)2(3)]. `winners`: the published ones, or null before. Null: where
 * the winners of the district lie cannot be told exactly enough.
 */
export function winnerInArea(placeCode: string, winners: WinnerEntry[] | null): Known | null {
  if (winners === null) return null
  const lying = winners.map((winner) => ({ name: winner.name, lies: liesIn(winner, placeCode) }))
  const inside = lying.filter(({ lies }) => lies === 'inside')
  if (inside.length > 0) return { state: 'met', note: insideWords(inside.map(({ name }) => name)) }
  if (lying.some(({ lies }) => lies === 'unknown')) return null
  return { state: 'notMet', note: '获评名单里没有本辖区的组织' }
}

const NAMES_SHOWN = 3

const insideWords = (names: string[]): string =>
  `辖区内获评 ${names.length} 家：${names.slice(0, NAMES_SHOWN).join('、')}${names.length > NAMES_SHOWN ? ' 等' : ''}`

/** `ready` when nothing is missing; once awarded it stays so. */
export const unitState = (
  checks: { condition: UnitCondition; state: 'met' | 'notMet' | 'unknown' }[],
  isAwarded: boolean,
): AwardUnit['state'] => {
  if (isAwarded) return 'awarded'
  return checks.every(({ state }) => state === 'met') ? 'ready' : 'checking'
}

const PLACE_LENGTH = 15
const TIME_LENGTH = 13

/** By place, then by time of adding. */
export const unitOrder = (placeCode: string, addedAt: number, id: string): string =>
  `${placeCode.padEnd(PLACE_LENGTH, '-')}-${String(addedAt).padStart(TIME_LENGTH, '0')}-${id}`
