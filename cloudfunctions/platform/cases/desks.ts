import type { Actor } from '../../../contract/cases/workflow'
import type { Role } from '../../../contract/method'
import { isWithin } from '../../../contract/places/within'
import type { RoleGrant } from '../access'
import { topPlaces } from '../places'
import type { CaseRow } from './rows'

/** Desks 城运中心: which place's desk has to do with a case, and as what somebody acts on it. Pure. */

const DISTRICT = 6
const STREET = 9
const VILLAGE = 12

/** A case begins at the desk of its street, or of the finest place above that is known. */
export const firstDesk = (placeCode: string): string => placeCode.slice(0, STREET)

/** The place directly above, or null at the top of this deployment. */
export function placeAbove(code: string): string | null {
  const above =
    code.length > VILLAGE
      ? code.slice(0, VILLAGE)
      : code.length > STREET
        ? code.slice(0, STREET)
        : code.length > DISTRICT
          ? code.slice(0, DISTRICT)
          : `${code.slice(0, 2)}0000`
  return above !== code && topPlaces().some((top) => isWithin(above, top)) ? above : null
}

/**
 * Who takes over what cannot be solved (居村→街镇→区 by 上海市文明小区创建管理办法 第九条). A department below the desk, as a
 * 居委会 is, hands it to that desk; everyone else to the desk above.
 */
export function deskAbove(row: Pick<CaseRow, 'deskCode' | 'departmentPlace'>, actor: Actor): string | null {
  const isBelow = row.departmentPlace !== null && row.departmentPlace.length > row.deskCode.length
  return actor === 'handler' && isBelow ? row.deskCode : placeAbove(row.deskCode)
}

const PARTS: Partial<Record<Role, readonly Actor[]>> = {
  dispatcher: ['dispatcher'],
  supervisor: ['supervisor'],
  administrator: ['dispatcher', 'supervisor'],
  handler: ['handler'],
}

export interface Part {
  actor: Actor
  grant: RoleGrant
}

/** As what these grants let somebody act on a case as it is now. */
export const partsIn = (
  grants: readonly RoleGrant[],
  { deskCode, departmentId }: Pick<CaseRow, 'deskCode' | 'departmentId'>,
): Part[] =>
  grants.flatMap((grant) => {
    const isHis =
      grant.organisationId === null
        ? isWithin(deskCode, grant.placeCode)
        : grant.organisationId === departmentId
    return isHis ? (PARTS[grant.role] ?? []).map((actor) => ({ actor, grant })) : []
  })
