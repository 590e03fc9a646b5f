import { randomUUID } from 'node:crypto'
import { cloud } from '../database/connection'
import { describeError, log } from '../log'
import { withoutMetadata } from './metadata'

/**
 * The program's own copies of pictures. A person may replace a file of theirs at any time, and may name files that
 * are not theirs. So what is checked and shown is a copy that no phone can write to, and what is deleted is only that.
 * The copy no longer tells where and with which phone it was taken.
 */

/** WeChat looks at no larger ones. */
const LARGEST = 10 * 1_048_576

/** The file ids of the copies, in their order. Null: the picture is gone, too large or not of this environment. */
export const copyPictures = (sources: string[], folder = 'contents'): Promise<(string | null)[]> =>
  Promise.all([...new Set(sources)].map((source) => copyPicture(source, folder)))

async function copyPicture(source: string, folder: string): Promise<string | null> {
  try {
    const downloaded = await cloud.downloadFile({ fileID: source })
    const { fileContent } = downloaded as unknown as { fileContent: Buffer }
    if (fileContent.length > LARGEST) return null
    const shown = withoutMetadata(fileContent)
    return (await cloud.uploadFile({ cloudPath: newPath(source, folder), fileContent: shown })).fileID
  } catch (error) {
    log('warn', 'picture not copied', { error: describeError(error) })
    return null
  }
}

/** Nobody can guess it. */
function newPath(source: string, folder: string): string {
  const ending = /\.(png|jpe?g|webp)$/i.exec(source)?.[1]?.toLowerCase() ?? 'jpg'
  return `${folder}/${randomUUID()}.${ending}`
}

const FILES_PER_CALL = 50

/** Deletes copies; one that is gone already is no failure. */
export async function deletePictures(copies: string[]): Promise<void> {
  for (let start = 0; start < copies.length; start += FILES_PER_CALL)
    await cloud.deleteFile({ fileList: copies.slice(start, start + FILES_PER_CALL) })
}
