import { pipeline } from 'node:stream/promises'
import { contentTypeOf, fileIdOf, isCloudPath, opensInPage } from '../storage/filePath'
import type { FileStore, StoredFile } from '../storage/fileStore'
import type { TemporaryLinks } from '../storage/temporaryLinks'
import type { Sessions } from '../wechat/sessions'
import {
  decodePath,
  type Exchange,
  HttpProblem,
  invalidInput,
  notFound,
  type Route,
  sendJson,
} from './exchange'
import { requireOpenid } from './signedIn'

export const FILES_PREFIX = '/files/'
export const PUT_PREFIX = '/storage/put/'

const CLIENT_BYTES = 20 * 1_048_576
const FUNCTION_BYTES = 50 * 1_048_576

export interface StorageRoutes {
  /** What `wx.cloud.uploadFile` is in the mini-program. */
  upload: Route
  /** Where the SDK puts a function's file. */
  put: Route
  /** A temporary link. */
  read: Route
}

export function createStorageRoutes(
  files: FileStore,
  links: TemporaryLinks,
  sessions: Sessions,
): StorageRoutes {
  async function store(exchange: Exchange, path: string, owner: string | null, limit: number): Promise<void> {
    if (Number(exchange.request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
    const written = await files.write(path, owner, exchange.request, limit)
    if (written === 'tooLarge') throw tooLarge(limit)
    if (written === 'ownedByAnother')
      throw new HttpProblem(403, 'STORAGE_EXCEED_AUTHORITY', 'a file of somebody else has this path')
  }
  return {
    async upload(exchange) {
      const owner = requireOpenid(exchange.request, sessions)
      const path = exchange.query.get('path')
      if (!isCloudPath(path)) throw invalidInput('path must be a path like photos/name.jpg')
      await store(exchange, path, owner, CLIENT_BYTES)
      sendJson(exchange.response, { fileID: fileIdOf(path) })
    },
    async put(exchange) {
      const path = decodePath(exchange.path.slice(PUT_PREFIX.length))
      if (!isCloudPath(path) || links.secondsLeft('upload', path, exchange.query) === 0) throw linkEnded()
      await store(exchange, path, null, FUNCTION_BYTES)
      exchange.response.writeHead(200, { 'Content-Length': 0 }).end()
    },
    async read(exchange) {
      const path = decodePath(exchange.path.slice(FILES_PREFIX.length))
      const secondsLeft = links.secondsLeft('read', path, exchange.query)
      if (secondsLeft === 0) throw linkEnded()
      const file = await files.find(path)
      if (!file) throw notFound('the file is gone')
      await sendFile(exchange, file, files, secondsLeft)
    },
  }
}

const linkEnded = (): HttpProblem =>
  new HttpProblem(403, 'link_ended', 'this address has ended or was never given out')
const tooLarge = (limit: number): HttpProblem =>
  new HttpProblem(413, 'too_large', `a file may have ${limit / 1_048_576} MB at most`)

async function sendFile(
  { request, response }: Exchange,
  file: StoredFile,
  files: FileStore,
  secondsLeft: number,
): Promise<void> {
  const contentType = contentTypeOf(file.path)
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': opensInPage(contentType) ? 'inline' : 'attachment',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': `private, max-age=${secondsLeft}`,
    ETag: `"${file.object}"`,
  }
  if (request.headers['if-none-match'] === headers.ETag) return void response.writeHead(304, headers).end()
  response.writeHead(200, { ...headers, 'Content-Length': file.bytes })
  if (request.method === 'HEAD') return void response.end()
  await pipeline(files.read(file), response)
}
