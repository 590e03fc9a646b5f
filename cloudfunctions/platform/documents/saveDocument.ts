import { now } from '../clock'
import { deletePictures } from '../contents/pictures'
import { collection, command, type Row } from '../database/collection'
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
  const name = keyedName('document', key.accountId, key.requestId)
  const cloudPath = `documents/${name}${ending}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: bytes })
  await madeDocuments().insert({ _id: name, file: fileID, madeAt: now() })
  const url = (await linkPhotos([fileID])).get(fileID)
  if (!url) throw new Error(`no link to the document ${cloudPath}, which has just been saved`)
  return { url, fileName }
}

/** A document that was made: it is for the moment, may hold names and telephones, and goes after its time. */
interface MadeDocumentRow extends Row {
  file: string
  madeAt: number
}

const madeDocuments = () => collection<MadeDocumentRow>('madeDocuments')

const AT_ONCE = 50

/** For one function's timer, which comes again: removes documents of all functions that were made before this moment. */
export async function removeDocuments(madeBefore: number): Promise<number> {
  const old = await madeDocuments().list({ madeAt: command.lt(madeBefore) }, { limit: AT_ONCE })
  await deletePictures(old.map(({ file }) => file))
  for (const { _id } of old) await madeDocuments().remove({ _id })
  return old.length
}

/** What a file system or WeChat does not take in a name becomes a space. */
export const asFileName = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|#%\s]+/g, ' ')
    .trim()
    .slice(0, 60)
