import { createHash } from 'node:crypto'
import { cloud } from '../database/connection'
import { keyedName } from '../secrets'

/** A file that stays, and what its readers compare it with. */
export interface KeptFile {
  fileId: string
  fileName: string
  bytes: number
  sha256: string
}

/**
 * Keeps a file under a name made of `key`, so that the same made twice, or by two at once, is one file, and nobody
 * finds it without its link.
 */
export async function keepFile(key: string[], fileName: string, content: Buffer): Promise<KeptFile> {
  const ending = /\.[a-z]+$/.exec(fileName)?.[0] ?? ''
  const cloudPath = `kept/${keyedName('kept-file', ...key, fileName)}${ending}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { fileId: fileID, fileName, bytes: content.length, sha256 }
}

/** What a kept file holds; it is as it was kept, or this throws. */
export async function readKeptFile({ fileId, fileName, sha256 }: KeptFile): Promise<Buffer> {
  const answer = (await cloud.downloadFile({ fileID: fileId })) as unknown as { fileContent: Buffer }
  if (createHash('sha256').update(answer.fileContent).digest('hex') !== sha256)
    throw new Error(`the file ${fileName} is not as it was kept`)
  return answer.fileContent
}
