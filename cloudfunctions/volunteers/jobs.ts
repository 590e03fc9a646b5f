import { seal } from '../platform/sealed'
import { openVolunteer } from '../platform/volunteering/names'
import type { VolunteerRow } from '../platform/volunteering/rows'
import { guardianKept, nextAgeCheck } from './rules'
import * as store from './store'

export { forget } from './ownData'

/** Once a minute: of whoever has come of age no guardian is kept any more. */
export async function everyMinute(now: number): Promise<{ agesChecked: number }> {
  const due = await store.listAgesToCheck(now)
  for (const row of due) await checkAge(row, now)
  return { agesChecked: due.length }
}

async function checkAge(row: VolunteerRow, now: number): Promise<void> {
  const kept = openVolunteer(row)
  const guardian = guardianKept(kept.guardian, kept.guardian, kept.bornIn, now)
  const sealed = guardian ? row.sealed : seal(row._id, JSON.stringify({ ...kept, guardian }))
  await store.setAgeCheck(row, { sealed, ageCheckAt: nextAgeCheck({ guardian }, now) })
}
