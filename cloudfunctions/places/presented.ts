import type { Organisation, OrganisationSummary } from '../../contract/places/organisations'
import type { OrganisationRow } from '../platform/organisations'

/** What leaves the cloud, chosen field by field. */

export const presentOrganisationSummary = (row: OrganisationRow): OrganisationSummary => ({
  organisationId: row._id,
  name: row.name,
  kind: row.kind,
  placeCode: row.placeCode,
  isClosed: row.isClosed,
})

export const presentOrganisation = (row: OrganisationRow): Organisation => ({
  ...presentOrganisationSummary(row),
  introduction: row.introduction,
  hasContact: row.sealedContact !== null,
  registeredAt: row.registeredAt,
  version: row.version,
})

/** What the audit trail keeps of an organisation: of its contact only whether there is one. */
export const auditedOrganisation = (row: OrganisationRow) => {
  const { name, kind, introduction, hasContact, isClosed, version } = presentOrganisation(row)
  return { name, kind, introduction, hasContact, isClosed, version }
}
