import type { Organisation } from '@contract/places/organisations'
import {
  contactOf,
  draftOf,
  draftProblems,
  draftProblemsOfError,
  newDraft,
  type OrganisationDraft,
} from '@/features/administration/organisationDraft'

const organisation: Organisation = {
  organisationId: 'o',
  name: '示例公司',
  kind: 'company',
  placeCode: '310106',
  isClosed: false,
  introduction: '',
  hasContact: true,
  registeredAt: 1,
  version: 3,
}

const aDraft = (part: Partial<OrganisationDraft> = {}): OrganisationDraft => ({
  ...newDraft('310106'),
  kind: 'company',
  name: '示例公司',
  ...part,
})

it.each<[string, OrganisationDraft, unknown]>([
  ['leaves the kept contact alone unless it is changed', draftOf(organisation), undefined],
  ['takes it away', { ...draftOf(organisation), contactChange: 'remove' }, null],
  ['registers without one when none is written', aDraft(), null],
  [
    'writes a new one without the spaces around it',
    aDraft({ contactName: ' 王示例 ', contactPhone: ' 021-00000000 ' }),
    { name: '王示例', phone: '021-00000000' },
  ],
])('%s', (_name, draft, contact) => {
  expect(contactOf(draft)).toEqual(contact)
})

it.each<[string, Partial<OrganisationDraft>, (keyof OrganisationDraft)[]]>([
  ['a whole draft', {}, []],
  ['no kind and no name', { kind: null, name: '甲' }, ['kind', 'name']],
  ['half a contact', { contactName: '王示例' }, ['contactPhone']],
  ['a telephone without a name', { contactPhone: '021-00000000' }, ['contactName']],
  ['a telephone in words', { contactName: '王示例', contactPhone: '没有' }, ['contactPhone']],
])('says at the fields what is wrong with %s', (_name, part, fields) => {
  expect(Object.keys(draftProblems(aDraft(part)))).toEqual(fields)
})

it('puts an error of the cloud where it belongs', () => {
  const fields = [{ path: 'contact.phone', message: '不对' }]
  expect(draftProblemsOfError({ code: 'invalid_input', fields }, '')).toEqual({ contactPhone: '不对' })
  const taken = { code: 'organisation_name_taken', organisationId: 'o', isClosed: false } as const
  expect(draftProblemsOfError(taken, '同名')).toEqual({ name: '同名' })
  expect(draftProblemsOfError({ code: 'changed_meanwhile' }, '改过')).toEqual({})
})
