import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ENVIRONMENT_ID } from '../functions/environment'
import type { FunctionService } from '../functions/functionService'
import {
  type Exchange,
  HttpProblem,
  notFound,
  type Route,
  readBody,
  sendJson,
  sendJsonText,
} from './exchange'
import { addressOf } from './signedIn'

/**
 * CloudBase's HTTP access (HTTP 访问服务): `GET` or `POST /web/<function>`, or anything below it, for callers that are
 * not the mini-program. The function gets the documented integration request, with the whole path as it was asked for,
 * and nobody's openid. A returned object with a numeric `statusCode` is an integration response; texts and numbers are
 * answered as plain text, anything else as JSON.
 *
 * Not documented, and so a guess: the SOURCE of such a call (`wx_http` here), `requestContext.sourceIp`, whether `path`
 * begins with the trigger path (here it does).
 * Not simulated: other trigger paths, own domains, allowed origins (there is no CORS but what a function itself sends),
 * other methods, bodies and results in base64 by content type, `appId` and `uin` of the account, headers that
 * CloudBase's proxies add, the wording of its errors.
 */
export const WEB_PREFIX = '/web/'

/** What CloudBase takes as a text payload. */
const BODY_BYTES = 102_400

export const webRoute =
  (functions: FunctionService): Route =>
  async (exchange) => {
    const { request, response, path } = exchange
    const [name = ''] = path.slice(WEB_PREFIX.length).split('/', 1)
    if (!functions.has(name)) throw notFound(`there is no function named ${name}`)
    const requestId = randomUUID()
    const event = await integrationRequest(exchange, requestId)
    const caller = { openid: undefined, source: 'wx_http', clientIp: addressOf(request) }
    const answer = await functions.invoke(name, JSON.stringify(event), caller, requestId)
    if ('error' in answer) return sendJson(response, { error: { ...answer.error, requestId } }, 500)
    sendResult(response, answer.result, requestId)
  }

async function integrationRequest({ request, path, query }: Exchange, requestId: string) {
  const body = await readBody(request, BODY_BYTES)
  return {
    path,
    httpMethod: request.method,
    headers: plainHeaders(request),
    queryStringParameters: Object.fromEntries(query),
    requestContext: { requestId, envId: ENVIRONMENT_ID, sourceIp: addressOf(request) },
    body: body.toString('utf8'),
    isBase64Encoded: false,
  }
}

const plainHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

interface IntegrationResponse {
  statusCode: number
  headers?: unknown
  body?: unknown
  isBase64Encoded?: unknown
}

const isIntegrationResponse = (value: unknown): value is IntegrationResponse =>
  typeof (value as { statusCode?: unknown } | null)?.statusCode === 'number'

function sendResult(response: ServerResponse, result: string, requestId: string): void {
  const value: unknown = JSON.parse(result)
  const isPlain = typeof value === 'string' || typeof value === 'number'
  if (isIntegrationResponse(value)) sendIntegrated(response, value, requestId)
  else if (isPlain) sendIntegrated(response, { statusCode: 200, body: String(value) }, requestId)
  else sendJsonText(response, 200, result)
}

/** How long the body is and how it travels is known here, whatever the function says. */
const OWN_HEADERS = new Set(['content-length', 'transfer-encoding', 'connection'])

function sendIntegrated(response: ServerResponse, answer: IntegrationResponse, requestId: string): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '')
  const body = Buffer.from(text, answer.isBase64Encoded === true ? 'base64' : 'utf8')
  try {
    if (!(answer.statusCode >= 200 && answer.statusCode < 600))
      throw new Error('its statusCode is none of HTTP')
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    for (const [name, value] of Object.entries(answer.headers ?? {}))
      if (!OWN_HEADERS.has(name.toLowerCase()))
        response.setHeader(name, Array.isArray(value) ? value.map(String) : String(value))
    response.writeHead(answer.statusCode, { 'Content-Length': body.length })
  } catch (error) {
    const message = `what the function returned is no response: ${(error as Error).message} (request ${requestId})`
    throw new HttpProblem(500, 'FUNCTIONS_EXECUTE_FAIL', message)
  }
  response.end(body)
}
