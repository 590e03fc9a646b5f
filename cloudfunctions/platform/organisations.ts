import type { OrganisationKind } from '../../contract/places/organisations'
import { collection, type Row } from './database/collection'
import type { PlaceFields } from './places'

/** An organisation at a place. Kept by places; here because roles and records of other functions name it. */
export interface OrganisationRow extends Row, PlaceFields {
  placeCode: string
  kind: OrganisationKind
  name: string
  /** Derived from place and name, under a unique index: no two of one name at one place. */
  nameKey: string
  introduction: string
  /** Name and telephone as one JSON, sealed for this row. */
  sealedContact: string | null
  isClosed: boolean
  version: number
  registeredAt: number
  /** Place, time and number in one text: the order of lists, and where a page goes on. */
  order: string
  history: OrganisationEntry[]
}

/** One line of an organisation's history. The request id in it makes the change safe to repeat. */
export interface OrganisationEntry {
  act: 'registered' | 'revised' | 'closed' | 'reopened'
  requestId: string
  accountId: string
  at: number
  /** Version that the act has made. */
  version: number
}

export type KnownOrganisation = Pick<OrganisationRow, '_id' | 'name' | 'placeCode' | 'isClosed'>

export const findOrganisation = (organisationId: string): Promise<KnownOrganisation | null> =>
  collection<OrganisationRow>('organisations').find(organisationId)
