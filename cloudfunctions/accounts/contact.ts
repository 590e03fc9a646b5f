import type { accounts } from '../../contract/accounts'
import { ok } from '../../contract/result'
import { seal } from '../platform/sealed'
import type { Methods } from '../platform/serve'
import { readContact } from '../platform/verifiedPhone'
import * as store from './store'

type AccountsMethods = Methods<typeof accounts>

export const getContact: AccountsMethods['getContact'] = async ({ caller }) =>
  ok({ contact: await readContact(caller.accountId) })

export const saveContact: AccountsMethods['saveContact'] = async ({ input: { contact }, caller, now }) => {
  const { accountId } = caller
  if (contact === null) await store.removeContact(accountId, now)
  else await store.keep(accountId, { contact: seal(accountId, JSON.stringify(contact)), changedAt: now })
  return ok({ contact })
}
