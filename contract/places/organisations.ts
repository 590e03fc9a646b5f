/** Organisations 组织 as they leave the cloud. Each stands at one place and stays there. */

export const ORGANISATION_KINDS = [
  /** 主管部门: the authority in charge, with a seal of its own. */
  'bureau',
  /** 部门: a street's or another body's department. */
  'department',
  /** 企业 */
  'company',
  /** 自律组织: shops or residents who keep rules of their own. */
  'association',
  /** 志愿队伍 */
  'team',
  'other',
] as const

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export interface OrganisationSummary {
  organisationId: string
  name: string
  kind: OrganisationKind
  placeCode: string
  isClosed: boolean
}

export interface Organisation extends OrganisationSummary {
  introduction: string
  /** Whether a contact is kept. Who it is only `revealOrganisationContact` says. */
  hasContact: boolean
  registeredAt: number
  /** Version of the details: who changes them says which one they have seen. */
  version: number
}

export interface OrganisationContact {
  name: string
  phone: string
}
