import type { JudgingPlan, ScoreTieBreak } from '../../contract/campaigns'
import type { ScoredEntry, SessionEntry } from '../../contract/judging'
import { lotOf } from './draw'

/**
 * From sheets to the order of entries, as docs/results.md explains with worked examples. Whole numbers throughout, so
 * that everyone who counts again comes to the same result. Pure.
 */

/** Of one judge about one entry; scores by criterion in hundredths of a point. */
export interface CountedSheet {
  judgeId: string
  candidateId: string
  scores: number[]
}

/** How an entry's sheets have become its score. */
export interface Score {
  /** Hundredths of a point. */
  score: number
  /** Mean of the first criterion over the same sheets, in hundredths. */
  firstCriterion: number
  counted: CountedSheet[]
  dropped: CountedSheet[]
}

export const totalOf = ({ scores }: Pick<CountedSheet, 'scores'>): number =>
  scores.reduce((total, score) => total + score, 0)

/** Rounded half up to a whole number. Both are whole numbers, `number` above 0. */
const mean = (sum: number, number: number): number => Math.floor((2 * sum + number) / (2 * number))

/** The lowest first. Of equal totals the criteria decide in their order, so that it never matters which came in first. */
function compareSheets(one: CountedSheet, other: CountedSheet): number {
  const [keys, others] = [
    [totalOf(one), ...one.scores],
    [totalOf(other), ...other.scores],
  ]
  const differing = keys.findIndex((key, index) => key !== others[index])
  if (differing >= 0) return (keys[differing] ?? 0) - (others[differing] ?? 0)
  return one.judgeId < other.judgeId ? -1 : 1
}

/** Sheets that an entry needs, so that one is left after dropping. */
export const sheetsNeeded = ({ dropHighest, dropLowest }: JudgingPlan): number => dropHighest + dropLowest + 1

/** Leaves out the highest and the lowest as declared and takes the mean of the rest. Needs `sheetsNeeded` sheets. */
export function scoreOf(sheets: CountedSheet[], plan: JudgingPlan): Score {
  const ordered = [...sheets].sort(compareSheets)
  const end = ordered.length - plan.dropHighest
  const counted = ordered.slice(plan.dropLowest, end)
  const sumOf = (of: (sheet: CountedSheet) => number) =>
    counted.reduce((total, sheet) => total + of(sheet), 0)
  return {
    score: mean(sumOf(totalOf), counted.length),
    firstCriterion: mean(
      sumOf(({ scores }) => scores[0] ?? 0),
      counted.length,
    ),
    counted,
    dropped: [...ordered.slice(0, plan.dropLowest), ...ordered.slice(end)],
  }
}

const sheetsByEntry = (sheets: CountedSheet[]): Map<string, CountedSheet[]> => {
  const byEntry = new Map<string, CountedSheet[]>()
  for (const sheet of sheets)
    byEntry.set(sheet.candidateId, [...(byEntry.get(sheet.candidateId) ?? []), sheet])
  return byEntry
}

interface Deciding {
  plan: JudgingPlan
  winners: number
  /** The revealed seed of the draw. */
  seed: string
  /** Citizens' votes by candidate id, as published; empty where there are none. */
  votes: ReadonlyMap<string, number>
}

interface Placed {
  entry: SessionEntry
  score: Score
  /** One text per rule, in the declared order; smaller comes first. */
  keys: string[]
}

/**
 * Ranks entries by score, equals by the declared tie-breaks in their order and at last by the lot, which is always
 * drawn. `decidedBy` names the rule that parted an entry from its nearest equal. The order in which entries and
 * sheets come makes no difference.
 */
export function rankEntries(
  entries: SessionEntry[],
  sheets: CountedSheet[],
  deciding: Deciding,
): ScoredEntry[] {
  const { plan, winners } = deciding
  const rules: ScoreTieBreak[] = [...plan.tieBreaks, 'lot']
  const byEntry = sheetsByEntry(sheets)
  const ordered = entries
    .map((entry): Placed => {
      const score = scoreOf(byEntry.get(entry.candidateId) ?? [], plan)
      return { entry, score, keys: rules.map((rule) => tieOrder[rule](entry, score, deciding)) }
    })
    .sort((one, other) => other.score.score - one.score.score || compareKeys(one.keys, other.keys))
  // Equals stand next to each other in the order of their keys, so the nearest are the neighbours.
  const decidedBy = (index: number) =>
    rules[Math.max(partedBy(ordered, index, index - 1), partedBy(ordered, index, index + 1))] ?? null
  return ordered.map(({ entry: { candidateId, name, districtCode }, score: { score, counted } }, index) => ({
    rank: index + 1,
    candidateId,
    name,
    districtCode,
    score,
    sheets: counted.length,
    isNamed: index < winners,
    decidedBy: decidedBy(index),
  }))
}

const tieOrder: Record<ScoreTieBreak, (entry: SessionEntry, score: Score, deciding: Deciding) => string> = {
  firstCriterion: (_, { firstCriterion }) => descending(firstCriterion),
  moreVotes: ({ candidateId }, _, { votes }) => descending(votes.get(candidateId) ?? 0),
  lot: ({ candidateId }, _, { seed }) => lotOf(seed, candidateId),
}

const descending = (number: number): string => String(1e12 - number).padStart(13, '0')

function compareKeys(keys: string[], others: string[]): number {
  const decisive = keys.findIndex((key, index) => key !== others[index])
  return decisive < 0 ? 0 : (keys[decisive] ?? '') < (others[decisive] ?? '') ? -1 : 1
}

/** The place of the rule that parts two entries of equal score; -1 when their scores differ or one is not there. */
function partedBy(ordered: Placed[], index: number, other: number): number {
  const [here, there] = [ordered[index], ordered[other]]
  if (!here || !there || here.score.score !== there.score.score) return -1
  return here.keys.findIndex((key, place) => key !== there.keys[place])
}
