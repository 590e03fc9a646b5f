import { collection, command, type Row } from './database/collection'

/**
 * Deleting an account reaches into every service. The wish is one row that names the services which still have
 * to do it; each does it by its own timer and strikes its name off, so a crash loses nothing.
 */
export interface ForgettingRow extends Row {
  accountId: string
  requestedAt: number
  /** Services that have not forgotten the person yet. */
  waiting: string[]
}

const wishes = () => collection<ForgettingRow>('forgetting')
const AT_ONCE = 50

export async function settleForgetting(
  service: string,
  forget: (accountId: string, now: number) => Promise<void>,
  now: number,
): Promise<number> {
  const due = await wishes().list({ waiting: service }, { limit: AT_ONCE })
  for (const { _id, accountId } of due) {
    await forget(accountId, now)
    await wishes().changeOne({ _id }, { waiting: command.pull(service) })
    await wishes().remove({ _id, waiting: [] })
  }
  return due.length
}

export const askToForget = (wish: ForgettingRow) => wishes().insert(wish)
