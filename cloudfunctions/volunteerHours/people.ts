import { listVolunteers, openVolunteer } from '../platform/volunteering/names'

/** Whole names by account, for those who may see them. Who is no volunteer any more has none. */
export async function namesOf(accountIds: readonly string[]): Promise<(accountId: string) => string> {
  const rows = await listVolunteers([...new Set(accountIds)])
  const names = new Map(rows.map((row) => [row._id, openVolunteer(row).name]))
  return (accountId) => names.get(accountId) ?? '已注销'
}
