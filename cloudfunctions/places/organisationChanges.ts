import type { places } from '../../contract/places'
import type { OrganisationContact } from '../../contract/places/organisations'
import { fail, ok } from '../../contract/result'
import type { SignedInCaller } from '../platform/caller'
import type { Call } from '../platform/checks'
import { checkText } from '../platform/contents/machine'
import type { OrganisationEntry, OrganisationRow } from '../platform/organisations'
import { unseal } from '../platform/sealed'
import type { Methods } from '../platform/serve'
import { nameTaken, sealContact, subjectOf } from './organisations'
import { auditedOrganisation, presentOrganisation } from './presented'
import { hasDone, mayChangeKind, nameKey } from './rules'
import * as store from './store'

type PlacesMethods = Methods<typeof places>
type Change = Partial<Omit<OrganisationRow, '_id' | 'history' | 'version'>>
type StaffCall = Call<unknown, SignedInCaller>

/** Changes the row that was read, if nobody has in between. The same request sent twice at once has one effect. */
async function change(
  row: OrganisationRow,
  act: OrganisationEntry['act'],
  changes: Change,
  { caller, requestId, now, note }: Pick<StaffCall, 'caller' | 'requestId' | 'now' | 'note'>,
): Promise<OrganisationRow | 'nameTaken' | 'changedMeanwhile'> {
  const entry = { act, requestId, accountId: caller.accountId, at: now, version: row.version + 1 }
  const outcome = await store.changeOrganisation(row._id, row.version, changes, entry)
  if (outcome === 'taken') return 'nameTaken'
  if (!outcome) {
    const current = await store.findOrganisation(row._id)
    return current && hasDone(current.history, requestId) ? current : 'changedMeanwhile'
  }
  const changed = { ...row, ...changes, version: entry.version }
  const after = { ...auditedOrganisation(changed), isContactChanged: 'sealedContact' in changes }
  note({ subject: subjectOf(row._id), before: auditedOrganisation(row), after })
  return changed
}

type Revising = Parameters<PlacesMethods['reviseOrganisation']['run']>[0]['input']

const revised = (row: OrganisationRow, { name, kind, introduction, contact }: Revising): Change => ({
  name,
  kind,
  introduction,
  nameKey: nameKey(row.placeCode, name),
  ...(contact === undefined ? {} : { sealedContact: sealContact(row._id, contact) }),
})

export const reviseOrganisation: PlacesMethods['reviseOrganisation']['run'] = async (call) => {
  const { input, grants, requestId } = call
  const roles = grants.map(({ role }) => role)
  for (;;) {
    const row = await store.findOrganisation(input.organisationId)
    if (!row) return fail({ code: 'organisation_not_found' })
    if (hasDone(row.history, requestId)) return ok({ organisation: presentOrganisation(row) })
    if (row.isClosed) return fail({ code: 'organisation_closed' })
    if (row.version !== input.basedOn) return fail({ code: 'changed_meanwhile' })
    if (!mayChangeKind(roles, row.kind, input.kind)) return fail({ code: 'kind_is_fixed' })
    const refusal = await refusalOfWords(row, call)
    if (refusal) return fail({ code: refusal })
    const outcome = await change(row, 'revised', revised(row, input), call)
    if (outcome === 'changedMeanwhile') return fail({ code: 'changed_meanwhile' })
    if (outcome !== 'nameTaken') return ok({ organisation: presentOrganisation(outcome) })
    const taken = await nameTaken(nameKey(row.placeCode, input.name))
    if (taken) return taken
  }
}

/** A leader is one of the public: what they change must pass WeChat's check before others read it. */
async function refusalOfWords(
  row: OrganisationRow,
  { input, grants, caller }: Parameters<PlacesMethods['reviseOrganisation']['run']>[0],
): Promise<'words_refused' | 'words_unchecked' | null> {
  const isAdministrator = grants.some(({ role }) => role === 'administrator')
  if (isAdministrator || (input.name === row.name && input.introduction === row.introduction)) return null
  const verdict = caller.openid && (await checkText(caller.openid, `${input.name}\n${input.introduction}`))
  if (verdict === 'pass') return null
  return verdict ? 'words_refused' : 'words_unchecked'
}

/** Closed or open already, by this request tried again or by a colleague: either way it is as was asked. */
const setClosed =
  (isClosed: boolean): PlacesMethods['closeOrganisation']['run'] =>
  async (call) => {
    for (;;) {
      const row = await store.findOrganisation(call.input.organisationId)
      if (!row) return fail({ code: 'organisation_not_found' })
      if (row.isClosed === isClosed || hasDone(row.history, call.requestId))
        return ok({ organisation: presentOrganisation(row) })
      const outcome = await change(row, isClosed ? 'closed' : 'reopened', { isClosed }, call)
      if (typeof outcome !== 'string') return ok({ organisation: presentOrganisation(outcome) })
    }
  }

export const closeOrganisation = setClosed(true)
export const reopenOrganisation = setClosed(false)

export const revealOrganisationContact: PlacesMethods['revealOrganisationContact']['run'] = async ({
  input,
  note,
}) => {
  const row = await store.findOrganisation(input.organisationId)
  if (!row) return fail({ code: 'organisation_not_found' })
  note({ subject: subjectOf(row._id), before: null, after: null })
  if (row.sealedContact === null) return fail({ code: 'contact_not_given' })
  return ok(JSON.parse(unseal(row._id, row.sealedContact)) as OrganisationContact)
}
