import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/** Talks to a running local cloud as people would: every row of the demo comes in through the functions. */

export interface Visitor {
  call<Value>(service: string, method: string, input: object): Promise<Value>
  upload(path: string, bytes: Uint8Array): Promise<string>
  /** The code that WeChat's phone button would give. */
  askPhoneCode(): Promise<string>
}

export interface CloudClient {
  visitors(openids: string[]): Promise<Visitor[]>
  nobody: Visitor
  setClock(offsetMilliseconds: number): Promise<void>
  runTimer(name: string, trigger: string): Promise<void>
}

interface Sent {
  path: string
  body: string | Uint8Array
  headers: Record<string, string>
}

export function connect(url: string, controlToken: string): CloudClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const post = (sent: Sent) => send(agent, url, sent)
  const control = (action: string, body: object) =>
    post({
      path: `/local/control/${action}`,
      body: JSON.stringify(body),
      headers: { 'x-localcloud-control': controlToken },
    })
  const visitor = (token: string | null): Visitor => {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
    return {
      call: async <Value>(service: string, method: string, input: object) => {
        const event = { method, input, requestId: randomUUID() }
        const answer = (await post({
          path: `/call/${service}`,
          body: JSON.stringify(event),
          headers,
        })) as Answer<Value>
        if (!answer.result?.ok) throw new Error(`${service}.${method} was refused: ${JSON.stringify(answer)}`)
        return answer.result.value
      },
      upload: async (path, bytes) => {
        const sent = { path: `/storage/upload?path=${encodeURIComponent(path)}`, body: bytes, headers }
        return ((await post(sent)) as { fileID: string }).fileID
      },
      askPhoneCode: async () =>
        ((await post({ path: '/local/phone-code', body: '', headers })) as { code: string }).code,
    }
  }
  return {
    nobody: visitor(null),
    visitors: async (openids) =>
      ((await control('sessions', { openids })) as { tokens: string[] }).tokens.map(visitor),
    setClock: async (offsetMilliseconds) => void (await control('clock', { offsetMilliseconds })),
    runTimer: async (name, trigger) => void (await control('timers', { function: name, trigger })),
  }
}

interface Answer<Value> {
  result?: { ok: true; value: Value } | { ok: false; error: { code: string } }
}

function send(agent: Agent, url: string, { path, body, headers }: Sent): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
