import { collection, command, type Row } from './database/collection'

/**
 * Deleting an account reaches into every service. The wish is one row that names the services which still have
 * to do it; each does it by its own timer and strikes its name off, so a crash loses nothing.
 */
export interface ForgettingRow extends Row {
  accountId: string
  requestId: string
  requestedAt: number
  /** Services that have not forgotten the person yet. */
  waiting: string[]
}

/** Removes what a service keeps of a person from until `requestedAt`; may be called again for the same wish. */
export type Forget = (accountId: string, requestedAt: number) => Promise<void>

const wishes = () => collection<ForgettingRow>('forgetting')
const AT_ONCE = 50

/** Wishes of these accounts that some service has not carried out yet. At most 100 accounts at once. */
export const listWishes = (accountIds: readonly string[]): Promise<ForgettingRow[]> =>
  accountIds.length === 0
    ? Promise.resolve([])
    : wishes().list({ _id: command.in([...accountIds]) }, { limit: accountIds.length })

export async function settleForgetting(service: string, forget: Forget): Promise<number> {
  const due = await wishes().list({ waiting: service }, { limit: AT_ONCE })
  const failures: unknown[] = []
  // One person whose traces resist must not keep the others waiting.
  for (const wish of due)
    await settleWish(service, wish, forget).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return due.length
}

export async function settleWish(service: string, wish: ForgettingRow, forget: Forget): Promise<void> {
  await forget(wish.accountId, wish.requestedAt)
  await strikeOff(service, wish)
}

/** The list is never emptied, for a wish that waits for nobody would be found by nobody: the last one removes it. */
async function strikeOff(service: string, { _id, requestedAt }: ForgettingRow): Promise<void> {
  // The person may have come back and asked anew meanwhile: that wish has another time, and still waits for all.
  const wish = { _id, requestedAt }
  const removeIfLast = () => wishes().remove({ ...wish, waiting: [service] })
  const othersWait = { 'waiting.1': command.exists(true) }
  if (await removeIfLast()) return
  if (await wishes().changeOne({ ...wish, ...othersWait }, { waiting: command.pull(service) })) return
  await removeIfLast()
}

const ATTEMPTS = 5

/** The wish that now holds: this one, or the one that the same request has made before. */
export async function askToForget(wish: ForgettingRow): Promise<ForgettingRow> {
  const { _id, ...anew } = wish
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await wishes().insert(wish)) === 'inserted') return wish
    const before = await wishes().find(_id)
    if (before?.requestId === wish.requestId) return before
    if (before && (await wishes().changeOne({ _id }, anew))) return wish
  }
  throw new Error('a wish to be forgotten was settled each time it was to begin anew')
}
