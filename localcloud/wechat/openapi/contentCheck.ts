import { randomUUID } from 'node:crypto'
import { isOpenid } from '../../functions/callers'
import type { MediaChecks } from '../mediaChecks'
import { detailOf, judge } from '../verdicts'
import { failWith, INVALID_ARGUMENTS, INVALID_OPENID, type StandIn } from './standIn'

/**
 * `security.msgSecCheck` and `security.mediaCheckAsync`, version 2. What is in a picture is told later, by a message:
 * see `mediaChecks.ts`.
 * Not simulated: any judgement of content (it passes unless it contains one of the marks below; a rule can answer
 * otherwise), the demand that the person was here within two hours, rates.
 */
const TEXT_MARKS = { risky: '违规示例', review: '待审示例' }
const CONTENT_LENGTH = 2500

const isScene = (value: unknown): boolean => [1, 2, 3, 4].includes(value as number)

export const textCheckStandIn: StandIn = ({ parameters: { content, version, scene, openid } }) => {
  if (version !== 2 || !isScene(scene) || typeof content !== 'string' || content.length > CONTENT_LENGTH)
    return failWith(INVALID_ARGUMENTS, 'invalid args')
  if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
  const result = judge((mark) => content.includes(mark), TEXT_MARKS)
  return { errcode: 0, errmsg: 'ok', trace_id: randomUUID(), result, detail: detailOf(result) }
}

export const mediaCheckStandIn =
  (checks: Pick<MediaChecks, 'begin'>): StandIn =>
  ({ parameters }) => {
    const { media_url: address, media_type: type, version, scene, openid } = parameters
    if (version !== 2 || !isScene(scene) || (type !== 1 && type !== 2))
      return failWith(INVALID_ARGUMENTS, 'invalid args')
    if (typeof address !== 'string' || !/^https?:\/\//.test(address))
      return failWith(INVALID_ARGUMENTS, 'invalid media_url: a public address is needed, cloud:// is refused')
    if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
    return { errcode: 0, errmsg: 'ok', trace_id: checks.begin(address, openid) }
  }
