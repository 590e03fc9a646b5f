import type { CloudClient, Visitor } from './cloudClient'
import { people } from './content/people'

/** WeChat's name of somebody of the demo. */
export function openidOf(id: string): string {
  const person = people.find((each) => each.id === id)
  if (!person) throw new Error(`the demo has no person ${id}`)
  return person.openid
}

export const personOf = async (cloud: CloudClient, openid: string): Promise<Visitor> =>
  ((await cloud.visitors([openid])) as [Visitor])[0]
