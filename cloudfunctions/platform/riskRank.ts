import type { WechatCaller } from './caller'
import { cloud } from './database/connection'
import { describeError, log } from './log'

/**
 * How much WeChat doubts an account, from 0 to 4 (`riskControl.getUserRiskRank`, 安全中心 → 用户风控). The interface is
 * applied for, needs a network address, and knows only people who were here within two hours.
 */

/** 营销作弊: the scene of votes and rankings. */
const SCENE = 1
/** A voter waits for it: so long, and no longer. An instance that has just started needs a second for it. */
const ANSWER_TIME = 3000

interface OpenApi {
  riskControl: { getUserRiskRank(request: object): Promise<{ riskRank?: unknown }> }
}

const isRank = (value: unknown): value is number => [0, 1, 2, 3, 4].includes(value as number)

/** Null: no answer, for whatever reason. */
export async function askRiskRank({ openid, requestAddress }: WechatCaller): Promise<number | null> {
  if (requestAddress === null) return null
  const { APPID: appid } = cloud.getWXContext() as { APPID?: string }
  const request = { appid, openid, scene: SCENE, clientIp: requestAddress }
  const { riskControl } = cloud.openapi as unknown as OpenApi
  const asked = riskControl.getUserRiskRank(request).then(({ riskRank }) => riskRank)
  try {
    const rank = await answerWithin(asked, ANSWER_TIME)
    return isRank(rank) ? rank : null
  } catch (error) {
    log('warn', 'risk rank not known', { error: describeError(error) })
    return null
  }
}

function answerWithin<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
