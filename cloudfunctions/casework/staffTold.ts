import type { Role } from '../../contract/method'
import type { RoleGrant } from '../platform/access'
import { placeAbove } from '../platform/cases/desks'
import { placeChain } from '../platform/cases/routing'
import type { CaseRow } from '../platform/cases/rows'
import type { Audience } from './rules'
import * as store from './store'

/** Who is meant when staff are told something about a case. Looked up once for each run of a job. */

type Of = Pick<CaseRow, 'deskCode' | 'departmentId' | 'assigneeId'>

export interface StaffFinder {
  find(audience: Audience, row: Of): Promise<RoleGrant[]>
  /** Dispatchers and supervisors of the place above the desk; nobody at the top. */
  findAbove(row: Of): Promise<RoleGrant[]>
}

export function staffFinder(now: number): StaffFinder {
  const kept = new Map<string, Promise<RoleGrant[]>>()
  const once = (key: string, load: () => Promise<RoleGrant[]>): Promise<RoleGrant[]> => {
    const found = kept.get(key) ?? load()
    kept.set(key, found)
    return found
  }
  const handlers = (organisationId: string | null) =>
    organisationId === null
      ? Promise.resolve([])
      : once(`of ${organisationId}`, () => store.listHandlers(organisationId, now))
  const at = (placeCode: string, roles: Role[]) =>
    once(`${roles.join()} at ${placeCode}`, () => nearestAbove(placeCode, roles, now))
  return {
    find: async (audience, { deskCode, departmentId, assigneeId }) => {
      if (audience === 'dispatchers') return at(deskCode, ['dispatcher'])
      if (audience === 'supervisors') return at(deskCode, ['supervisor'])
      const all = await handlers(departmentId)
      const taken = all.filter(({ _id }) => audience === 'assignee' && _id === assigneeId)
      // Whoever took it may no longer be a handler: then it is everyone's.
      return taken.length > 0 ? taken : all
    },
    findAbove: async ({ deskCode }) => {
      const above = placeAbove(deskCode)
      return above === null ? [] : at(above, ['dispatcher', 'supervisor'])
    },
  }
}

/** A desk that nobody has been appointed to is looked after from the nearest place above that has somebody. */
async function nearestAbove(placeCode: string, roles: Role[], now: number): Promise<RoleGrant[]> {
  const chain = placeChain(placeCode)
  const grants = await store.listStaffAt(chain, roles, now)
  for (const place of chain) {
    const here = grants.filter((grant) => grant.placeCode === place)
    if (here.length > 0) return here
  }
  return []
}
