import { extname } from 'node:path'

/** Where this environment's files live in a file id. */
const FILE_ID_PREFIX = 'cloud://localcloud.6c6f-localcloud/'
/** Object storage takes keys up to 850 bytes. */
const PATH_BYTES = 850

/**
 * A cloud path names a file and nothing else: no empty or dotted parts, no backslash, no control characters.
 * `? # %` are refused because links carry the path unescaped: the SDK escapes a link once more before it loads it.
 */
export function isCloudPath(path: unknown): path is string {
  if (typeof path !== 'string' || path.length === 0 || Buffer.byteLength(path) > PATH_BYTES) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
  if (/[\u0000-\u001f\u007f\\?#%]/.test(path) || Buffer.from(path).toString() !== path) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

export const fileIdOf = (path: string): string => FILE_ID_PREFIX + path

/** The path in a file id of this environment; undefined for anything else. */
export function pathOf(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(FILE_ID_PREFIX)) return undefined
  const path = fileId.slice(FILE_ID_PREFIX.length)
  return isCloudPath(path) ? path : undefined
}

const CONTENT_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
}

/** By the extension alone: what a client claims about its own file is not believed. */
export const contentTypeOf = (path: string): string =>
  CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** Pictures open in the page; everything else, SVG with its scripts included, is only offered for saving. */
export const opensInPage = (contentType: string): boolean => contentType.startsWith('image/')
