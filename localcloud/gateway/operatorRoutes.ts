import type { FunctionLog } from '../functions/functionLog'
import type { Usage } from '../storage/usage'
import type { Sessions } from '../wechat/sessions'
import { type Route, sendJson } from './exchange'
import { requireOpenid } from './signedIn'

export interface OperatorRoutesOptions {
  sessions: Sessions
  usage(): Promise<Usage>
  functionLog: Pick<FunctionLog, 'find'>
}

/**
 * Figures and logs for whoever runs this machine; on CloudBase its console has them.
 * Not simulated: roles of the console. Everyone who has signed in may look, since on one machine anyone can be anyone.
 */
export function operatorRoutes({
  sessions,
  usage,
  functionLog,
}: OperatorRoutesOptions): Record<string, Route> {
  return {
    'GET /local/storage': async ({ request, response }) => {
      requireOpenid(request, sessions)
      sendJson(response, await usage())
    },
    'GET /local/logs': async ({ request, response, query }) => {
      requireOpenid(request, sessions)
      const requestId = query.get('requestId') || undefined
      const contains = query.get('contains') || undefined
      sendJson(response, { lines: await functionLog.find({ requestId, contains }) })
    },
  }
}
