import { now } from './clock'
import { cloud } from './database/connection'

/** Files are private; screens get links that end by themselves. Links are kept for half their life and shared. */
const LINK_LIFE_SECONDS = 7200
const KEPT = (LINK_LIFE_SECONDS / 2) * 1000
const FILES_PER_CALL = 50
const LINKS_REMEMBERED = 20_000

const links = new Map<string, { url: string; madeAt: number }>()

function remembered(file: string, time: number): string | undefined {
  const link = links.get(file)
  return link && time >= link.madeAt && time - link.madeAt < KEPT ? link.url : undefined
}

/** Links by file id; a file that is gone has none. */
export async function linkPhotos(files: (string | null)[]): Promise<Map<string, string>> {
  const time = now()
  const wanted = [...new Set(files.filter((file) => file !== null))]
  const missing = wanted.filter((file) => remembered(file, time) === undefined)
  for (let start = 0; start < missing.length; start += FILES_PER_CALL) {
    const fileList = missing
      .slice(start, start + FILES_PER_CALL)
      .map((fileID) => ({ fileID, maxAge: LINK_LIFE_SECONDS }))
    const answer = (await cloud.getTempFileURL({ fileList })) as unknown as {
      fileList: { fileID: string; tempFileURL: string }[]
    }
    if (links.size > LINKS_REMEMBERED) links.clear()
    for (const { fileID, tempFileURL } of answer.fileList)
      if (tempFileURL) links.set(fileID, { url: tempFileURL, madeAt: time })
  }
  return new Map(
    wanted.flatMap((file) => (remembered(file, time) ? [[file, remembered(file, time) as string]] : [])),
  )
}
