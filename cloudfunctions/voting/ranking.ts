import type { TieBreak, VotingRules } from '../../contract/campaigns'
import type { ListEntry } from '../../contract/voting'
import { sha256 } from '../platform/secrets'
import type { Votes } from './rows'

/**
 * From votes and scores to the order of the candidate list, as docs/results.md explains with worked examples. Whole
 * numbers throughout, so that every machine that counts again comes to the same list. Pure.
 */

export interface Contender {
  candidateId: string
  /** On the ballot paper: the order of registration, from 1. */
  number: number
  name: string
  districtCode: string
}

export interface RankingRules extends Pick<VotingRules, 'formula' | 'tieBreaks' | 'listSize'> {
  rulesHash: string
}

interface Weighed extends Contender {
  votes: number
  score: number | null
  total: number | null
}

/** Scores in hundredths of a point by number on the ballot paper. */
export type Scores = Record<string, number>

/** Candidates that the formula needs a score of and that have none. */
export const withoutScore = (contenders: Contender[], scores: Scores, { formula }: RankingRules): string[] =>
  formula.scores === 0
    ? []
    : contenders.filter(({ number }) => scores[number] === undefined).map(({ candidateId }) => candidateId)

/**
 * Ranks contenders by total, or by votes where scores have no weight; equals by the declared tie-breaks in their
 * order. `decidedBy` names the rule that parted an entry from its nearest equal. The order in which contenders,
 * votes and scores come makes no difference.
 */
export function rankContenders(
  contenders: Contender[],
  votes: Votes,
  scores: Scores,
  rules: RankingRules,
): ListEntry[] {
  const ordered = weigh(contenders, votes, scores, rules)
    .map((one) => ({ one, keys: rules.tieBreaks.map((rule) => tieOrder[rule](one, rules.rulesHash)) }))
    .sort((a, b) => worthOf(b.one) - worthOf(a.one) || compareKeys(a.keys, b.keys))
  const partedBy = (index: number, other: number): number => {
    const [here, there] = [ordered[index], ordered[other]]
    if (!here || !there || worthOf(here.one) !== worthOf(there.one)) return -1
    return here.keys.findIndex((key, place) => key !== there.keys[place])
  }
  return ordered.map(({ one }, index) => ({
    rank: index + 1,
    ...one,
    isListed: index < rules.listSize,
    // Equals stand next to each other in the order of their keys, so the nearest are the neighbours.
    decidedBy: rules.tieBreaks[Math.max(partedBy(index, index - 1), partedBy(index, index + 1))] ?? null,
  }))
}

/** The same list has the same key, whoever made it of the same votes. */
export const pagesKeyOf = (entries: ListEntry[]): string => sha256(JSON.stringify(entries)).slice(0, 26)

const worthOf = ({ votes, total }: Weighed): number => total ?? votes

/** The order of equals, by one declared rule; smaller comes first. */
const tieOrder: Record<TieBreak, (one: Weighed, hash: string) => string> = {
  moreVotes: ({ votes }) => descending(votes),
  higherScore: ({ score }) => descending(score ?? 0),
  earliestRegistration: ({ number }) => String(number).padStart(8, '0'),
  lot: ({ candidateId }, hash) => sha256(`${hash}:${candidateId}`),
}

const descending = (number: number): string => String(1e12 - number).padStart(13, '0')

function compareKeys(keys: string[], others: string[]): number {
  const decisive = keys.findIndex((key, index) => key !== others[index])
  return decisive < 0 ? 0 : (keys[decisive] ?? '') < (others[decisive] ?? '') ? -1 : 1
}

function weigh(contenders: Contender[], votes: Votes, scores: Scores, { formula }: RankingRules): Weighed[] {
  const votesOf = ({ number }: Contender) => votes[number] ?? 0
  const share = formula.scores === 0 ? null : shareOf(contenders.map(votesOf), formula.voteScale)
  return contenders.map(({ candidateId, number, name, districtCode }) => {
    const own = votes[number] ?? 0
    const score = share === null ? null : (scores[number] ?? 0)
    return {
      candidateId,
      number,
      name,
      districtCode,
      votes: own,
      score,
      total: share === null || score === null ? null : totalOf(share(own), score, formula),
    }
  })
}

/** A part of a whole, as two whole numbers. */
interface Fraction {
  part: number
  whole: number
}

/** How much of the most possible vote points a number of votes is worth. */
function shareOf(all: number[], scale: VotingRules['formula']['voteScale']): (votes: number) => Fraction {
  if (scale === 'shareOfMost') {
    const most = Math.max(1, ...all)
    return (votes) => ({ part: votes, whole: most })
  }
  const ordered = [...all].sort((one, other) => other - one)
  const more = new Map<number, number>()
  ordered.forEach((votes, index) => {
    if (!more.has(votes)) more.set(votes, index)
  })
  return (votes) => ({ part: all.length - (more.get(votes) ?? 0), whole: all.length })
}

/** Hundredths of a point, rounded half up: (votes weight × 100 × share + scores weight × score) ÷ 100. */
function totalOf(
  { part, whole }: Fraction,
  score: number,
  weights: { votes: number; scores: number },
): number {
  const numerator = weights.votes * 10_000 * part + weights.scores * score * whole
  const denominator = 100 * whole
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
}
