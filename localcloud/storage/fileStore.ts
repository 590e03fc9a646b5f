import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream, readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Files on disk. A path becomes a hash before it touches the file system; a record says which object holds the
 * bytes, and replacing the record is the moment a file changes.
 * Not simulated: folders, listing, versions, storage classes, events on upload, content delivery network.
 */
export interface FileStore {
  write(
    path: string,
    owner: string | null,
    content: AsyncIterable<Uint8Array>,
    maximumBytes: number,
  ): Promise<Written>
  find(path: string): Promise<StoredFile | null>
  read(file: StoredFile): ReadStream
  remove(path: string): Promise<boolean>
}

export interface StoredFile {
  path: string
  /** Openid of who uploaded it; null when a function did. */
  owner: string | null
  object: string
  bytes: number
}

export type Written = 'written' | 'tooLarge' | 'ownedByAnother'

export async function openFileStore(folder: string): Promise<FileStore> {
  const objects = join(folder, 'objects')
  const records = join(folder, 'records')
  await Promise.all([objects, records].map((path) => mkdir(path, { recursive: true })))
  const recordOf = (path: string): string =>
    join(records, `${createHash('sha256').update(path).digest('hex')}.json`)

  function readRecord(path: string): StoredFile | null {
    try {
      return JSON.parse(readFileSync(recordOf(path), 'utf8')) as StoredFile
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** Nothing may come between looking at the owner and replacing the record, so both are synchronous. */
  function replaceRecord(
    file: StoredFile,
    prepared: string,
  ): { before: StoredFile | null; refused: boolean } {
    const before = readRecord(file.path)
    const refused = before !== null && file.owner !== null && before.owner !== file.owner
    if (!refused) renameSync(prepared, recordOf(file.path))
    return { before, refused }
  }

  return {
    find: async (path) => readRecord(path),
    read: (file) => createReadStream(join(objects, file.object)),
    async write(path, owner, content, maximumBytes) {
      const object = randomUUID()
      const bytes = await writeContent(join(objects, object), content, maximumBytes)
      if (bytes === null) return 'tooLarge'
      const prepared = join(records, `${object}.new`)
      const file: StoredFile = { path, owner, object, bytes }
      await writeFile(prepared, JSON.stringify(file), { flush: true })
      const { before, refused } = replaceRecord(file, prepared)
      const unused = refused ? object : before?.object
      if (refused) await unlink(prepared)
      if (unused !== undefined) await rm(join(objects, unused), { force: true })
      return refused ? 'ownedByAnother' : 'written'
    },
    async remove(path) {
      const file = readRecord(path)
      if (!file) return false
      await rm(recordOf(path), { force: true })
      await rm(join(objects, file.object), { force: true })
      return true
    },
  }
}

/** Answers the size, on disk for good; null, with nothing left behind, when there was more than allowed. */
async function writeContent(
  file: string,
  content: AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<number | null> {
  const handle = await open(file, 'wx')
  let bytes = 0
  let complete = false
  try {
    for await (const chunk of content) {
      bytes += chunk.byteLength
      if (bytes > maximumBytes) return null
      await handle.writeFile(chunk)
    }
    await handle.datasync()
    complete = true
    return bytes
  } finally {
    await handle.close()
    if (!complete) await unlink(file)
  }
}
