import { cloud } from '../database/connection'
import { describeError, log } from '../log'
import { keyedName } from '../secrets'

/**
 * The program's own copies of pictures. A person may replace a file of theirs at any time, and may name files that
 * are not theirs. So what is checked and shown is a copy that no phone can write to, and what is deleted is only that.
 */

/** WeChat looks at no larger ones. */
const LARGEST = 10 * 1_048_576

/** Where a copy stands: in the environment of its source, under a name that nobody can guess. */
export function copyIdOf(source: string, contentId: string, index: number): string {
  const environment = source.slice(0, source.indexOf('/', 'cloud://'.length) + 1)
  const ending = /\.(png|jpe?g|webp)$/i.exec(source)?.[1]?.toLowerCase() ?? 'jpg'
  return `${environment}contents/${keyedName('picture', contentId, String(index))}.${ending}`
}

const pathOf = (fileId: string): string => fileId.slice(fileId.indexOf('/', 'cloud://'.length) + 1)

/** False when one of them is gone, too large or of another environment: then a person must look. */
export const copyPictures = async (sources: string[], copies: string[]): Promise<boolean> =>
  (await Promise.all(sources.map((source, index) => copyPicture(source, copies[index] ?? '')))).every(Boolean)

async function copyPicture(source: string, copy: string): Promise<boolean> {
  try {
    const { fileContent } = (await cloud.downloadFile({ fileID: source })) as unknown as {
      fileContent: Buffer
    }
    if (fileContent.length > LARGEST) return false
    const { fileID } = await cloud.uploadFile({ cloudPath: pathOf(copy), fileContent })
    return fileID === copy
  } catch (error) {
    log('warn', 'picture not copied', { error: describeError(error) })
    return false
  }
}

const FILES_PER_CALL = 50

/** Deletes copies; one that is gone already is no failure. */
export async function deletePictures(copies: string[]): Promise<void> {
  for (let start = 0; start < copies.length; start += FILES_PER_CALL)
    await cloud.deleteFile({ fileList: copies.slice(start, start + FILES_PER_CALL) })
}
