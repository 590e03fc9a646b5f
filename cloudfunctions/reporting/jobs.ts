import type { CaseRow } from '../platform/cases/rows'
import { describeError, log } from '../platform/log'
import { notify } from '../platform/messages'
import { removeOld } from './keeping'
import { countMapCells } from './publicView/countCells'
import * as store from './store'
import { type News, newsOf } from './telling'
import { listWatchers, WATCHERS_AT_ONCE, type WatcherRelation, watch } from './watchers/store'

export { forget } from './ownData'

/**
 * Once a minute: tells people what has become of their cases, counts the squares of the map, and removes what is no
 * longer kept. A backlog takes several.
 */
export async function everyMinute(
  now: number,
): Promise<{ told: number; counted: number; contacts: number; withdrawn: number }> {
  const untold = await store.listUntold(now)
  const failures: unknown[] = []
  // One case that resists must not keep the others waiting.
  for (const row of untold) await tell(row, now).catch((error: unknown) => failures.push(error))
  const counted = await countMapCells(now)
  for (const error of failures) log('error', 'case not told', { error: describeError(error) })
  const removed = await removeOld(now)
  if (failures.length > 0) throw failures[0]
  return { told: untold.length, counted, ...removed }
}

/**
 * Safe to be cut short and to run twice: messages are named after the step that they tell of, people are moved by
 * transactions that count nobody twice, and a case is marked only if it is still the one that was told.
 */
async function tell(row: CaseRow, now: number): Promise<void> {
  const isMerged =
    row.mergedInto !== null && row.history.slice(row.toldSteps).some(({ act }) => act === 'merge')
  if (isMerged) await movePeople(row, now)
  const toReporter = newsOf(row, 'reporter')
  if (row.accountId !== null && toReporter) await send(row.accountId, row, toReporter, now)
  const toWatchers = newsOf(row, 'watcher')
  if (toWatchers) await forEachWatcher(row._id, ({ accountId }) => send(accountId, row, toWatchers, now))
  await store.markTold(row)
}

const send = (accountId: string, row: CaseRow, { entry, title, line, caseId }: News, now: number) =>
  notify(
    {
      accountId,
      kind: 'caseMoved',
      about: `${row._id}/${entry.version}`,
      title,
      line,
      page: `features/reporting/pages/case/index?caseId=${caseId}`,
    },
    now,
  )

async function forEachWatcher(
  caseId: string,
  act: (watcher: { accountId: string; relation: WatcherRelation }) => Promise<unknown>,
): Promise<void> {
  for (let after = ''; ; ) {
    const page = await listWatchers(caseId, after)
    await Promise.all(page.map(act))
    const last = page.at(-1)
    if (!last || page.length < WATCHERS_AT_ONCE) return
    after = last._id
  }
}

/**
 * Who reported or joined a merged case is counted where it went; who follows it follows there. They keep it in view, too.
 * When the merging is undone they stay with both: nobody knows whom of them the other one concerns, and whom it does not
 * leaves it with one tap.
 */
async function movePeople(row: CaseRow, now: number): Promise<void> {
  const move = (accountId: string, relation: WatcherRelation) =>
    watch(row._id, { accountId, relation, now, may: (goal) => goal.accountId !== accountId })
  if (row.accountId !== null) await move(row.accountId, 'joined')
  // One after another: all of them change the same case.
  const watchers: { accountId: string; relation: WatcherRelation }[] = []
  await forEachWatcher(row._id, async (watcher) => watchers.push(watcher))
  for (const { accountId, relation } of watchers) await move(accountId, relation)
}
