import { randomUUID } from 'node:crypto'
import { CLOSING_NOTICE, SETTLE_TIME } from '../../../contract/limits'
import type { MessageKind } from '../../../contract/messages'
import { aCampaign, accountIdOf, expectValue, JINGAN, publishTheList } from '../../support/builders'
import { type Cloud, MESSAGE_TEMPLATES, type Person } from '../../support/cloud'

/** How messages come about in these tests: by what people do, through the functions. */

/** Appoints a person, who is told of it. The same request is the same appointment. */
export async function appoint(administrator: Person, person: Person, requestId = randomUUID()) {
  const accountId = await accountIdOf(person)
  const grant = { accountId, name: '示例工作人员', role: 'reviewer', placeCode: JINGAN } as const
  return administrator.administration(
    'grantRole',
    { ...grant, organisationId: null, endsAt: null },
    requestId,
  )
}

/** Wants messages of this kind by WeChat, at any hour. */
export async function subscribe(person: Person, kind: MessageKind): Promise<void> {
  const templateId = MESSAGE_TEMPLATES[kind]?.templateId as string
  expectValue(await person.messages('setQuietHours', { quietHours: null }))
  expectValue(await person.messages('agree', { kind, templateId }))
}

export const inboxOf = async (person: Person) => expectValue(await person.messages('listMessages', {}))

const SETTLED = CLOSING_NOTICE + SETTLE_TIME + 1000

/**
 * Publishes a list that these people asked to be told of, by a clock that is `ahead` of the real time. Leaves it
 * further ahead, and answers by how much.
 */
export async function publishFor(
  cloud: Cloud,
  administrator: Person,
  people: Person[],
  { name = '示例选树活动', ahead = 0 } = {},
): Promise<number> {
  await cloud.setClock(ahead)
  const { campaignId, candidateIds } = await aCampaign(administrator, { name, candidates: 2 })
  expectValue(await administrator.voting('castBallot', { campaignId, choices: candidateIds }))
  for (const person of people) expectValue(await person.voting('remindMe', { campaignId }))
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(ahead + SETTLED)
  await publishTheList(cloud, administrator, campaignId)
  return ahead + SETTLED
}
