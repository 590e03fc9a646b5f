import { createHash, randomUUID } from 'node:crypto'
import { collection, type Stage } from '../../cloudfunctions/platform/database/collection'
import { database } from '../../cloudfunctions/platform/database/connection'
import type { BallotRow } from '../../cloudfunctions/voting/rows'
import { bucketAt, candidateOf } from './series'

/**
 * A function of the bench alone. It puts ballots into the store through the real SDK, many in one insert, which the
 * product never does; and it counts what is stored, by a query of its own.
 */
export interface LoadEvent {
  act: 'load'
  campaignId: string
  candidateIds: string[]
  /** Start of the first minute. */
  firstBucket: number
  /** Ballots number `from` up to and not including `to`. */
  from: number
  to: number
}
export interface CountEvent {
  act: 'count'
  campaignId: string
}
/** `answer` at once, or after one `read` of the database by the real SDK: for timing the parts of a vote's way. */
export interface StepEvent {
  act: 'answer' | 'read'
}
export interface StoredBallots {
  stored: number
  distinct: number
}

const BALLOTS_PER_INSERT = 500

type Answer = StoredBallots | { loaded: number } | { ok: true }

export async function main(event: LoadEvent | CountEvent | StepEvent): Promise<Answer> {
  if (event.act === 'load') return load(event)
  if (event.act === 'count') return count(event.campaignId)
  if (event.act === 'read') await collection<BallotRow>('ballots').find('nobody')
  return { ok: true }
}

async function load(event: LoadEvent): Promise<{ loaded: number }> {
  for (let from = event.from; from < event.to; from += BALLOTS_PER_INSERT) {
    const size = Math.min(BALLOTS_PER_INSERT, event.to - from)
    const rows = Array.from({ length: size }, (_, offset) => ballot(event, from + offset))
    await database.collection('ballots').add({ data: rows as unknown as object })
  }
  return { loaded: event.to - event.from }
}

const key = (purpose: string, campaignId: string, index: number): string =>
  createHash('sha256').update(`${purpose} ${campaignId} ${index}`).digest('hex').slice(0, 26).toUpperCase()

function ballot({ campaignId, candidateIds, firstBucket }: LoadEvent, index: number): BallotRow {
  return {
    _id: key('ballot', campaignId, index),
    campaignId,
    period: 'once',
    choices: [candidateOf(index, candidateIds.length) + 1],
    bucket: bucketAt(index, firstBucket),
    rulesVersion: 1,
    accountKey: key('account', campaignId, index),
    requestId: randomUUID(),
    standing: 'counted',
    rank: null,
    isNew: null,
    address: null,
  }
}

async function count(campaignId: string): Promise<StoredBallots> {
  const ballots = collection<BallotRow>('ballots')
  const perAccount: Stage[] = [
    { $match: { campaignId } },
    { $group: { _id: '$accountKey' } },
    { $count: 'distinct' },
  ]
  const [stored, [answer]] = await Promise.all([
    ballots.count({ campaignId }),
    ballots.aggregate<{ distinct: number }>(perAccount),
  ])
  return { stored, distinct: answer?.distinct ?? 0 }
}
