/** A function's event as CloudBase's HTTP access delivers it, and the answer it expects. */

export interface HttpEvent {
  method: string
  token: string | null
  requestAddress: string | null
  body: unknown
  request: HttpRequest
}

/** A request for something below a function's own address: no call of a method. */
export interface HttpRequest {
  method: string
  /** Still escaped: `services/001.json`. '' for the function's own address. */
  subPath: string
  query: Record<string, string>
  /** By name in small letters. */
  headers: Record<string, string>
  body: string
  requestAddress: string | null
}

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Null when this is no event of HTTP access. */
export function readHttpEvent(event: unknown): HttpEvent | null {
  if (typeof event !== 'object' || event === null) return null
  const { httpMethod, headers, body, isBase64Encoded, requestContext, path, queryStringParameters } =
    event as Record<string, unknown>
  if (typeof httpMethod !== 'string' || typeof headers !== 'object' || headers === null) return null
  const request = {
    method: httpMethod.toUpperCase(),
    subPath: readSubPath(path),
    query: readTexts(queryStringParameters, (name) => name),
    headers: readTexts(headers, (name) => name.toLowerCase()),
    body: readBody(body, isBase64Encoded === true),
    requestAddress: readAddress(requestContext),
  }
  return {
    method: request.method,
    token: /^Bearer ([\w.-]{16,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
    requestAddress: request.requestAddress,
    body: parseBody(request.body),
    request,
  }
}

/** Whether `path` begins with the trigger path (`/web/<function>`) is documented nowhere: both are understood. */
const readSubPath = (path: unknown): string =>
  String(path ?? '')
    .replace(/^\/web\/[^/]+/, '')
    .replace(/^\/+|\/+$/g, '')

const readTexts = (fields: unknown, nameOf: (name: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [nameOf(name), String(value)]))

/** Never from a header such as X-Forwarded-For, which a client can write itself. */
function readAddress(requestContext: unknown): string | null {
  const { sourceIp } = (requestContext ?? {}) as Record<string, unknown>
  return typeof sourceIp === 'string' && sourceIp !== '' ? sourceIp.slice(0, 45) : null
}

function readBody(body: unknown, isBase64: boolean): string {
  if (typeof body !== 'string') return ''
  return isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Pages from another origin than the functions' are let in only when the deployment names it. */
export function answerHttp(statusCode: number, value: unknown): HttpAnswer {
  const origin = process.env.DESK_ORIGIN
  return {
    statusCode,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(origin
        ? {
            'access-control-allow-origin': origin,
            'access-control-allow-headers': 'authorization, content-type',
            'access-control-allow-methods': 'POST',
          }
        : {}),
    },
    body: JSON.stringify(value ?? {}),
  }
}
