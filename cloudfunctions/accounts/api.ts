import type { accounts } from '../../contract/accounts'
import { PAGE_SIZE } from '../../contract/limits'
import type { Role } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import { grantId, loadGrants, type RoleGrant } from '../platform/access'
import { isSameSecret, keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findAccount } from '../platform/verifiedPhone'
import { askPhoneNumber } from './phone'
import { maskPhone } from './rules'
import * as store from './store'

type AccountsMethods = Methods<typeof accounts>

const present = ({ role, placeCode, endsAt }: RoleGrant) => ({ role, placeCode, endsAt })

const getMe: AccountsMethods['getMe'] = async ({ caller, now }) => {
  const [account, grants] = await Promise.all([
    findAccount(caller.accountId),
    loadGrants(caller.accountId, now),
  ])
  return ok({
    accountId: caller.accountId,
    grants: grants.map(present),
    phoneMask: account?.phoneMask ?? null,
  })
}

const verifyPhone: AccountsMethods['verifyPhone'] = async ({ input, caller, requestId, now }) => {
  const before = await findAccount(caller.accountId)
  // WeChat's code works once, so a repeat must not ask again.
  if (before?.requestId === requestId) return ok({ phoneMask: before.phoneMask })
  const answer = await askPhoneNumber(input.code)
  if (answer === 'invalid') return fail({ code: 'phone_code_invalid' })
  if (answer === 'unavailable') return fail({ code: 'phone_service_unavailable' })
  const phoneMask = maskPhone(answer.number.slice(answer.number.indexOf('-') + 1))
  const phone = { phoneKey: keyedName('phone', answer.number), phoneMask, verifiedAt: now, requestId }
  const isNew = (await store.insertAccount({ _id: caller.accountId, ...phone })) === 'inserted'
  if (!isNew) await store.changePhone(caller.accountId, phone)
  return ok({ phoneMask })
}

/** The claim is a row under one fixed `_id`, so the database lets only the first one in; it grants nothing itself. */
const CLAIM_ID = 'first-administrator'

const claimAdministration: AccountsMethods['claimAdministration'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const expected = process.env.ADMINISTRATOR_SECRET
  if (!expected || !isSameSecret(input.secret, expected)) return fail({ code: 'claim_refused' })
  const { accountId } = caller
  const grant = newGrant(accountId, 'administrator', input.cityCode, null, {
    act: 'granted',
    requestId,
    accountId,
    at: now,
  })
  const isFirst = (await store.insertGrant({ ...grant, _id: CLAIM_ID, endsAt: 0 })) === 'inserted'
  const claim = isFirst ? grant : await store.findGrant(CLAIM_ID)
  if (claim?.accountId !== accountId || claim.placeCode !== input.cityCode)
    return fail({ code: 'claim_refused' })
  await store.insertGrant(grant)
  return ok({ grant: present(grant) })
}

const newGrant = (
  accountId: string,
  role: Role,
  placeCode: string,
  endsAt: number | null,
  entry: RoleGrant['history'][number],
): RoleGrant => ({
  _id: grantId(accountId, role, placeCode),
  accountId,
  role,
  placeCode,
  endsAt,
  history: [entry],
})

const grantRole: AccountsMethods['grantRole'] = async ({ input, caller, requestId, now }) => {
  const { accountId, role, placeCode, endsAt } = input
  if (accountId === caller.accountId) return fail({ code: 'cannot_grant_to_self' })
  const entry = { act: 'granted' as const, requestId, accountId: caller.accountId, at: now }
  const grant = newGrant(accountId, role, placeCode, endsAt, entry)
  if ((await store.insertGrant(grant)) === 'duplicate') await store.renewGrant(grant._id, endsAt, entry)
  return ok({ grant: present(grant) })
}

const endRole: AccountsMethods['endRole'] = async ({ input, caller, requestId, now }) => {
  const { accountId, role, placeCode } = input
  if (accountId === caller.accountId) return fail({ code: 'cannot_end_own_role' })
  const grantIdentifier = grantId(accountId, role, placeCode)
  const entry = { act: 'ended' as const, requestId, accountId: caller.accountId, at: now }
  if (await store.endGrant(grantIdentifier, entry)) return ok({ endsAt: now })
  const history = (await store.findGrant(grantIdentifier))?.history ?? []
  // Ended before, by this request tried again or by a colleague: either way it has ended, then.
  const end = history.findLast((past) => past.act === 'ended')
  return end ? ok({ endsAt: end.at }) : fail({ code: 'grant_not_found' })
}

const listAuditTrail: AccountsMethods['listAuditTrail'] = async ({ input }) => {
  const rows = await store.listAuditTrail(input.before ?? Number.MAX_SAFE_INTEGER)
  const entries = rows.slice(0, PAGE_SIZE).map(({ _id, ...entry }) => entry)
  return ok({ entries, next: rows.length > PAGE_SIZE ? (entries.at(-1)?.at ?? null) : null })
}

/** The methods of accounts, as the contract declares them. */
export const methods: Methods<typeof accounts> = {
  getMe,
  verifyPhone,
  claimAdministration,
  grantRole,
  endRole,
  listAuditTrail,
}
