import { randomUUID } from 'node:crypto'
import { expectValue } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'

/** What WeChat's phone button gives to a person with this number. */
export async function phoneCodeOf(cloud: Cloud, person: Person, number: string): Promise<string> {
  await cloud.control('phone', { openid: person.openid, number })
  const headers = { authorization: `Bearer ${person.token}` }
  const answer = await fetch(`${cloud.url}/local/phone-code`, { method: 'POST', headers })
  return ((await answer.json()) as { code: string }).code
}

/** Answers the id of the request that did it. */
export async function verifyPhoneOf(cloud: Cloud, person: Person, number: string): Promise<string> {
  const requestId = randomUUID()
  const code = await phoneCodeOf(cloud, person, number)
  expectValue(await person.accounts('verifyPhone', { code }, requestId))
  return requestId
}
