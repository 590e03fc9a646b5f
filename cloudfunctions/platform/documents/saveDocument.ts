import { cloud } from '../database/connection'
import { linkPhotos } from '../photos'
import { keyedName } from '../secrets'

/** A document that has just been made: where it can be loaded for two hours, and what it is to be called. */
export interface SavedDocument {
  url: string
  fileName: string
}

/**
 * Keeps a document where nobody finds it without its link. It lies under a name made of `key`, so the same request made
 * twice leaves one file; the name that people see, in Chinese, goes with the answer, since addresses are safest in ASCII.
 */
export async function saveDocument(
  bytes: Buffer,
  fileName: string,
  key: { accountId: string; requestId: string },
): Promise<SavedDocument> {
  const ending = /\.[a-z]+$/.exec(fileName)?.[0] ?? ''
  const cloudPath = `documents/${keyedName('document', key.accountId, key.requestId)}${ending}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: bytes })
  const url = (await linkPhotos([fileID])).get(fileID)
  if (!url) throw new Error(`no link to the document ${cloudPath}, which has just been saved`)
  return { url, fileName }
}

/** What a file system or WeChat does not take in a name becomes a space. */
export const asFileName = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|#%\s]+/g, ' ')
    .trim()
    .slice(0, 60)
