import { cloud } from '../platform/database/connection'

/** A WeChat subscribe message to one person. */
export interface SubscribeMessage {
  openid: string
  templateId: string
  page: string | null
  values: Record<string, string>
}

/** The person did not agree to this message (any more): trying again is no use. */
const NOT_SUBSCRIBED = 43101

/** Throws when WeChat did not take it for another reason. */
export async function sendSubscribeMessage({
  openid,
  templateId,
  page,
  values,
}: SubscribeMessage): Promise<'sent' | 'notWanted'> {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
  const leadsTo = page === null ? {} : { page }
  try {
    await cloud.openapi.subscribeMessage.send({ touser: openid, templateId, ...leadsTo, data })
    return 'sent'
  } catch (error) {
    if ((error as { errCode?: unknown }).errCode === NOT_SUBSCRIBED) return 'notWanted'
    throw error
  }
}
