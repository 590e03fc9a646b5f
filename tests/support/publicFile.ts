import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { candidateIdOf, nextPaperHash } from '../../cloudfunctions/platform/campaigns/ballotPaper'
import { headerLine } from '../../cloudfunctions/voting/publicCount/header'
import {
  checkedLine,
  countBlock,
  endLine,
  lineOf,
  type Ruled,
  type SealableBallot,
} from '../../cloudfunctions/voting/publicCount/lines'
import { leafHash, rootOf } from '../../cloudfunctions/voting/publicCount/merkle'
import { rankContenders, type Scores } from '../../cloudfunctions/voting/ranking'
import { rulesHash } from '../../cloudfunctions/voting/rules'
import type { VotingRules } from '../../contract/campaigns'
import { JINGAN, someRules } from './builders'

/** A public file of ballots as the cloud makes it, without a cloud; and its script, run on it. */

export interface MadeFile {
  bytes: Buffer
  root: string
}

interface FileOptions {
  candidates?: number
  rules?: Partial<VotingRules>
  scores?: Scores
  /** By ballot id; the numbers are those of `rulings`. */
  ruled?: Map<string, Ruled>
}

export function aPublicFile(ballots: SealableBallot[], options: FileOptions = {}): MadeFile {
  const { candidates = 4, scores = {}, ruled = new Map() } = options
  const inOrder = [...ballots].sort((one, other) => (one.accountKey < other.accountKey ? -1 : 1))
  const lines = [headerOf(inOrder, candidates, someRules(options.rules), scores, ruled)]
  for (const ballot of inOrder) lines.push(lineOf(ballot, ruled.get(ballot._id) ?? null))
  const root = rootOf(lines.map((line) => leafHash(line))).toString('hex')
  return { bytes: Buffer.from(lines.map(checkedLine).join('') + endLine(root, lines.length)), root }
}

function headerOf(
  ballots: SealableBallot[],
  candidates: number,
  rules: VotingRules,
  scores: Scores,
  ruled: Map<string, Ruled>,
): string {
  const contenders = Array.from({ length: candidates }, (_, index) => ({
    candidateId: candidateIdOf('CAMPAIGN', index + 1),
    number: index + 1,
    name: `第${index + 1}号（示例）自律会`,
    districtCode: JINGAN,
  }))
  const paperHash = contenders.reduce((before, contender) => nextPaperHash(before, contender), '')
  const campaign = { _id: 'CAMPAIGN', name: '示例选树活动', rules, candidateCount: candidates, paperHash }
  const hash = rulesHash(campaign)
  const { counts, votes } = countBlock(ballots, ruled)
  return headerLine({
    campaign,
    rulesHash: hash,
    contenders,
    scores,
    counts,
    rulings: rulingsOf(ruled),
    entries: rankContenders(contenders, votes, scores, { ...rules, rulesHash: hash }),
  })
}

function rulingsOf(ruled: Map<string, Ruled>) {
  const numbers = [...new Set([...ruled.values()].map(({ number }) => number))].sort((a, b) => a - b)
  return numbers.map((number) => {
    const ones = [...ruled.values()].filter((one) => one.number === number)
    const reason = '同一网络地址集中投票，经两人核查'
    return {
      number,
      act: ones[0]?.act ?? 'strike',
      ballots: ones.length,
      reason,
      decidedAt: 1_795_000_000_000,
    }
  })
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Looks like a key of the cloud's, the same each time. */
const keyOf = (seed: string): string =>
  [...createHash('sha256').update(seed).digest().subarray(0, 26)].map((byte) => ALPHABET[byte & 31]).join('')

export const aBallot = (
  seed: number,
  choices: number[],
  standing: SealableBallot['standing'] = 'counted',
): SealableBallot => ({
  _id: keyOf(`ballot ${seed}`),
  accountKey: keyOf(`account ${seed}`),
  choices,
  standing,
})

const script = path.resolve(__dirname, '../../cloudfunctions/voting/publicCount/recount.mjs')
export const RECOUNT_SCRIPT = script

class Ended extends Error {}

/**
 * Runs the text of the script itself within this process, since thousands of changed files would need as many
 * processes: with `process`, `console` and `readFileSync` of its own.
 */
export function runScript(files: Buffer[], shownRoots: string[] = []): { exitCode: number; said: string[] } {
  const said: string[] = []
  const say = (words: string) => void said.push(words)
  const names = files.map((_, index) => String(index))
  const own = {
    argv: ['node', script, ...names, ...shownRoots],
    exitCode: 0,
    exit: (code: number) => {
      own.exitCode = code
      throw new Ended()
    },
  }
  try {
    scriptRun(createHash, (name: string) => files[Number(name)], own, { log: say, error: say })
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  }
  return { exitCode: own.exitCode, said }
}

const scriptRun = new Function(
  'createHash',
  'readFileSync',
  'process',
  'console',
  readFileSync(script, 'utf8').replace(/^import .*$/gm, ''),
)
