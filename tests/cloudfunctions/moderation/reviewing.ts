import { expectValue, SHANGHAI } from '../../support/builders'
import type { Person } from '../../support/cloud'

/** What moderators do, for tests. */

export const REASON = '内容没有问题'

export const lookAt = async (person: Person, contentId: string) =>
  expectValue(await person.moderation('getContent', { contentId }))

export const decide = (
  person: Person,
  contentId: string,
  decision: 'release' | 'hide',
  basedOn: number,
  requestId?: string,
) => person.moderation('decideContent', { contentId, decision, reason: REASON, basedOn }, requestId)

/** Looks and decides, as one after the other. */
export const settle = async (person: Person, contentId: string, decision: 'release' | 'hide') =>
  expectValue(await decide(person, contentId, decision, (await lookAt(person, contentId)).version))

/** The work about this content, on whatever page it stands. */
export async function worksOn(person: Person, contentId: string, state: 'waiting' | 'done') {
  const found = []
  let after: string | null = null
  do {
    const asked = { placeCode: SHANGHAI, kind: 'contentReview', state, ...(after ? { after } : {}) } as const
    const page = expectValue(await person.administration('listWork', asked))
    found.push(...page.items.filter(({ subjectId }) => subjectId === contentId))
    after = page.next as string | null
  } while (after !== null)
  return found
}
