import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { contentTypeOf } from '../storage/filePath'
import { decodePath, notFound, type Route } from './exchange'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
/** The build puts the content's hash into these names, so they never change. */
const HASHED_NAME = /\.[0-9a-f]{8,}\.\w+$/

/** Serves the built H5 program. It routes by the hash, so `/` is its only page. */
export const staticSite =
  (folder: string | undefined): Route =>
  async ({ request, response, path }) => {
    const parts = decodePath(path)
      .split('/')
      .filter((part) => part !== '')
    const isOutside = parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))
    if (folder === undefined || isOutside) throw notFound('there is nothing at this address')
    const file = join(folder, ...(parts.length === 0 ? ['index.html'] : parts))
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) throw notFound('there is nothing at this address')
    const headers = {
      'Content-Type': CONTENT_TYPES[extname(file).toLowerCase()] ?? contentTypeOf(file),
      'Cache-Control': HASHED_NAME.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`,
    }
    if (request.headers['if-none-match'] === headers.ETag) return void response.writeHead(304, headers).end()
    response.writeHead(200, { ...headers, 'Content-Length': found.size })
    if (request.method === 'HEAD') return void response.end()
    await pipeline(createReadStream(file), response)
  }
