import { placeName } from '@contract/places/names'
import type { ListEntry } from '@contract/voting'
import { tieBreakWords } from './campaigns'
import { numberWords } from './numbers'

/** A place on a candidate list in words, by votes alone or by the declared formula. */

/** 8650 hundredths of a point are 86.50. */
export const pointsWords = (hundredths: number): string => (hundredths / 100).toFixed(2)

/** What the entry ranks by. */
export const worthWords = ({ total, votes }: ListEntry): string =>
  total === null ? `${numberWords(votes)} 票` : `${pointsWords(total)} 分`

/** Where it is from; and what its total is made of, where votes alone do not decide. */
export const originWords = ({ districtCode, votes, score, total }: ListEntry): string =>
  total === null || score === null
    ? placeName(districtCode)
    : `${placeName(districtCode)} · ${numberWords(votes)} 票 · 工作小组 ${pointsWords(score)} 分`

/** How the place was decided among equals. */
export const decidedWords = ({ decidedBy, total }: ListEntry): string | null =>
  decidedBy === null ? null : `${total === null ? '票数' : '总分'}相同，${tieBreakWords[decidedBy]}`
