import { expectValue } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'

/** A browser's way into the program, for tests. */
export interface Desk {
  code: string
  secret: string
  token: string
  expiresAt: number
}

export const DEVICE = 'Chrome · Windows'

export const startAtDesk = async (cloud: Cloud, device = DEVICE) =>
  expectValue(await cloud.desk().accounts('startDeskSignIn', { device }))

export async function signInAtDesk(cloud: Cloud, person: Person, device = DEVICE): Promise<Desk> {
  const { code, secret } = await startAtDesk(cloud, device)
  expectValue(await person.accounts('answerDeskSignIn', { code, answer: 'confirm' }))
  const finished = expectValue(await cloud.desk().accounts('finishDeskSignIn', { code, secret }))
  if (finished.state !== 'signedIn') throw new Error('the browser still waits')
  return { code, secret, token: finished.token, expiresAt: finished.expiresAt }
}

/** The status of HTTP access itself, for whoever calls with this header. */
export async function statusAtDesk(cloud: Cloud, headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify({ method: 'getMe', input: {}, requestId: '' })
  return (await fetch(`${cloud.url}/web/accounts`, { method: 'POST', headers, body })).status
}

export const statusOf = (cloud: Cloud, token: string): Promise<number> =>
  statusAtDesk(cloud, { authorization: `Bearer ${token}` })
