import type { reporting } from '../../contract/reporting'
import { ok } from '../../contract/result'
import type { CaseRow } from '../platform/cases/rows'
import { shanghaiTime } from '../platform/clock'
import type { Forget } from '../platform/forgetting'
import { unseal } from '../platform/sealed'
import type { Methods } from '../platform/serve'
import { presentExported } from './presented'
import * as store from './store'
import { leave, listWatchedBy } from './watchers/store'

type ReportingMethods = Methods<typeof reporting>

const AT_ONCE = 100

/** Every row of a list that goes by `order`, newest first. */
async function all<R extends { order: string }>(
  list: (after: string | undefined) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = []
  for (;;) {
    const page = await list(found.at(-1)?.order)
    found.push(...page)
    if (page.length < AT_ONCE) return found
  }
}

export const exportMyData: ReportingMethods['exportMyData'] = async ({ caller: { accountId } }) => {
  const reported = await all((after) => store.listReportedBy(accountId, after, AT_ONCE))
  const watched = await all((after) => listWatchedBy(accountId, after, AT_ONCE))
  const rows: CaseRow[] = []
  for (let start = 0; start < watched.length; start += AT_ONCE)
    rows.push(...(await store.findCases(watched.slice(start, start + AT_ONCE).map(({ caseId }) => caseId))))
  const cases = new Map(rows.map((row) => [row._id, row]))
  return ok({
    sections: [
      { title: '我的上报', items: reported.map((row) => presentExported(row, contactOf(row))) },
      {
        title: '我也遇到和关注的问题',
        items: watched.map(({ caseId, relation, since }) => ({
          编号: cases.get(caseId)?.number ?? null,
          类别: cases.get(caseId)?.categoryName ?? null,
          关系: relation === 'joined' ? '我也遇到' : '关注',
          时间: shanghaiTime(since),
        })),
      },
    ],
  })
}

function contactOf({ _id, sealedContact }: CaseRow): string | null {
  if (sealedContact === null) return null
  const { name, phone } = JSON.parse(unseal(_id, sealedContact)) as { name: string | null; phone: string }
  return [name, phone].filter(Boolean).join(' ')
}

/** Cases stay, without the person; nobody is counted who is gone. What is younger than the wish is somebody's who came back. */
export const forget: Forget = async (accountId, requestedAt) => {
  const until = store.orderAfter(requestedAt)
  for (;;) {
    const reported = await store.listReportedBy(accountId, until, AT_ONCE)
    for (const { _id } of reported) await store.dropReporter(_id, accountId)
    const watched = await listWatchedBy(accountId, until, AT_ONCE)
    for (const { caseId } of watched) await leave(caseId, accountId)
    if (reported.length === 0 && watched.length === 0) return
  }
}
