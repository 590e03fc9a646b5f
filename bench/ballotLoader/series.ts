import { BUCKET_TIME } from '../../contract/limits'

/** The same made-up ballots for the local cloud and for SQLite, so that their counts must be equal. */
export const BALLOTS_PER_HOUR = 100_000
const BALLOTS_PER_BUCKET = Math.ceil(BALLOTS_PER_HOUR / (3_600_000 / BUCKET_TIME))

/** Which candidate ballot number `index` is for: all of them, the first ones far more often, in no regular order. */
export function candidateOf(index: number, candidates: number): number {
  const scattered = ((index + 1) * 2_654_435_761) % 4_294_967_296
  return Math.floor(candidates * (scattered / 4_294_967_296) ** 2)
}

export const bucketAt = (index: number, firstBucket: number): number =>
  firstBucket + Math.floor(index / BALLOTS_PER_BUCKET) * BUCKET_TIME

/** Hours that the buckets of so many ballots are spread over. */
export const hoursOf = (ballots: number): number => Math.ceil(ballots / BALLOTS_PER_HOUR)
