import type { accounts } from '../../contract/accounts'
import { ok } from '../../contract/result'
import { loadGrants } from '../platform/access'
import { firstSightOf } from '../platform/firstSights'
import { topPlaces } from '../platform/places'
import type { Methods } from '../platform/serve'
import { findAccount } from '../platform/verifiedPhone'
import { presentGrant } from './presented'

export const getMe: Methods<typeof accounts>['getMe'] = async ({ caller, now }) => {
  const [account, grants] = await Promise.all([
    findAccount(caller.accountId),
    loadGrants(caller.accountId, now),
    firstSightOf(caller.accountId, now),
  ])
  return ok({
    accountId: caller.accountId,
    grants: grants.map(presentGrant),
    phoneMask: account?.phoneMask ?? null,
    cityCodes: topPlaces(),
  })
}
