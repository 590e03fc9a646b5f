/** A function's event as CloudBase's HTTP access delivers it, and the answer it expects. */

export interface HttpEvent {
  method: string
  token: string | null
  requestAddress: string | null
  body: unknown
}

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Null when this is no event of HTTP access. */
export function readHttpEvent(event: unknown): HttpEvent | null {
  if (typeof event !== 'object' || event === null) return null
  const { httpMethod, headers, body, isBase64Encoded, requestContext } = event as Record<string, unknown>
  if (typeof httpMethod !== 'string' || typeof headers !== 'object' || headers === null) return null
  return {
    method: httpMethod.toUpperCase(),
    token: readToken(headers as Record<string, unknown>),
    requestAddress: readAddress(requestContext),
    body: readBody(body, isBase64Encoded === true),
  }
}

function readToken(headers: Record<string, unknown>): string | null {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  return /^Bearer ([\w.-]{16,200})$/.exec(String(authorization ?? ''))?.[1] ?? null
}

/** Never from a header such as X-Forwarded-For, which a client can write itself. */
function readAddress(requestContext: unknown): string | null {
  const { sourceIp } = (requestContext ?? {}) as Record<string, unknown>
  return typeof sourceIp === 'string' && sourceIp !== '' ? sourceIp.slice(0, 45) : null
}

function readBody(body: unknown, isBase64: boolean): unknown {
  if (typeof body !== 'string') return {}
  try {
    return JSON.parse(isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body)
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
