import type { ContentKind, ContentState } from '../../../contract/moderation'
import { collection } from '../database/collection'
import { placeFields } from '../places'
import { keyedName } from '../secrets'
import { askAboutPicture, checkText } from './machine'
import type { ContentRow } from './rows'
import { expectPictureAnswer, giveToStaff, keepPictureVerdict, keepTextVerdict } from './settle'

/** One piece of writing by a person in WeChat. */
export interface Submission {
  kind: ContentKind
  subject: string
  subjectName: string
  placeCode: string
  accountId: string
  openid: string
  text: string
  /** File ids. */
  pictures: string[]
  requestId: string
}

export const contentIdOf = (accountId: string, requestId: string): string =>
  keyedName('content', accountId, requestId)

/**
 * Keeps what was written, unseen by others, then asks the machine. The same request sent again makes no second row,
 * and a check that a crash cut short is taken up by it or, later, by the moderation timer.
 */
export async function submitContent(
  submission: Submission,
  now: number,
): Promise<{ contentId: string; state: ContentState }> {
  const row = newRow(submission, now)
  const contents = collection<ContentRow>('contents')
  const isNew = (await contents.insert(row)) === 'inserted'
  const kept = isNew ? row : await contents.find(row._id)
  if (!isNew && kept?.state !== 'checking') return { contentId: row._id, state: kept?.state ?? 'checking' }
  await askMachine(kept ?? row, submission.openid, isNew, now)
  return { contentId: row._id, state: (await contents.find(row._id))?.state ?? 'checking' }
}

function newRow(submission: Submission, now: number): ContentRow {
  const { openid: _, requestId, pictures, ...words } = submission
  const _id = contentIdOf(words.accountId, requestId)
  return {
    ...words,
    ...placeFields(words.placeCode),
    _id,
    textVerdict: null,
    pictures: [...new Set(pictures)].map((fileId) => ({ fileId, verdict: null })),
    state: 'checking',
    cause: null,
    reason: null,
    appeal: null,
    writtenAt: now,
    changedAt: now,
    order: `${String(now).padStart(13, '0')}-${_id}`,
    version: 1,
    history: [],
  }
}

async function askMachine(row: ContentRow, openid: string, isNew: boolean, now: number): Promise<void> {
  if (row.textVerdict === null) {
    const verdict = await checkText(openid, row.text)
    if (!verdict) return void (await giveToStaff(row._id, now))
    await keepTextVerdict(row._id, verdict, now)
    if (verdict === 'risky') return
  }
  // Asked once: a repeat of the request leaves the pictures to the answers that are under way.
  if (!isNew) return
  for (const { fileId } of row.pictures) {
    const traceId = await askAboutPicture(openid, fileId)
    if (traceId === null) return void (await giveToStaff(row._id, now))
    const verdict = await expectPictureAnswer(traceId, row._id, fileId, now)
    if (verdict) await keepPictureVerdict(row._id, fileId, verdict, now)
  }
}
