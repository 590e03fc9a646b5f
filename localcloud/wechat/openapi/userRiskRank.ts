import { isOpenid } from '../../functions/callers'
import { failWith, INVALID_ARGUMENTS, INVALID_OPENID, type StandIn } from './standIn'

/**
 * `riskControl.getUserRiskRank`: everyone has rank 0 until a rule says otherwise.
 * Not simulated: any assessment, applying for the interface, rates.
 */
export const userRiskRankStandIn: StandIn = ({ parameters }) => {
  const { appid, openid, scene, client_ip: clientIp } = parameters
  if (!isOpenid(openid)) return failWith(INVALID_OPENID, 'invalid openid')
  if (typeof appid !== 'string' || ![0, 1, 2].includes(scene as number) || typeof clientIp !== 'string')
    return failWith(INVALID_ARGUMENTS, 'appid, scene and client_ip are required')
  return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: 0, unoin_id: 0 }
}
