import { randomUUID } from 'node:crypto'
import type { StoredBallots } from '../ballotLoader/index'
import type { City } from './city'
import { CITY_CODE } from './city'
import { CANDIDATES, type Target } from './target'

export interface BenchCampaign {
  campaignId: string
  candidateIds: string[]
}

/** A campaign with one choice per ballot, as the reference servers have it, and twenty candidates. */
export async function openCampaign(city: City, opensAt: number, closesAt: number): Promise<BenchCampaign> {
  const { campaignId } = await city.voting('createCampaign', {
    cityCode: CITY_CODE,
    kind: 'organisations',
    name: '性能测试评选活动',
    organiser: '性能测试',
    basis: '性能测试',
    introduction: '只在性能测试中使用。',
    eligibility: '只在性能测试中使用。',
    criteria: [],
    isDemo: true,
    cover: null,
    stages: [{ kind: 'selection', name: '推选审定', opensAt, closesAt }],
    nomination: null,
    hasVoting: true,
    votingOpensAt: opensAt,
    votingClosesAt: closesAt,
    rules: {
      choices: { min: 1, max: 1 },
      period: 'once',
      identity: 'wechat',
      listSize: 10,
      tieBreaks: ['earliestRegistration'],
      runningCounts: 'hidden',
      formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
      risk: null,
    },
    selectionGroup: null,
    experts: null,
  })
  const candidateIds: string[] = []
  for (let number = 1; number <= CANDIDATES; number++) {
    const { candidateId } = await city.voting('registerCandidate', { campaignId, ...candidate(number) })
    candidateIds.push(candidateId)
  }
  return { campaignId, candidateIds }
}

const candidate = (number: number) => ({
  name: `性能测试自律组织 ${number}`,
  districtCode: '310101',
  streetName: '南京东路街道',
  channel: 'self' as const,
  facts: [],
  summary: '只在性能测试中使用',
  achievements: '只在性能测试中使用。',
  cover: null,
  photos: [],
})

const SESSIONS_AT_ONCE = 1000

/** Our own way of counting a vote, from HTTP to the disk, as a target of the load generator. */
export function wholePath(city: City, { campaignId, candidateIds }: BenchCampaign): Target {
  const vote = (token: string, choice: number) => ({
    method: 'POST' as const,
    path: '/call/voting',
    authorization: `Bearer ${token}`,
    body: JSON.stringify({
      method: 'castBallot',
      requestId: randomUUID(),
      input: { campaignId, choices: [candidateIds[choice]] },
    }),
  })
  const read = (method: string) => ({
    method: 'POST' as const,
    path: '/call/voting',
    body: JSON.stringify({ method, input: { campaignId } }),
  })
  return {
    url: city.url,
    program: city.program,
    async makeVotes(count, choose) {
      const tokens: string[] = []
      while (tokens.length < count) {
        const size = Math.min(SESSIONS_AT_ONCE, count - tokens.length)
        const openids = Array.from({ length: size }, () => `oBench${randomUUID().replaceAll('-', '')}`)
        tokens.push(...(await city.signIn(openids)))
      }
      return tokens.map((token) => vote(token, choose()))
    },
    reads: { campaign: read('getCampaign'), results: read('getResults') },
    countStored: async () =>
      (await city.callFunction('ballotLoader', { act: 'count', campaignId })) as StoredBallots,
  }
}
