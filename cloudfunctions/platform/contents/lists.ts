import { PAGE_SIZE } from '../../../contract/limits'
import type { PublicContent } from '../../../contract/moderation'
import { collection, command } from '../database/collection'
import type { KeptPhoto } from '../keptPhotos'
import { linkPhotos } from '../photos'
import type { ContentRow } from './rows'

/** What everyone may see about a subject, newest first; `after` is the order of the last one seen. */
export async function listVisible(
  subject: string,
  after: string | undefined,
): Promise<{ contents: PublicContent[]; next: string | null }> {
  const rows = await collection<ContentRow>('contents').list(
    { subject, state: 'visible', ...(after ? { order: command.lt(after) } : {}) },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )
  const shown = rows.slice(0, PAGE_SIZE)
  const links = await linkPhotos(shown.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)))
  return {
    contents: shown.map((row) => ({
      contentId: row._id,
      text: row.text,
      pictureUrls: pictureUrls(row, links),
      answer: row.answer,
      writtenAt: row.writtenAt,
    })),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null,
  }
}

/** Photos that everyone may see about a subject, newest first; of at most `limit` people's. */
export async function listVisiblePhotos(subject: string, limit: number): Promise<KeptPhoto[]> {
  const rows = await collection<ContentRow>('contents').list(
    { subject, state: 'visible' },
    { orderBy: { order: 'desc' }, limit },
  )
  return rows.flatMap(({ _id, pictures }) =>
    pictures.map(({ fileId, small = fileId }, index) => ({
      photoId: `${_id}-${index}`,
      list: small,
      page: fileId,
    })),
  )
}

/** Under which opinions about a candidate stand. */
export const candidateSubject = (candidateId: string): string => `candidate/${candidateId}`

/** The newest that everyone may see about a subject, for a document: words and answers, no pictures. */
export const listForReaders = (
  subject: string,
  limit: number,
): Promise<Pick<ContentRow, 'text' | 'answer' | 'writtenAt'>[]> =>
  collection<ContentRow>('contents').list(
    { subject, state: 'visible' },
    { orderBy: { order: 'desc' }, limit },
  )

/** How many everyone may see about a subject. */
export const countVisible = (subject: string): Promise<number> =>
  collection<ContentRow>('contents').count({ subject, state: 'visible' })

export const pictureUrls = ({ pictures }: ContentRow, links: Map<string, string>): string[] =>
  pictures.flatMap(({ fileId }) => links.get(fileId) ?? [])
