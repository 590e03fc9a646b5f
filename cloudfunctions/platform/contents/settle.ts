import { REVIEW_TIME } from '../../../contract/limits'
import type { ContentCause } from '../../../contract/moderation'
import { collection, inTransaction, type Transaction } from '../database/collection'
import { notifyIn } from '../messages'
import { endWorkIn, openWorkIn } from '../work'
import type { ContentRow, PictureCheckRow, Verdict } from './rows'
import { firstWords, judge } from './rules'

/** Changes of content with all that follows from them, in one transaction: its state, the staff's work, the message to its author. */

export interface Act {
  act: string
  by: string
  reason: string | null
  requestId: string | null
}

/**
 * Reads a content, lets `change` decide, and writes what it answers; null leaves everything as it is. Runs again
 * when somebody else was faster, so `change` must depend on nothing but the row.
 */
export function changeContent(
  contentId: string,
  now: number,
  act: Act,
  change: (row: ContentRow) => Partial<ContentRow> | null,
): Promise<ContentRow | null> {
  return inTransaction(async (transaction) => {
    const before = await transaction.find<ContentRow>('contents', contentId)
    if (!before) return null
    const changes = change(before)
    if (!changes) return before
    const after: ContentRow = {
      ...before,
      ...changes,
      changedAt: now,
      version: before.version + 1,
      history: [...before.history, { at: now, ...act }],
    }
    await transaction.put('contents', after)
    await follow(transaction, before, after, now)
    return after
  })
}

async function follow(
  transaction: Transaction,
  before: ContentRow,
  after: ContentRow,
  now: number,
): Promise<void> {
  if (before.state === after.state) return
  if (after.state === 'underReview') await openWorkIn(transaction, workOf(after, now))
  else await endWorkIn(transaction, 'contentReview', after._id, now)
  if (after.accountId === null) return
  // Nobody is told that what they have just sent is visible: the screen says so. A wait or a refusal is told.
  const wasHeld = before.state === 'underReview' || before.state === 'hidden'
  if (after.state === 'hidden') await tell(transaction, after, 'contentHidden', now)
  if (after.state === 'visible' && wasHeld) await tell(transaction, after, 'contentReleased', now)
}

const workOf = (row: ContentRow, now: number) => ({
  kind: 'contentReview' as const,
  subjectId: row._id,
  title: row.text === '' ? '照片' : firstWords(row.text),
  line: row.subjectName,
  placeCode: row.placeCode,
  since: now,
  dueAt: now + REVIEW_TIME,
})

const tell = (
  transaction: Transaction,
  row: ContentRow,
  kind: 'contentHidden' | 'contentReleased',
  now: number,
) =>
  notifyIn(
    transaction,
    {
      accountId: row.accountId as string,
      kind,
      about: `${row._id}/${row.version}`,
      title: kind === 'contentHidden' ? '你写的意见没有公开' : '你写的意见已经公开',
      line: firstWords(row.text),
      page: 'features/accounts/pages/contents/index',
    },
    now,
  )

const machine = (act: string): Act => ({ act, by: 'machine', reason: null, requestId: null })

/** What the machine says decides only while nothing has been decided. */
const judged = (row: ContentRow, verdicts: Partial<ContentRow>): Partial<ContentRow> =>
  row.state === 'checking' ? { ...verdicts, ...judge({ ...row, ...verdicts }) } : verdicts

export const keepTextVerdict = (contentId: string, verdict: Verdict, now: number) =>
  changeContent(contentId, now, machine(`text ${verdict}`), (row) =>
    row.textVerdict === null ? judged(row, { textVerdict: verdict }) : null,
  )

export const keepPictureVerdict = (contentId: string, fileId: string, verdict: Verdict, now: number) =>
  changeContent(contentId, now, machine(`picture ${verdict}`), (row) => {
    if (!row.pictures.some((picture) => picture.fileId === fileId && picture.verdict === null)) return null
    const pictures = row.pictures.map((picture) =>
      picture.fileId === fileId ? { ...picture, verdict } : picture,
    )
    return judged(row, { pictures })
  })

/** No answer is no pass: a person must look. */
export const giveToStaff = (contentId: string, now: number) =>
  changeContent(contentId, now, machine('no answer'), (row) =>
    row.state === 'checking' ? { state: 'underReview', cause: 'noAnswer' satisfies ContentCause } : null,
  )

const pictureChecks = () => collection<PictureCheckRow>('pictureChecks')

/** WeChat's answer about a picture. It may come before its question has been written down; then it waits there. */
export async function takePictureAnswer(traceId: string, verdict: Verdict, now: number): Promise<void> {
  const unknown = { _id: traceId, contentId: null, fileId: null, verdict, askedAt: now }
  if ((await pictureChecks().insert(unknown)) === 'inserted') return
  const asked = await pictureChecks().find(traceId)
  if (asked?.contentId && asked.fileId) await keepPictureVerdict(asked.contentId, asked.fileId, verdict, now)
}

/** Writes down which picture was asked about; answers the verdict when it has come already. */
export async function expectPictureAnswer(
  traceId: string,
  contentId: string,
  fileId: string,
  now: number,
): Promise<Verdict | null> {
  const question = { _id: traceId, contentId, fileId, verdict: null, askedAt: now }
  if ((await pictureChecks().insert(question)) === 'inserted') return null
  return (await pictureChecks().find(traceId))?.verdict ?? null
}
