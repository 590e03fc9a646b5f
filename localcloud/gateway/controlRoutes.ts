import type { AdminService, DatabaseFaults } from '../adminProtocol/service'
import type { CloudClock } from '../clock'
import { isOpenid } from '../functions/callers'
import type { Scheduler } from '../scheduler/scheduler'
import { isSameText } from '../secret'
import type { OpenApi, OpenApiRule } from '../wechat/openapi/openApi'
import { isPhoneNumber, type PhoneNumbers } from '../wechat/phoneNumbers'
import { isRiskRank, type RiskRanks } from '../wechat/riskRanks'
import type { Sessions } from '../wechat/sessions'
import { type ControlAction, describeAnswer } from './controlAction'
import { HttpProblem, invalidInput, notFound, type Route, readJsonObject, sendJson } from './exchange'
import { type PushActionsOptions, pushActions } from './pushActions'

export interface ControlRoutesOptions extends PushActionsOptions {
  /** Without a token there is no control at all. */
  token: string | undefined
  sessions: Sessions
  clock: CloudClock
  scheduler: Scheduler
  numbers: PhoneNumbers
  ranks: RiskRanks
  openApi: OpenApi
  admin: Pick<AdminService, 'setFaults' | 'statistics'>
}

/** Room for the openids of a hundred thousand voters. */
const BODY_BYTES = 16 * 1_048_576

/** For tests, seed and bench: everything a person must not be able to do. */
export function controlRoutes(options: ControlRoutesOptions): Record<string, Route> {
  const actions: Record<string, ControlAction> = {
    ...worldActions(options),
    ...wechatActions(options),
    ...pushActions(options),
  }
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [name, guarded(options.token, action)]),
  )
}

const guarded =
  (token: string | undefined, action: ControlAction): Route =>
  async ({ request, response }) => {
    const given = request.headers['x-localcloud-control']
    if (token === undefined || typeof given !== 'string' || !isSameText(given, token))
      throw new HttpProblem(403, 'not_allowed', 'control needs its token')
    const body = request.method === 'POST' ? (await readJsonObject(request, BODY_BYTES)).value : {}
    sendJson(response, (await action(body)) ?? {})
  }

function worldActions({ clock, scheduler, admin }: ControlRoutesOptions): Record<string, ControlAction> {
  return {
    'POST /local/control/clock': async ({ offsetMilliseconds: offset }) => {
      if (!Number.isSafeInteger(offset)) throw invalidInput('offsetMilliseconds must be a whole number')
      await clock.move(offset as number)
      return { now: clock.now() }
    },
    'POST /local/control/timers': async ({ function: name, trigger }) => {
      const answer = await scheduler.runNow(String(name), String(trigger))
      if (!answer) throw notFound('there is no such timer')
      return describeAnswer(answer)
    },
    'POST /local/control/faults': (faults) => admin.setFaults(faults as DatabaseFaults),
    'GET /local/control/statistics': () => admin.statistics(),
  }
}

function wechatActions({
  sessions,
  numbers,
  ranks,
  openApi,
}: ControlRoutesOptions): Record<string, ControlAction> {
  return {
    'POST /local/control/sessions': ({ openids }) => {
      if (!Array.isArray(openids) || !openids.every(isOpenid))
        throw invalidInput('openids must be texts of letters, digits, - and _ with at least one letter')
      return { tokens: openids.map((openid) => sessions.open(openid)) }
    },
    'POST /local/control/phone': ({ openid, number }) => {
      if (!isOpenid(openid) || !isPhoneNumber(number))
        throw invalidInput('openid and an 11-digit number are needed')
      numbers.setNumber(openid, number)
    },
    'POST /local/control/riskRanks': ({ openids, rank }) => {
      if (!Array.isArray(openids) || !openids.every(isOpenid) || !isRiskRank(rank))
        throw invalidInput('openids and a rank from 0 to 4, or null, are needed')
      for (const openid of openids) ranks.set(openid, rank)
    },
    'POST /local/control/openapi': ({ apiName, rule }) => {
      if (typeof apiName !== 'string' || !isRule(rule))
        throw invalidInput('rule must be { answer }, { fail: errcode } or null')
      openApi.setRule(apiName, rule)
    },
  }
}

function isRule(rule: unknown): rule is OpenApiRule | null {
  if (rule === null) return true
  if (typeof rule !== 'object') return false
  const { answer, fail } = rule as { answer?: unknown; fail?: unknown }
  return Number.isSafeInteger(fail) || (typeof answer === 'object' && answer !== null)
}
