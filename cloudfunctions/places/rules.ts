import { GRIDS_PER_VILLAGE } from '../../contract/limits'
import type { Role } from '../../contract/method'
import type { OrganisationKind } from '../../contract/places/organisations'

/** Decisions about grids and organisations. */

/** Full width and half width, large and small letters, spaces: none of them makes another name. */
const asCompared = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** One name per place; among grids one per village. */
export const nameKey = (placeCode: string, name: string): string => `${placeCode}-${asCompared(name)}`

/** What a closed grid has in place of its name, so that another may take it. */
export const closedNameKey = (gridCode: string): string => `closed-${gridCode}`

const NUMBER_LENGTH = 3

/** The code after the last one ever given; null when the numbers are used up. */
export function nextGridCode(villageCode: string, lastCode: string | null): string | null {
  const number = lastCode === null ? 1 : Number(lastCode.slice(-NUMBER_LENGTH)) + 1
  return number > GRIDS_PER_VILLAGE ? null : villageCode + String(number).padStart(NUMBER_LENGTH, '0')
}

const PLACE_LENGTH = 12
const TIME_LENGTH = 13

/** By place, then by time of registration. */
export const organisationOrder = (placeCode: string, registeredAt: number, id: string): string =>
  `${placeCode.padEnd(PLACE_LENGTH, '-')}-${String(registeredAt).padStart(TIME_LENGTH, '0')}-${id}`

/** What kind an organisation is says how far its word counts, so its own leader does not decide it. */
export const mayChangeKind = (roles: Role[], before: OrganisationKind, after: OrganisationKind): boolean =>
  before === after || roles.includes('administrator')

interface Done {
  requestId: string
}

/** Whether this very request has been carried out before. */
export const hasDone = <Entry extends Done>(history: Entry[], requestId: string): Entry | undefined =>
  history.find((entry) => entry.requestId === requestId)
