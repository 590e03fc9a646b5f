import type { CloudClock } from '../clock'
import type { Signer } from '../secret'

/** Signed addresses on the public port that end by themselves: links to read a file, tickets to put one. */
export interface TemporaryLinks {
  toRead(path: string, seconds: number): string
  toUpload(path: string): string
  /** Seconds that the signed address still lives; 0 when it has ended or is not one of ours. */
  secondsLeft(use: LinkUse, path: string, query: URLSearchParams): number
  /** The path that a link to read stands for; undefined when it has ended or is not one of ours. */
  pathBehind(link: string): string | undefined
}

type LinkUse = 'read' | 'upload'

const UPLOAD_SECONDS = 900

/** `origin` is asked each time: the port is known only when the gateway listens. */
export function createTemporaryLinks(
  origin: () => string,
  signer: Signer,
  clock: CloudClock,
): TemporaryLinks {
  function signedQuery(use: LinkUse, path: string, seconds: number): string {
    const expires = String(Math.floor(clock.now() / 1000) + seconds)
    return new URLSearchParams({
      expires,
      signature: signer.sign(`storage ${use}`, `${expires} ${path}`),
    }).toString()
  }
  function secondsLeft(use: LinkUse, path: string, query: URLSearchParams): number {
    const expires = query.get('expires') ?? ''
    if (!signer.verify(`storage ${use}`, `${expires} ${path}`, query.get('signature') ?? '')) return 0
    return Math.max(0, Math.floor(Number(expires) - clock.now() / 1000))
  }
  return {
    secondsLeft,
    toRead: (path, seconds) => `${origin()}/files/${path}?${signedQuery('read', path, seconds)}`,
    toUpload: (path) => `${origin()}/storage/put/${path}?${signedQuery('upload', path, UPLOAD_SECONDS)}`,
    pathBehind(link) {
      const start = `${origin()}/files/`
      const [address = '', query = ''] = link.split('?', 2)
      if (!address.startsWith(start)) return undefined
      const path = unescaped(address.slice(start.length))
      return secondsLeft('read', path, new URLSearchParams(query)) > 0 ? path : undefined
    },
  }
}

/** Links are given out unescaped, and come back as the SDK or a browser likes them. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
