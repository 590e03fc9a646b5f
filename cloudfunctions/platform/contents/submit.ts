import type { ContentKind, ContentState } from '../../../contract/moderation'
import { collection } from '../database/collection'
import { placeFields } from '../places'
import { keyedName } from '../secrets'
import { askAboutPicture, checkText } from './machine'
import { copyPictures } from './pictures'
import type { ContentRow } from './rows'
import { expectPictureAnswer, giveToStaff, keepFirstAnswers } from './settle'

/**
 * One piece of writing. By a person in WeChat, or by nobody who is known (another program, a hotline): then WeChat
 * cannot be asked about it, and staff look before anyone sees it.
 */
export interface Submission {
  kind: ContentKind
  subject: string
  subjectName: string
  placeCode: string
  accountId: string | null
  openid: string | null
  text: string
  /** File ids as the person named them. */
  pictures: string[]
  requestId: string
}

export interface Submitted {
  contentId: string
  state: ContentState
}

const contents = () => collection<ContentRow>('contents')

const contentIdOf = (accountId: string | null, requestId: string): string =>
  keyedName('content', accountId ?? '', requestId)

/** What this very request has submitted before, or null. */
export async function findSubmitted(accountId: string | null, requestId: string): Promise<Submitted | null> {
  const row = await contents().find(contentIdOf(accountId, requestId))
  return row && { contentId: row._id, state: row.state }
}

/**
 * Keeps what was written, unseen by others, then asks the machine. The same request sent again makes no second row
 * and asks nothing again; a check that a crash cut short is taken up by the moderation timer.
 */
export async function submitContent(submission: Submission, now: number): Promise<Submitted> {
  const row = newRow(submission, now)
  if ((await contents().insert(row)) === 'inserted') await askMachine(row._id, submission, now)
  return { contentId: row._id, state: (await contents().find(row._id))?.state ?? 'checking' }
}

function newRow(submission: Submission, now: number): ContentRow {
  const { openid: _openid, pictures: _pictures, requestId, ...words } = submission
  const _id = contentIdOf(words.accountId, requestId)
  return {
    ...words,
    ...placeFields(words.placeCode),
    _id,
    textVerdict: null,
    pictures: [],
    state: 'checking',
    cause: null,
    reason: null,
    appeal: null,
    answer: null,
    writtenAt: now,
    changedAt: now,
    order: `${String(now).padStart(13, '0')}-${_id}`,
    version: 1,
    history: [],
  }
}

async function askMachine(contentId: string, { openid, text, pictures }: Submission, now: number) {
  const [verdict, copies] = await Promise.all([
    openid === null ? null : checkText(openid, text),
    copyPictures(pictures),
  ])
  const kept = await keepFirstAnswers(contentId, verdict, copies, now)
  const state = kept?.after.state
  if (openid === null || (state !== 'checking' && state !== 'underReview')) return
  for (const { fileId } of kept?.after.pictures ?? []) {
    const traceId = await askAboutPicture(openid, fileId)
    if (traceId === null) return void (await giveToStaff(contentId, now))
    await expectPictureAnswer(traceId, contentId, fileId, now)
  }
}
