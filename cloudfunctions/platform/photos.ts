import { now } from './clock'
import { cloud } from './database/connection'
import { recentlyRead } from './recentlyRead'

/** Files are private; screens get links that end by themselves. Links are kept for half their life and shared. */
const LINK_LIFE_SECONDS = 7200
const KEPT = (LINK_LIFE_SECONDS / 2) * 1000
const FILES_PER_CALL = 50

const links = recentlyRead<string>({ life: KEPT, capacity: 20_000 })

/** Links by file id; a file that is gone has none. */
export async function linkPhotos(files: (string | null)[]): Promise<Map<string, string>> {
  const time = now()
  const wanted = [...new Set(files.filter((file) => file !== null))]
  const found = new Map<string, string>()
  const missing: string[] = []
  for (const file of wanted) {
    const url = links.find(file, time)
    if (url) found.set(file, url)
    else missing.push(file)
  }
  for (let start = 0; start < missing.length; start += FILES_PER_CALL) {
    const fileList = missing
      .slice(start, start + FILES_PER_CALL)
      .map((fileID) => ({ fileID, maxAge: LINK_LIFE_SECONDS }))
    const answer = (await cloud.getTempFileURL({ fileList })) as unknown as {
      fileList: { fileID: string; tempFileURL: string }[]
    }
    for (const { fileID, tempFileURL } of answer.fileList) {
      if (!tempFileURL) continue
      links.keep(fileID, tempFileURL, time)
      found.set(fileID, tempFileURL)
    }
  }
  return found
}

/** Only what its owner has uploaded below `folder`, whose address nobody else has ever been given. */
export const isUploadBelow = (folder: string, file: string): boolean =>
  new RegExp(`^cloud://[^/]+/${folder}/[\\w./-]+$`).test(file) && !file.includes('..')
