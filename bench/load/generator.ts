import { Agent, type IncomingMessage, request } from 'node:http'
import { percentile } from '../report/numbers'
import type { HttpRequest, LoadOrder, LoadOutcome } from './order'

/**
 * The load generator: a process of its own, the same one for every server measured. Closed loop: with n callers at
 * most n requests are under way, so a slow server is asked less often and no queue hides in here.
 */
const ANSWERED_WITHIN = 30_000

interface Reply {
  status: number
  body: string
}

function send(agent: Agent, origin: URL, wanted: HttpRequest): Promise<Reply> {
  const headers: Record<string, string | number> = {}
  if (wanted.authorization) headers.authorization = wanted.authorization
  if (wanted.body !== undefined) {
    headers['content-type'] = 'application/json'
    headers['content-length'] = Buffer.byteLength(wanted.body)
  }
  const { hostname, port } = origin
  const { method, path } = wanted
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, headers, agent, timeout: ANSWERED_WITHIN },
      (response) => readReply(response).then(resolve, reject),
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(wanted.body)
  })
}

function readReply(response: IncomingMessage): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let body = ''
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      body += text
    })
    response.on('error', reject)
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
  })
}

const isAccepted = ({ status, body }: Reply): boolean =>
  status >= 200 && status < 300 && (body.includes('"ok":true') || body.includes('"status":"ok"'))

export async function generateLoad(order: LoadOrder): Promise<LoadOutcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.callers })
  const origin = new URL(order.origin)
  const latencies: number[] = []
  const count = { sent: 0, accepted: 0, refused: 0, failed: 0 }
  let firstProblem: string | null = null
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()

  const nextRequest = (): HttpRequest | undefined => {
    if (performance.now() - startedAt >= order.milliseconds) return undefined
    const index = order.repeat ? count.sent % order.requests.length : count.sent
    return order.requests[index]
  }
  const call = async (): Promise<void> => {
    for (let wanted = nextRequest(); wanted; wanted = nextRequest()) {
      count.sent += 1
      const sentAt = performance.now()
      try {
        const reply = await send(agent, origin, wanted)
        latencies.push(performance.now() - sentAt)
        count[isAccepted(reply) ? 'accepted' : 'refused'] += 1
        if (!isAccepted(reply)) firstProblem ??= `${reply.status} ${reply.body.slice(0, 300)}`
      } catch (error) {
        count.failed += 1
        firstProblem ??= String(error)
      }
    }
  }
  await Promise.all(Array.from({ length: order.callers }, call))

  const milliseconds = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpuBefore)
  agent.destroy()
  latencies.sort((one, other) => one - other)
  return {
    ...count,
    firstProblem,
    milliseconds,
    acceptedPerSecond: (count.accepted / milliseconds) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    slowest: latencies.at(-1) ?? 0,
    generatorLoad: (user + system) / 1000 / milliseconds,
  }
}

process.on('message', (order: LoadOrder) => {
  void generateLoad(order).then((outcome) => process.send?.(outcome))
})
