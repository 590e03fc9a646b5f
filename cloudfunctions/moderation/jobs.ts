import type { PushedMessage } from '../platform/background'
import { removeContent } from '../platform/contents/removing'
import type { ContentRow } from '../platform/contents/rows'
import { giveToStaff, takePictureAnswer } from '../platform/contents/settle'
import { keptSince } from '../platform/retention'
import { readMediaCheck, waitedTooLong } from './rules'
import * as store from './store'

/** WeChat tells what is in a picture. */
export async function takeMediaCheck(message: PushedMessage, now: number): Promise<void> {
  const told = readMediaCheck(message)
  if (told) await takePictureAnswer(told.traceId, told.answer, now)
}

/** An answer comes within half an hour, or never. */
const CHECKS_KEPT = 24 * 3_600_000

/** Once a minute: give to staff what the machine has left, then remove what is no longer kept. A backlog takes several. */
export async function everyMinute(now: number): Promise<{ given: number; removed: number }> {
  const { textsBefore, picturesBefore } = waitedTooLong(now)
  const left = [...(await store.listUnread(textsBefore)), ...(await store.listUnanswered(picturesBefore))]
  const since = keptSince('hiddenContents', now)
  const old = [...(await store.listSince('hidden', since)), ...(await store.listSince('withdrawn', since))]
  const failures = [
    ...(await forEach(left, ({ _id }) => giveToStaff(_id, now))),
    ...(await forEach(old, removeContent)),
  ]
  await store.removePictureChecks(now - CHECKS_KEPT)
  if (failures.length > 0) throw failures[0]
  return { given: left.length, removed: old.length }
}

/** One content that resists must not keep the others waiting. Answers what failed. */
async function forEach(rows: ContentRow[], act: (row: ContentRow) => Promise<unknown>): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const row of rows) await act(row).catch((error: unknown) => failures.push(error))
  return failures
}

/** What others see stays, without its author; what nobody sees goes. */
export async function forget(accountId: string, requestedAt: number): Promise<void> {
  for (;;) {
    const rows = await store.listByAuthor(accountId, store.orderAfter(requestedAt))
    if (rows.length === 0) return
    for (const row of rows) {
      if (row.state === 'hidden' || row.state === 'withdrawn') await removeContent(row)
      else await store.dropAuthor(row._id, accountId)
    }
  }
}
