import type { Invocation } from '../../functions/callers'
import type { MediaChecks } from '../mediaChecks'
import type { MessageBox } from '../messageBox'
import type { PhoneNumbers } from '../phoneNumbers'
import type { RiskRanks } from '../riskRanks'
import { mediaCheckStandIn, textCheckStandIn } from './contentCheck'
import { phoneNumberStandIn } from './phoneNumber'
import { decodeRequest, encodeAnswer, encodeRefusal } from './protobuf'
import { failWith, type OpenApiAnswer, type StandIn } from './standIn'
import { subscribeMessageStandIn } from './subscribeMessage'
import { userRiskRankStandIn } from './userRiskRank'

/**
 * WeChat's open interfaces as far as localcloud stands in for them; any other is answered with an error that
 * names it. A rule replaces a stand-in's answer.
 * Not simulated: internal interfaces (open data by cloudID, call signatures), access tokens, quotas.
 */
export interface OpenApi {
  /** `request` is the protobuf message of the SDK; so is the answer. Undefined for WeChat-internal interfaces. */
  call(apiName: string, request: Uint8Array, invocation: Invocation): Uint8Array | undefined
  setRule(apiName: string, rule: OpenApiRule | null): void
}

/** `answer` in WeChat's snake_case, or the errcode to fail with. */
export type OpenApiRule = { answer: OpenApiAnswer } | { fail: number; message?: string }

export interface OpenApiOptions {
  numbers: PhoneNumbers
  ranks: Pick<RiskRanks, 'of'>
  box: MessageBox
  mediaChecks: Pick<MediaChecks, 'begin'>
  now: () => number
  mayCall(functionName: string, apiName: string): boolean
}

const NO_PERMISSION = -604101
const NOT_FOUND = -604100
const ILLEGAL_SOURCE = -604104
const OPEN_INTERFACE = 0

export function createOpenApi({ numbers, ranks, box, mediaChecks, now, mayCall }: OpenApiOptions): OpenApi {
  const standIns = new Map<string, StandIn>([
    ['phonenumber.getPhoneNumber', phoneNumberStandIn(numbers, now)],
    ['subscribeMessage.send', subscribeMessageStandIn(box, now)],
    ['security.msgSecCheck', textCheckStandIn],
    ['security.mediaCheckAsync', mediaCheckStandIn(mediaChecks)],
    ['riskControl.getUserRiskRank', userRiskRankStandIn(ranks)],
  ])
  const rules = new Map<string, OpenApiRule>()
  return {
    setRule(apiName, rule) {
      if (rule === null) rules.delete(apiName)
      else rules.set(apiName, rule)
    },
    call(apiName, request, { functionName, caller }) {
      const { apiType, pairs } = decodeRequest(request)
      if (apiType !== OPEN_INTERFACE) return undefined
      if (!mayCall(functionName, apiName)) return encodeRefusal(NO_PERMISSION)
      if (isNested(caller.source)) return encodeRefusal(ILLEGAL_SOURCE)
      const rule = rules.get(apiName)
      if (rule)
        return encodeAnswer(
          'fail' in rule ? failWith(rule.fail, rule.message ?? 'set by a rule') : rule.answer,
        )
      const standIn = standIns.get(apiName)
      if (!standIn)
        return encodeAnswer(failWith(NOT_FOUND, `localcloud does not support the open interface ${apiName}`))
      return encodeAnswer(standIn({ parameters: readParameters(pairs), caller }))
    },
  }
}

/** In production a function called by a function has no token for open interfaces. */
const isNested = (source: string): boolean => source.endsWith(',scf')

/** Media come as plain bytes and have no JSON form; no stand-in takes them. */
function readParameters(pairs: { key: string; value: Buffer }[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map(({ key, value }) => {
      try {
        return [key, JSON.parse(value.toString('utf8')) as unknown]
      } catch {
        return [key, undefined]
      }
    }),
  )
}
