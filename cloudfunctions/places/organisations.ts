import { PAGE_SIZE } from '../../contract/limits'
import type { places } from '../../contract/places'
import type { OrganisationContact } from '../../contract/places/organisations'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import type { OrganisationRow } from '../platform/organisations'
import { placeFields } from '../platform/places'
import { seal } from '../platform/sealed'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { auditedOrganisation, presentOrganisation, presentOrganisationSummary } from './presented'
import { nameKey, organisationOrder } from './rules'
import * as store from './store'
import { findServed } from './table'

type PlacesMethods = Methods<typeof places>

export const placeOfOrganisation = async ({
  organisationId,
}: {
  organisationId: string
}): Promise<Scope | null> => {
  const organisation = await store.findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

export const listOrganisations: PlacesMethods['listOrganisations'] = async ({ input }) => {
  const { placeCode, kind, search, state, after = '' } = input
  const rows = await store.listOrganisations({ placeCode, kind, search, isClosed: state === 'closed' }, after)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ organisations: page.map(presentOrganisationSummary), next })
}

export const getOrganisation: PlacesMethods['getOrganisation'] = async ({ input }) => {
  const organisation = await store.findOrganisation(input.organisationId)
  return organisation ? ok(presentOrganisation(organisation)) : fail({ code: 'organisation_not_found' })
}

export const subjectOf = (organisationId: string): string => `organisation/${organisationId}`

export const sealContact = (organisationId: string, contact: OrganisationContact | null): string | null =>
  contact && seal(organisationId, JSON.stringify(contact))

/** Tells who has the name. Null: nobody has it any more. */
export async function nameTaken(key: string) {
  const other = await store.findOrganisationByName(key)
  return (
    other && fail({ code: 'organisation_name_taken', organisationId: other._id, isClosed: other.isClosed })
  )
}

type Input = Parameters<PlacesMethods['registerOrganisation']>[0]

function newOrganisation({ input, caller, requestId, now }: Input): OrganisationRow {
  const { contact, ...words } = input
  const _id = keyedName('organisation', caller.accountId, requestId)
  return {
    ...placeFields(input.placeCode),
    ...words,
    _id,
    nameKey: nameKey(input.placeCode, input.name),
    sealedContact: sealContact(_id, contact),
    isClosed: false,
    version: 1,
    registeredAt: now,
    order: organisationOrder(input.placeCode, now, _id),
    history: [{ act: 'registered', requestId, accountId: caller.accountId, at: now, version: 1 }],
  }
}

export const registerOrganisation: PlacesMethods['registerOrganisation'] = async (call) => {
  if (!findServed(call.input.placeCode)) return fail({ code: 'place_not_found' })
  const row = newOrganisation(call)
  for (;;) {
    if ((await store.insertOrganisation(row)) === 'inserted') {
      call.note({ subject: subjectOf(row._id), before: null, after: auditedOrganisation(row) })
      return ok({ organisation: presentOrganisation(row) })
    }
    // Either this very request came before, or another organisation has the name.
    const own = await store.findOrganisation(row._id)
    if (own) return ok({ organisation: presentOrganisation(own) })
    const taken = await nameTaken(row.nameKey)
    if (taken) return taken
  }
}
