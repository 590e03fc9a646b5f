import { isTransactionConflict, isUnavailable } from './errors'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Full jitter: a random part of a doubling span, so that those who collided do not collide again. */
const backOff = (attempt: number) => pause(Math.random() * 20 * 2 ** attempt)

async function retryWhile<T>(
  isWorthRetrying: (error: unknown) => boolean,
  attempts: number,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isWorthRetrying(error)) throw error
      await backOff(attempt)
    }
  }
}

/** For work that may be done twice without harm: reads, and inserts whose `_id` says what they are. */
export const retryUnavailable = <T>(work: () => Promise<T>): Promise<T> => retryWhile(isUnavailable, 3, work)

/** For a whole transaction. The SDK does not retry a conflict that is raised inside it, so this does. */
export const retryConflict = <T>(work: () => Promise<T>): Promise<T> =>
  retryWhile(isTransactionConflict, 8, work)
