import type { accounts } from '../../contract/accounts'
import { fail, ok } from '../../contract/result'
import { isSessionAlive } from '../platform/desk'
import type { Methods } from '../platform/serve'
import { presentDevice } from './presented'
import * as store from './store'

type AccountsMethods = Methods<typeof accounts>

export const listDevices: AccountsMethods['listDevices'] = async ({ caller, now }) => {
  const sessions = await store.listSessions(caller.accountId)
  const alive = sessions.filter((session) => isSessionAlive(session, now))
  return ok({ devices: alive.map((session) => presentDevice(session, caller.session?.id)) })
}

export const endDevice: AccountsMethods['endDevice'] = async ({ input: { deviceId }, caller, now }) => {
  if (await store.endSession(deviceId, caller.accountId, now)) return ok({ endedAt: now })
  const session = await store.findSession(deviceId)
  return session?.accountId === caller.accountId && session.endedAt !== null
    ? ok({ endedAt: session.endedAt })
    : fail({ code: 'device_not_found' })
}
