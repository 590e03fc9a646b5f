import type { IncomingMessage } from 'node:http'
import type { Caller } from '../functions/callers'
import type { Sessions } from '../wechat/sessions'
import { HttpProblem } from './exchange'

const notSignedIn = (): HttpProblem =>
  new HttpProblem(401, 'not_signed_in', 'the session is missing, damaged or over: sign in again')

/** Who sent a request: the session tells, and nothing else in the request does. A bad session is refused. */
export function readOpenid(request: IncomingMessage, sessions: Sessions): string | undefined {
  const header = request.headers.authorization
  if (header === undefined) return undefined
  const openid = header.startsWith('Bearer ') ? sessions.read(header.slice(7)) : undefined
  if (openid === undefined) throw notSignedIn()
  return openid
}

export function requireOpenid(request: IncomingMessage, sessions: Sessions): string {
  const openid = readOpenid(request, sessions)
  if (openid === undefined) throw notSignedIn()
  return openid
}

/** Where a request comes from, as IPv4 where it is one. */
export const addressOf = (request: IncomingMessage): string | undefined =>
  request.socket.remoteAddress?.replace(/^::ffff:/, '')

/** A call from the mini-program or the page. */
export const clientCaller = (request: IncomingMessage, openid: string | undefined): Caller => ({
  openid,
  source: 'wx_client',
  clientIp: addressOf(request),
})
