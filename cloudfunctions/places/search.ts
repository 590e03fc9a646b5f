import type { PlaceLevel } from '../../contract/places'
import { pathInTable, type TablePlace } from '../platform/nationalTable'
import { initialsOf } from './initials'

/** Finds places of the table by what a person types with a thumb: part of a name, or first letters of its pinyin. */

const LEVELS: PlaceLevel[] = ['city', 'district', 'street', 'village', 'grid']

const isLetters = (word: string): boolean => /^[a-z]+$/.test(word)

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)

/** How well `word` meets `name`: 0 not at all, 1 somewhere, 2 at its beginning. */
function meets(name: string, word: string): number {
  const at = (isLetters(word) ? initialsOf(name) : name.toLowerCase()).indexOf(word)
  return at < 0 ? 0 : at === 0 ? 2 : 1
}

/** The last word is of the place itself; those before it may be of the places above it. */
function rankOf(place: TablePlace, words: string[]): number {
  const own = words.at(-1)
  if (own === undefined) return 0
  const rank = meets(place.name, own)
  if (rank === 0 || words.length === 1) return rank
  const path = pathInTable(place)
  return words.slice(0, -1).every((word) => path.some((name) => meets(name, word) > 0)) ? rank : 0
}

/** Large places before small ones, then those whose name begins with the words, then by code. */
export function findAmong(candidates: Iterable<TablePlace>, text: string, limit: number): TablePlace[] {
  const words = wordsOf(text)
  const found: { place: TablePlace; rank: number }[] = []
  for (const place of candidates) {
    const rank = rankOf(place, words)
    if (rank > 0) found.push({ place, rank })
  }
  const order = ({ place, rank }: (typeof found)[number]) => LEVELS.indexOf(place.level) * 10 - rank
  return found
    .sort((one, other) => order(one) - order(other) || (one.place.code < other.place.code ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place)
}
