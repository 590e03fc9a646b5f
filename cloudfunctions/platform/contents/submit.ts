import type { ContentKind, ContentState } from '../../../contract/moderation'
import { collection } from '../database/collection'
import { placeFields } from '../places'
import { keyedName } from '../secrets'
import { askAboutPicture, checkText } from './machine'
import { copyPictures } from './pictures'
import type { ContentPicture, ContentRow, Verdict } from './rows'
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
  /** Null at a desk, too: WeChat checks only the words of somebody who is in the mini-program. */
  openid: string | null
  text: string
  /** File ids as the person named them, or with `areOwnFiles` files that the program has drawn itself. */
  pictures: string[]
  areOwnFiles?: true
  /** Smaller drawings of own files, by their file ids. */
  smaller?: Record<string, string>
  requestId: string
}

export interface Submitted {
  contentId: string
  state: ContentState
}

const contents = () => collection<ContentRow>('contents')

/** Known before it is submitted, so that what it belongs to can name it. */
export const contentIdOf = (accountId: string | null, requestId: string): string =>
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
  const contentId = contentIdOf(submission.accountId, submission.requestId)
  if (await keepContent(submission, now)) await askMachine(submission, now)
  return { contentId, state: (await contents().find(contentId))?.state ?? 'checking' }
}

/** The first half of `submitContent`, for what must not wait for the machine. False: it was kept before. */
export const keepContent = async (submission: Submission, now: number): Promise<boolean> =>
  (await contents().insert(newRow(submission, now))) === 'inserted'

function newRow(submission: Submission, now: number): ContentRow {
  const { openid: _openid, pictures, areOwnFiles, smaller = {}, requestId, ...words } = submission
  const _id = contentIdOf(words.accountId, requestId)
  return {
    ...words,
    ...placeFields(words.placeCode),
    _id,
    textVerdict: null,
    pictures: areOwnFiles ? pictures.map((fileId) => pictureOf(fileId, smaller[fileId])) : [],
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

const pictureOf = (fileId: string, small: string | undefined): ContentPicture =>
  small === undefined ? { fileId, verdict: null } : { fileId, small, verdict: null }

/** Pictures without words: there is nothing to ask about. */
const readWords = (openid: string, text: string): Promise<Verdict | null> =>
  text === '' ? Promise.resolve('pass') : checkText(openid, text)

/** The second half: only for who has kept it. */
export async function askMachine(submission: Submission, now: number): Promise<void> {
  const { openid, text, pictures, areOwnFiles, accountId, requestId } = submission
  const contentId = contentIdOf(accountId, requestId)
  const [verdict, copies] = await Promise.all([
    openid === null ? null : readWords(openid, text),
    areOwnFiles ? pictures : copyPictures(pictures),
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
