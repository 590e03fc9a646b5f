import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseFailure } from '../database/failures'
import type { DatabaseActions } from './databaseActions'
import type { Faults } from './faults'
import type { AdminAction, AdminAnswer, Statistics } from './messages'
import { type RequestBody, readBody } from './requestBody'

/**
 * The admin protocol over HTTP on a free port of 127.0.0.1. Always answers 200; success or failure is in the JSON.
 *
 * Not simulated: signatures (not checked: whoever knows the address is trusted, and only function workers are told it), quotas,
 * environments (one database whatever `envName` says).
 */
export interface AdminServerOptions {
  answerDatabase: DatabaseActions
  answerElsewhere(action: AdminAction): Promise<AdminAnswer>
  statistics: Statistics
  faults: Faults
  logError(text: string): void
}

export async function startAdminServer(
  options: AdminServerOptions,
): Promise<{ address: string; close(): void }> {
  // Unguessable, so that no web page in a browser on this machine can post to it blindly.
  const route = `/admin/${randomBytes(16).toString('hex')}`
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== route) {
      response.writeHead(404).end()
      return
    }
    handle(options, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return
      options.logError(`the admin protocol failed: ${error instanceof Error ? error.stack : String(error)}`)
      sendJson(response, { requestId: newRequestId(), code: 'SYS_ERR', message: String(error) })
    })
  })
  // Closing an idle connection would race with the SDK's next request on it.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${route}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function handle(
  options: AdminServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request).catch(() => undefined)
  if (!body) {
    sendJson(response, {
      requestId: newRequestId(),
      code: 'INVALID_PARAM',
      message: 'the body cannot be read',
    })
    return
  }
  const action = textOf(body.parameters.action)
  const collection = textOf(body.parameters.collectionName)
  count(options.statistics, action, collection)
  const effect = options.faults.effectOn(action, collection)
  if (effect === 'dropBeforeWrite') {
    request.socket.destroy()
    return
  }
  const send = await answer(options, action, body)
  if (effect === 'dropAfterWrite') request.socket.destroy()
  else send(response)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

type Send = (response: ServerResponse) => void

async function answer(options: AdminServerOptions, action: string, body: RequestBody): Promise<Send> {
  const requestId = newRequestId()
  if (!action.startsWith('database.')) return answerElsewhere(options, action, body, requestId)
  try {
    const result = await options.answerDatabase(action, body.parameters)
    return (response) => sendJson(response, { requestId, ...result })
  } catch (error) {
    const failure = error instanceof DatabaseFailure
    if (!failure)
      options.logError(`${action} failed: ${error instanceof Error ? error.stack : String(error)}`)
    const code = failure ? error.code : 'DATABASE_REQUEST_FAILED'
    const message = error instanceof Error ? error.message : String(error)
    return (response) => sendJson(response, { requestId, code, message })
  }
}

async function answerElsewhere(
  options: AdminServerOptions,
  action: string,
  { parameters, multipart }: RequestBody,
  requestId: string,
): Promise<Send> {
  const sessionToken = textOf(parameters.tcb_sessionToken) || undefined
  const answered = await options.answerElsewhere({
    action,
    parameters,
    sessionToken,
    ...(multipart ? { multipart } : {}),
  })
  if ('json' in answered) return (response) => sendJson(response, { requestId, ...answered.json })
  return (response) => {
    response.writeHead(200, { 'content-type': answered.contentType, 'content-length': answered.bytes.length })
    response.end(answered.bytes)
  }
}

function count(statistics: Statistics, action: string, collection: string): void {
  statistics[action] ??= Object.create(null) as Record<string, number>
  const counts = statistics[action]
  counts[collection] = (counts[collection] ?? 0) + 1
}

function sendJson(response: ServerResponse, body: Record<string, unknown>): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
}

let requests = 0
const newRequestId = (): string => `${Date.now().toString(16)}${(++requests).toString(16).padStart(8, '0')}`
