import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { benchFolder } from '../build'
import { startProgram } from '../programs'
import { tokenOf } from '../references/tokens'
import type { Target } from './target'

const CAMPAIGN = 'the-campaign'

/** Starts a reference server on a new file in `folder`. */
export async function startReference(name: 'floor' | 'afternoon', folder: string): Promise<Target> {
  const server = name === 'floor' ? 'groupCommitServer.js' : 'afternoonServer.js'
  const program = await startProgram(path.join(benchFolder, server), [path.join(folder, `${name}.sqlite`)])
  return {
    program,
    url: program.url,
    makeVotes: async (count, choose) =>
      Array.from({ length: count }, () => ({
        method: 'POST' as const,
        path: '/votes',
        authorization: `Bearer ${tokenOf(randomUUID())}`,
        body: JSON.stringify({ campaign: CAMPAIGN, candidate: `candidate-${choose()}` }),
      })),
    reads: { results: { method: 'GET', path: `/results?campaign=${CAMPAIGN}` } },
    countStored: async () =>
      (await (await fetch(`${program.url}/check?campaign=${CAMPAIGN}`)).json()) as {
        stored: number
        distinct: number
      },
  }
}
