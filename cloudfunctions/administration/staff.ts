import type { administration, StaffMember } from '../../contract/administration'
import { PAGE_SIZE } from '../../contract/limits'
import { placeName } from '../../contract/places/names'
import { fail, ok } from '../../contract/result'
import { grantId, type RoleGrant, type Scope } from '../platform/access'
import { shanghaiTime } from '../platform/clock'
import { findOrganisation } from '../platform/organisations'
import { placeFields, topPlaces } from '../platform/places'
import { isSameSecret } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { readContact } from '../platform/verifiedPhone'
import { ROLE_NAMES } from './notices'
import type { GrantEntry } from './rows'
import { mayAppoint, staffOrder } from './rules'
import * as store from './store'

/** Roles: given, ended, listed. */

type AdministrationMethods = Methods<typeof administration>

const present = (grant: RoleGrant, hasContact: boolean): StaffMember => ({
  grantId: grant._id,
  accountId: grant.accountId,
  name: grant.name,
  role: grant.role,
  placeCode: grant.placeCode,
  organisationId: grant.organisationId,
  startedAt: grant.startedAt,
  endsAt: grant.endsAt,
  hasContact,
})

/** What the audit trail keeps of a role. */
const traced = (grant: RoleGrant | null) =>
  grant && { role: grant.role, placeCode: grant.placeCode, name: grant.name, endsAt: grant.endsAt }

type NewGrant = Pick<RoleGrant, 'accountId' | 'name' | 'role' | 'endsAt'> & Scope

const newGrant = (grant: NewGrant, entry: GrantEntry): RoleGrant => {
  const _id = grantId(grant.accountId, grant.role, grant)
  return {
    ...grant,
    ...placeFields(grant.placeCode),
    _id,
    order: staffOrder(grant.role, grant.name, _id),
    startedAt: entry.at,
    history: [entry],
  }
}

const FIRST_NAME = '首位管理员'

export const claimAdministration: AdministrationMethods['claimAdministration'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const expected = process.env.ADMINISTRATOR_SECRET
  if (!expected || !isSameSecret(input.secret, expected)) return fail({ code: 'claim_refused' })
  const { accountId } = caller
  const claim = await store.claimOnce(accountId, input.cityCode)
  if (claim?.accountId !== accountId || claim.placeCode !== input.cityCode)
    return fail({ code: 'claim_refused' })
  const grant = newGrant(
    {
      accountId,
      name: FIRST_NAME,
      role: 'administrator',
      placeCode: input.cityCode,
      organisationId: null,
      endsAt: null,
    },
    { act: 'granted', requestId, accountId, at: now, reason: null },
  )
  await store.insertGrant(grant)
  return ok({ member: present(grant, false) })
}

export const grantRole: AdministrationMethods['grantRole'] = async ({
  input,
  caller,
  requestId,
  now,
  grants,
  note,
}) => {
  if (input.accountId === caller.accountId) return fail({ code: 'cannot_grant_to_self' })
  if (!mayAppoint(grants, input.role, input.placeCode, topPlaces())) return fail({ code: 'not_above' })
  if (input.endsAt !== null && input.endsAt <= now) return fail({ code: 'end_has_passed' })
  if (input.organisationId !== null) {
    const organisation = await findOrganisation(input.organisationId)
    if (!organisation || organisation.isClosed || organisation.placeCode !== input.placeCode)
      return fail({ code: 'organisation_not_found' })
  }
  const entry = { act: 'granted' as const, requestId, accountId: caller.accountId, at: now, reason: null }
  const { before, after } = await store.giveRole(newGrant(input, entry), entry)
  note({ subject: `role/${after._id}`, before: traced(before), after: traced(after) })
  return ok({ member: present(after, (await store.listContacts([after.accountId])).has(after.accountId)) })
}

export const placeOfGrant = async ({ grantId }: { grantId: string }): Promise<string | null> =>
  (await store.findGrant(grantId))?.placeCode ?? null

export const endRole: AdministrationMethods['endRole']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  grants,
  note,
}) => {
  const grant = await store.findGrant(input.grantId)
  if (!grant) return fail({ code: 'grant_not_found' })
  if (grant.accountId === caller.accountId) return fail({ code: 'cannot_end_own_role' })
  if (!mayAppoint(grants, grant.role, grant.placeCode, topPlaces())) return fail({ code: 'not_above' })
  const entry = {
    act: 'ended' as const,
    requestId,
    accountId: caller.accountId,
    at: now,
    reason: input.reason,
  }
  const { before, after } = await store.takeRole(grant._id, entry)
  note({ subject: `role/${grant._id}`, before: traced(before), after: traced(after) })
  return ok({ endsAt: after?.endsAt ?? now })
}

export const listStaff: AdministrationMethods['listStaff'] = async ({ input, now }) => {
  const rows = await store.listStaff(input, now)
  const shown = rows.slice(0, PAGE_SIZE)
  const reachable = await store.listContacts(shown.map(({ accountId }) => accountId))
  return ok({
    staff: shown.map((grant) => present(grant, reachable.has(grant.accountId))),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null,
  })
}

export const revealContact: AdministrationMethods['revealContact']['run'] = async ({ input, note }) => {
  const grant = await store.findGrant(input.grantId)
  if (!grant) return fail({ code: 'grant_not_found' })
  const contact = await readContact(grant.accountId)
  if (!contact) return fail({ code: 'contact_not_given' })
  note({ subject: `role/${grant._id}`, before: undefined, after: { contact: 'shown' } })
  return ok(contact)
}

export const exportMyData: AdministrationMethods['exportMyData'] = async ({ caller }) => {
  const items = (await store.listGrantsOf(caller.accountId)).map((grant) => ({
    角色: ROLE_NAMES[grant.role],
    地区: placeName(grant.placeCode),
    姓名: grant.name,
    开始: shanghaiTime(grant.startedAt),
    结束: grant.endsAt === null ? '没有期限' : shanghaiTime(grant.endsAt),
  }))
  return ok({ sections: [{ title: '工作身份', items }] })
}
