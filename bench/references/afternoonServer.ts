import Fastify from 'fastify'
import { openBallotBox } from './ballotBox'
import { voterOf } from './tokens'

/**
 * Reference (b): what an afternoon gives. Fastify and SQLite as their manuals show them: each request is one
 * transaction that inserts under a unique key and adds one to a counter. Correct and durable; one sync per vote.
 */
const box = openBallotBox(process.argv[2] ?? '')
const server = Fastify()

const ballot = {
  type: 'object',
  required: ['campaign', 'candidate'],
  properties: { campaign: { type: 'string' }, candidate: { type: 'string' } },
}

server.post<{ Body: { campaign: string; candidate: string } }>(
  '/votes',
  { schema: { body: ballot } },
  async (request, reply) => {
    const voter = voterOf(request.headers.authorization)
    if (voter === null) return reply.code(401).send({ ok: false })
    box.begin()
    try {
      const isNew = box.insert(request.body.campaign, voter, request.body.candidate)
      box.commit()
      return reply.code(isNew ? 201 : 409).send({ ok: isNew })
    } catch (error) {
      box.rollBack()
      throw error
    }
  },
)

server.get<{ Querystring: { campaign: string } }>('/results', async ({ query }) => ({
  ok: true,
  votes: box.results(query.campaign),
}))

server.get<{ Querystring: { campaign: string } }>('/check', async ({ query }) => box.check(query.campaign))

void server.listen({ port: 0, host: '127.0.0.1' }).then((url) => console.log(`ready on ${url}`))
