import { cloud } from './database/connection'

/** A WeChat subscribe message to one person. `values` are the template's fields, each at most 20 characters. */
export interface SubscribeMessage {
  openid: string
  templateId: string
  page: string
  values: Record<string, string>
}

/** The person did not agree to this message (any more): trying again is no use. */
const NOT_SUBSCRIBED = 43101
const FIELD_LENGTH = 20

export async function sendSubscribeMessage({
  openid,
  templateId,
  page,
  values,
}: SubscribeMessage): Promise<'sent' | 'notWanted'> {
  const data = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value: value.slice(0, FIELD_LENGTH) }]),
  )
  try {
    await cloud.openapi.subscribeMessage.send({ touser: openid, templateId, page, data })
    return 'sent'
  } catch (error) {
    if ((error as { errCode?: unknown }).errCode === NOT_SUBSCRIBED) return 'notWanted'
    throw error
  }
}
