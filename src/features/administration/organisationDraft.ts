import type { FieldProblem } from '@contract/errors'
import { ORGANISATION_NAME_LENGTH, PERSON_NAME_LENGTH } from '@contract/limits'
import type { Organisation, OrganisationContact, OrganisationKind } from '@contract/places/organisations'
import type { CloudError } from '@/cloud/services'

/** What staff write about an organisation. */
export interface OrganisationDraft {
  placeCode: string
  kind: OrganisationKind | null
  name: string
  introduction: string
  /** Nobody sees the kept contact here: it stays, is taken away, or another one is written. */
  contactChange: 'keep' | 'replace' | 'remove'
  contactName: string
  contactPhone: string
}

export type DraftProblems = Partial<Record<keyof OrganisationDraft, string>>

export const newDraft = (placeCode: string): OrganisationDraft => ({
  placeCode,
  kind: null,
  name: '',
  introduction: '',
  contactChange: 'replace',
  contactName: '',
  contactPhone: '',
})

export const draftOf = ({ placeCode, kind, name, introduction }: Organisation): OrganisationDraft => ({
  ...newDraft(placeCode),
  kind,
  name,
  introduction,
  contactChange: 'keep',
})

const PHONE_FORM = /^\+?\d[\d -]{4,17}\d$/

const hasContact = ({ contactName, contactPhone }: OrganisationDraft): boolean =>
  contactName.trim() !== '' || contactPhone.trim() !== ''

const contactProblems = (draft: OrganisationDraft): DraftProblems => {
  if (draft.contactChange !== 'replace' || !hasContact(draft)) return {}
  const isNamed = draft.contactName.trim().length >= PERSON_NAME_LENGTH.min
  return {
    ...(isNamed ? {} : { contactName: `请填写联系人，至少 ${PERSON_NAME_LENGTH.min} 个字` }),
    ...(PHONE_FORM.test(draft.contactPhone.trim())
      ? {}
      : { contactPhone: '联系电话只写数字，区号后可以用短横' }),
  }
}

/** The same as the cloud will say, before asking it. */
export const draftProblems = (draft: OrganisationDraft): DraftProblems => ({
  ...(draft.kind === null ? { kind: '请选择组织类别' } : {}),
  ...(draft.name.trim().length < ORGANISATION_NAME_LENGTH.min
    ? { name: `请填写组织名称，至少 ${ORGANISATION_NAME_LENGTH.min} 个字` }
    : {}),
  ...contactProblems(draft),
})

/** Left out: it stays as it is. Null: there is none. */
export const contactOf = (draft: OrganisationDraft): OrganisationContact | null | undefined => {
  if (draft.contactChange === 'keep') return undefined
  if (draft.contactChange === 'remove' || !hasContact(draft)) return null
  return { name: draft.contactName.trim(), phone: draft.contactPhone.trim() }
}

const fieldsOfInput: Record<string, keyof OrganisationDraft> = {
  placeCode: 'placeCode',
  kind: 'kind',
  name: 'name',
  introduction: 'introduction',
  'contact.name': 'contactName',
  'contact.phone': 'contactPhone',
}

const byField = (fields: FieldProblem[]): DraftProblems =>
  Object.fromEntries(
    fields.flatMap(({ path, message }) => {
      const field = fieldsOfInput[path]
      return field ? [[field, message]] : []
    }),
  )

/** Where on the form an error of the cloud belongs; empty: to the form as a whole. */
export const draftProblemsOfError = (error: CloudError, sentence: string): DraftProblems => {
  if (error.code === 'invalid_input') return byField(error.fields)
  if (error.code === 'organisation_name_taken') return { name: sentence }
  if (error.code === 'place_not_found') return { placeCode: sentence }
  return {}
}
