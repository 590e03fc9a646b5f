import { ORGANISATION_KINDS, type OrganisationKind } from '@contract/places/organisations'

export const organisationKindWords: Record<OrganisationKind, string> = {
  bureau: '主管部门',
  department: '部门',
  company: '企业',
  association: '自律组织',
  team: '志愿队伍',
  other: '其他',
}

export const organisationKindChoices = ORGANISATION_KINDS.map((kind) => ({
  value: kind,
  text: organisationKindWords[kind],
}))

export const isOrganisationKind = (kind: string | undefined): kind is OrganisationKind =>
  kind !== undefined && (ORGANISATION_KINDS as readonly string[]).includes(kind)
