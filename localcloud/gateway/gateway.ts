import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../log'
import { CALL_PREFIX } from './callRoute'
import { type Exchange, HttpProblem, notFound, type Route, sendJson } from './exchange'
import { FILES_PREFIX, PUT_PREFIX, type StorageRoutes } from './storageRoutes'
import { WEB_PREFIX } from './webRoute'

/**
 * The one public port, on this machine only: the page, calls, files, and what stands in for the WeChat app.
 * Not simulated: TLS, compression, other sites calling (there is no CORS), rates, weak networks.
 */
export interface Gateway {
  listen(port: number): Promise<void>
  /** `http://127.0.0.1:<port>`, known once it listens. */
  origin(): string
  close(): Promise<void>
}

export interface GatewayRoutes {
  call: Route
  /** HTTP access to functions. */
  web: Route
  storage: StorageRoutes
  /** By method and path, for instance `GET /local/health`. */
  exact: Record<string, Route>
  site: Route
}

const HOST = '127.0.0.1'
/** Against pages elsewhere that let their own name point to this machine. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

export function createGateway(routes: GatewayRoutes, log: Log): Gateway {
  const exact = new Map(Object.entries(routes.exact))
  const server = createServer((request, response) => void serve(request, response))
  server.keepAliveTimeout = 60_000

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
    const exchange: Exchange = { request, response, path, query: new URLSearchParams(query) }
    response.setHeader('X-Content-Type-Options', 'nosniff')
    try {
      if (!OWN_HOST.test(request.headers.host ?? ''))
        throw new HttpProblem(421, 'wrong_host', 'this cloud is called 127.0.0.1 or localhost')
      await pickRoute(request.method ?? 'GET', path)(exchange)
    } catch (error) {
      answerProblem(error, exchange)
    }
  }

  function pickRoute(method: string, path: string): Route {
    const isReading = method === 'GET' || method === 'HEAD'
    if (method === 'POST' && path.startsWith(CALL_PREFIX)) return routes.call
    if ((method === 'POST' || method === 'GET') && path.startsWith(WEB_PREFIX)) return routes.web
    if (method === 'POST' && path === '/storage/upload') return routes.storage.upload
    if (method === 'PUT' && path.startsWith(PUT_PREFIX)) return routes.storage.put
    if (isReading && path.startsWith(FILES_PREFIX)) return routes.storage.read
    const route = exact.get(`${method} ${path}`)
    if (route) return route
    if (!isReading || path.startsWith('/local/')) throw notFound('there is nothing at this address')
    return withPageHeaders(routes.site)
  }

  function answerProblem(error: unknown, { request, response }: Exchange): void {
    const problem = error instanceof HttpProblem ? error : undefined
    if (!problem && !request.destroyed)
      log({ level: 'error', text: `${request.method} ${request.url}: ${(error as Error).stack}` })
    if (response.headersSent || response.destroyed) return void response.destroy()
    // What is left of the body would have to be read before the connection can be used again.
    if (!request.complete) response.setHeader('Connection', 'close')
    const { status, code, message } =
      problem ?? new HttpProblem(500, 'defect', 'localcloud failed, see its output')
    sendJson(response, { error: { code, message } }, status)
  }

  return {
    origin: () => `http://${HOST}:${(server.address() as AddressInfo).port}`,
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, HOST, resolve)
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const withPageHeaders =
  (site: Route): Route =>
  (exchange) => {
    exchange.response.setHeader('Referrer-Policy', 'no-referrer')
    exchange.response.setHeader(
      'Content-Security-Policy',
      "frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
    )
    return site(exchange)
  }
