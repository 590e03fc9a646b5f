import { randomUUID } from 'node:crypto'
import { isOpenid } from '../../functions/callers'
import { failWith, INVALID_ARGUMENTS, INVALID_OPENID, type StandIn } from './standIn'

/**
 * `security.msgSecCheck` and `security.mediaCheckAsync`, version 2.
 * Not simulated: any judgement of content (text passes unless it contains one of the marks below; a rule can answer
 * otherwise), the demand that the person was here within two hours, rates, and the `wxa_media_check` event that
 * tells the result for a picture.
 */
const RISKY_MARK = '违规示例'
const REVIEW_MARK = '待审示例'
const CONTENT_LENGTH = 2500
const OTHER = 21000
const PASSED = 100

const isScene = (value: unknown): boolean => [1, 2, 3, 4].includes(value as number)

export const textCheckStandIn: StandIn = ({ parameters: { content, version, scene, openid } }) => {
  if (version !== 2 || !isScene(scene) || typeof content !== 'string' || content.length > CONTENT_LENGTH)
    return failWith(INVALID_ARGUMENTS, 'invalid args')
  if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
  const result = judge(content)
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }]
  return { errcode: 0, errmsg: 'ok', trace_id: randomUUID(), result, detail }
}

function judge(content: string): { suggest: 'pass' | 'review' | 'risky'; label: number } {
  if (content.includes(RISKY_MARK)) return { suggest: 'risky', label: OTHER }
  if (content.includes(REVIEW_MARK)) return { suggest: 'review', label: OTHER }
  return { suggest: 'pass', label: PASSED }
}

export const mediaCheckStandIn: StandIn = ({ parameters }) => {
  const { media_url: address, media_type: type, version, scene, openid } = parameters
  if (version !== 2 || !isScene(scene) || (type !== 1 && type !== 2))
    return failWith(INVALID_ARGUMENTS, 'invalid args')
  if (typeof address !== 'string' || !/^https?:\/\//.test(address))
    return failWith(INVALID_ARGUMENTS, 'invalid media_url: a public address is needed, cloud:// is refused')
  if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
  return { errcode: 0, errmsg: 'ok', trace_id: randomUUID() }
}
