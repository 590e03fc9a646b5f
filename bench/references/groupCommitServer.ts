import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBallotBox } from './ballotBox'
import { voterOf } from './tokens'

/**
 * Reference (a), the floor: as little as a server can do that checks who votes, counts each voter once and answers
 * only when the ballot is on disk. Ballots that arrive in one turn of the event loop share one commit: a commit
 * waits for the disk, and the wait costs the same for one ballot as for fifty.
 */
const box = openBallotBox(process.argv[2] ?? '')

interface Waiting {
  campaign: string
  voter: string
  candidate: string
  response: ServerResponse
}
let waiting: Waiting[] = []

const answer = (response: ServerResponse, status: number, body: object): ServerResponse =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

function commitWaiting(): void {
  const votes = waiting
  waiting = []
  try {
    box.begin()
    const isNew = votes.map(({ campaign, voter, candidate }) => box.insert(campaign, voter, candidate))
    box.commit()
    votes.forEach(({ response }, index) => {
      answer(response, isNew[index] ? 201 : 409, { ok: isNew[index] })
    })
  } catch (error) {
    box.rollBack()
    for (const { response } of votes) answer(response, 500, { error: String(error) })
  }
}

function receiveVote(request: IncomingMessage, response: ServerResponse): unknown {
  const voter = voterOf(request.headers.authorization)
  if (voter === null) return answer(response, 401, { ok: false })
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  return request.on('end', () => {
    const { campaign, candidate } = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
    if (waiting.length === 0) setImmediate(commitWaiting)
    waiting.push({ campaign: String(campaign), voter, candidate: String(candidate), response })
  })
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const campaign = searchParams.get('campaign') ?? ''
  if (request.method === 'POST') return receiveVote(request, response)
  answer(
    response,
    200,
    pathname === '/check' ? box.check(campaign) : { ok: true, votes: box.results(campaign) },
  )
})
server.listen(0, '127.0.0.1', () =>
  console.log(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
