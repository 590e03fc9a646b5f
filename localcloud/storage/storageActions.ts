import { createHash } from 'node:crypto'
import { fileIdOf, isCloudPath, pathOf } from './filePath'
import type { FileStore } from './fileStore'
import type { TemporaryLinks } from './temporaryLinks'

/**
 * The storage actions of the admin protocol. Functions are administrators: they may write, link and delete anything.
 * Not simulated: `storage.getFileAuthority` and `storage.batchCopyFile`, which wx-server-sdk never sends; security
 * rules for clients other than "only the owner replaces a file"; a limit for what is stored in all.
 */
export type StorageAnswer = { data: Record<string, unknown> } | { code: string; message: string }

/** Lists in one call are limited to 50 files. */
const FILES_PER_CALL = 50
const LINK_SECONDS = 7200

type Parameters = Record<string, unknown>

const invalid = (message: string): StorageAnswer => ({ code: 'INVALID_PARAM', message })

export function createStorageActions(files: FileStore, links: TemporaryLinks) {
  const actions: Record<string, (parameters: Parameters) => StorageAnswer | Promise<StorageAnswer>> = {
    'storage.getUploadMetadata': ({ path }) =>
      isCloudPath(path)
        ? { data: uploadMetadata(path, links.toUpload(path)) }
        : { code: 'STORAGE_REQUEST_FAIL', message: 'the cloud path is not valid' },
    'storage.batchGetDownloadUrl': ({ file_list }) =>
      forEachFile(file_list, 'download_list', (item) => linkTo(item)),
    'storage.batchDeleteFile': ({ fileid_list }) =>
      forEachFile(fileid_list, 'delete_list', async (item) => {
        const path = pathOf(item)
        const removed = path !== undefined && (await files.remove(path))
        return { fileID: item, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
      }),
  }

  async function linkTo(item: unknown): Promise<Parameters> {
    const { fileid, max_age: seconds = LINK_SECONDS } = (item ?? {}) as Parameters
    const path = pathOf(fileid)
    if (!Number.isSafeInteger(seconds) || (seconds as number) <= 0)
      return { fileID: fileid, code: 'INVALID_PARAM' }
    if (path === undefined || !(await files.find(path)))
      return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST' }
    return {
      code: 'SUCCESS',
      fileID: fileid,
      tempFileURL: links.toRead(path, seconds as number),
      maxAge: seconds,
    }
  }

  return (action: string, parameters: Parameters): StorageAnswer | Promise<StorageAnswer> => {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    return run ? run(parameters) : invalid(`localcloud does not support ${action}`)
  }
}

async function forEachFile(
  list: unknown,
  answerKey: string,
  handle: (item: unknown) => Promise<Parameters>,
): Promise<StorageAnswer> {
  if (!Array.isArray(list)) return invalid('a list of files is needed')
  if (list.length > FILES_PER_CALL) return invalid(`at most ${FILES_PER_CALL} files in one call`)
  return { data: { [answerKey]: await Promise.all(list.map(handle)) } }
}

/** The SDK sends token and authorization back as headers; the address itself carries the proof here. */
const uploadMetadata = (path: string, url: string): Parameters => ({
  url,
  token: 'in-url',
  authorization: 'in-url',
  fileId: fileIdOf(path),
  // Opaque, and ASCII: the SDK sends it as a header.
  cosFileId: createHash('sha256').update(path).digest('hex'),
})
