import { collection, command, type Row } from './database/collection'
import { recentlyRead } from './recentlyRead'

/**
 * When an account was first noticed: by `getMe`, or when it voted in a campaign that looks at risk. The row is
 * written once and never changed, so it tells how long an account has been known, and nothing of what it did.
 */
export interface FirstSightRow extends Row {
  at: number
}

const sights = () => collection<FirstSightRow>('firstSights')

/** It never changes; only deleting an account removes it. */
const known = recentlyRead<number>({ life: 600_000, capacity: 10_000 })

/** The moment an account was first noticed, which is `now` for one that has not been noticed before. */
export async function firstSightOf(accountId: string, now: number): Promise<number> {
  const remembered = known.find(accountId, now)
  if (remembered !== undefined) return remembered
  const at =
    (await sights().insert({ _id: accountId, at: now })) === 'inserted'
      ? now
      : await findFirstSight(accountId)
  known.keep(accountId, at ?? now, now)
  return at ?? now
}

/** Null: never noticed. */
export const findFirstSight = async (accountId: string): Promise<number | null> =>
  (await sights().find(accountId))?.at ?? null

/** Part of forgetting a person. */
export const forgetFirstSight = (accountId: string, until: number): Promise<boolean> =>
  sights().remove({ _id: accountId, at: command.lte(until) })
