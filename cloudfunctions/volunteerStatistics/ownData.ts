import { ok } from '../../contract/result'
import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import type { Forget } from '../platform/forgetting'
import type { Methods } from '../platform/serve'
import { finishStretch } from './folding/folding'
import { dropAccount, listLines } from './folding/store'

const SCOPES: Record<string, string> = { organisation: '单位', street: '街镇', grid: '网格' }

/** `organisation-<id>-2026-W47` */
const partsOf = (board: string): [scope: string, period: string] => {
  const [, kind = '', period = ''] = /^(\w+?)-.+?-(\d{4}(?:-W?\d{2})?)$/.exec(board) ?? []
  return [SCOPES[kind] ?? '', period]
}

export const exportMyData: Methods<typeof volunteerStatistics>['exportMyData'] = async ({ caller }) => {
  const lines = await listLines(caller.accountId)
  const items = lines.map(({ board, minutes }) => {
    const [scope, period] = partsOf(board)
    return { 榜单: scope, 时间: period, 分钟: minutes }
  })
  return ok({ sections: [{ title: '志愿榜单中的时长', items }] })
}

/**
 * Minutes were served and stay counted, as nobody's. What is just being counted is finished first, for it may still
 * name the person; what is counted later finds the wish, or no volunteer any more. Lines that were changed since belong to
 * a person who came back.
 */
export const forget: Forget = async (accountId, requestedAt) => {
  await finishStretch()
  while ((await dropAccount(accountId, requestedAt)) > 0);
}
