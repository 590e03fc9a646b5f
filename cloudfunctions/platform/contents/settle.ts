import { REVIEW_TIME } from '../../../contract/limits'
import { collection, inTransaction, type Transaction } from '../database/collection'
import { notifyIn } from '../messages'
import { endWorkIn, openWorkIn } from '../work'
import type { ContentRow, PictureAnswer, PictureCheckRow, Verdict } from './rows'
import { firstWords, judge, judgeFirst, type Outcome } from './rules'

/** Changes of content with all that follows from them, in one transaction: its state, the staff's work, the message to its author. */

export interface Act {
  act: string
  by: string
  reason: string | null
  requestId: string | null
}

export interface Changed<O> {
  before: ContentRow
  after: ContentRow
  outcome: O
}

/**
 * Reads a content, lets `change` decide, and writes what it answers. Null: there is no such content. Runs again
 * when somebody else was faster, so `change` must depend on nothing but the row.
 */
export function changeContent<O extends Outcome<string>>(
  contentId: string,
  now: number,
  act: Act,
  change: (row: ContentRow) => O,
): Promise<Changed<O> | null> {
  return inTransaction(async (transaction) => {
    const before = await transaction.find<ContentRow>('contents', contentId)
    if (!before) return null
    const outcome = change(before)
    if (!('changes' in outcome)) return { before, after: before, outcome }
    const after: ContentRow = {
      ...before,
      ...outcome.changes,
      changedAt: now,
      version: before.version + 1,
      history: [...before.history, { at: now, ...act }],
    }
    await transaction.put('contents', after)
    await follow(transaction, before, after, now)
    return { before, after, outcome }
  })
}

async function follow(
  transaction: Transaction,
  before: ContentRow,
  after: ContentRow,
  now: number,
): Promise<void> {
  if (after.accountId !== null && after.answer !== null && after.answer !== before.answer)
    await tell(transaction, after, 'contentAnswered', now)
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

const TITLES = {
  comment: {
    contentHidden: '你写的意见没有公开',
    contentReleased: '你写的意见已经公开',
    contentAnswered: '你写的意见有了答复',
  },
  // What is reported is handled in any case; this is about what others see.
  report: {
    contentHidden: '你上报的文字和照片没有公开',
    contentReleased: '你上报的文字和照片已经公开',
    contentAnswered: '你上报的内容有了答复',
  },
  activityPhotos: {
    contentHidden: '你上传的活动照片没有公开',
    contentReleased: '你上传的活动照片已经公开',
    contentAnswered: '你上传的活动照片有了答复',
  },
} as const

const tell = (transaction: Transaction, row: ContentRow, kind: keyof typeof TITLES.comment, now: number) =>
  notifyIn(
    transaction,
    {
      accountId: row.accountId as string,
      kind,
      about: `${row._id}/${row.version}`,
      title: TITLES[row.kind][kind],
      line: row.text === '' ? row.subjectName : firstWords(row.text),
      page: 'features/accounts/pages/contents/index',
    },
    now,
  )

const machine = (act: string): Act => ({ act, by: 'machine', reason: null, requestId: null })

const REPEATED = { repeated: true } as const

/** What the machine says decides only while nothing has been decided. */
const judged = (row: ContentRow, verdicts: Partial<ContentRow>) => ({
  changes: row.state === 'checking' ? { ...verdicts, ...judge({ ...row, ...verdicts }) } : verdicts,
})

/** The verdict on the words, with the copies of the pictures (null: not to be read), in one step. */
export const keepFirstAnswers = (
  contentId: string,
  textVerdict: Verdict | null,
  copies: (string | null)[],
  now: number,
) =>
  changeContent(contentId, now, machine(`text ${textVerdict ?? 'unanswered'}`), (row) => {
    const pictures = copies.flatMap((fileId) => {
      if (fileId === null) return []
      const kept = row.pictures.find((picture) => picture.fileId === fileId)
      return [{ ...kept, fileId, verdict: null }]
    })
    const judgement = row.state === 'checking' ? judgeFirst(textVerdict, copies) : {}
    return { changes: { textVerdict, pictures, ...judgement } }
  })

const keepPictureVerdict = (contentId: string, fileId: string, verdict: Verdict, now: number) =>
  changeContent(contentId, now, machine(`picture ${verdict}`), (row) => {
    if (!row.pictures.some((picture) => picture.fileId === fileId && picture.verdict === null))
      return REPEATED
    const pictures = row.pictures.map((picture) =>
      picture.fileId === fileId ? { ...picture, verdict } : picture,
    )
    return judged(row, { pictures })
  })

/** No answer is no pass: a person must look. */
export const giveToStaff = (contentId: string, now: number) =>
  changeContent(contentId, now, machine('no answer'), (row) =>
    row.state === 'checking'
      ? { changes: { state: 'underReview' as const, cause: 'noAnswer' as const } }
      : REPEATED,
  )

const pictureChecks = () => collection<PictureCheckRow>('pictureChecks')

const keepPictureAnswer = (contentId: string, fileId: string, answer: PictureAnswer, now: number) =>
  answer === 'none' ? giveToStaff(contentId, now) : keepPictureVerdict(contentId, fileId, answer, now)

/** WeChat's answer about a picture. It may come before its question has been written down; then it waits there. */
export async function takePictureAnswer(traceId: string, answer: PictureAnswer, now: number): Promise<void> {
  const unknown = { _id: traceId, contentId: null, fileId: null, answer, askedAt: now }
  if ((await pictureChecks().insert(unknown)) === 'inserted') return
  const asked = await pictureChecks().find(traceId)
  if (asked?.contentId && asked.fileId) await keepPictureAnswer(asked.contentId, asked.fileId, answer, now)
}

/** Writes down which picture was asked about, and takes the answer when it has come already. */
export async function expectPictureAnswer(
  traceId: string,
  contentId: string,
  fileId: string,
  now: number,
): Promise<void> {
  const question = { _id: traceId, contentId, fileId, answer: null, askedAt: now }
  if ((await pictureChecks().insert(question)) === 'inserted') return
  const answer = (await pictureChecks().find(traceId))?.answer
  if (answer) await keepPictureAnswer(contentId, fileId, answer, now)
}
