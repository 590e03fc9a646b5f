import { isOpenid } from '../../functions/callers'
import type { RiskRanks } from '../riskRanks'
import { failWith, INVALID_ARGUMENTS, INVALID_OPENID, type StandIn } from './standIn'

const SYSTEM_BUSY = -1

/**
 * `riskControl.getUserRiskRank`: the rank that control has set, or 0.
 * Not simulated: any assessment, applying for the interface, the demand that a person was here within two hours
 * (61010), rates.
 */
export const userRiskRankStandIn =
  (ranks: Pick<RiskRanks, 'of'>): StandIn =>
  ({ parameters }) => {
    const { appid, openid, scene, client_ip: clientIp } = parameters
    if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
    if (typeof appid !== 'string' || ![0, 1, 2].includes(scene as number) || typeof clientIp !== 'string')
      return failWith(INVALID_ARGUMENTS, 'appid, scene and client_ip are required')
    const rank = ranks.of(openid)
    if (rank === null) return failWith(SYSTEM_BUSY, 'system error')
    return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: rank, unoin_id: 0 }
  }
