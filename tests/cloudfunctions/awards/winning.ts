import { candidateInput, expectValue, theSecondAdministrator } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'
import { aJudgedCampaign, aSession, saveAll, someJudges } from '../judging/sitting'

/** Campaigns whose experts have judged, for tests. */

export interface Judged {
  campaignId: string
  /** In ballot-paper order; the later ones have the higher scores. */
  candidateIds: string[]
}

let panel: { cloud: Cloud; judges: Promise<Person[]> } | null = null

/** Three judges with nothing dropped: the fewest sheets there can be. One panel for each cloud. */
const judgesOf = (cloud: Cloud, administrator: Person): Promise<Person[]> => {
  if (panel?.cloud !== cloud) panel = { cloud, judges: someJudges(cloud, administrator, 3) }
  return panel.judges
}

const PLAN = {
  criteria: [
    { name: '自律成效', points: 60 },
    { name: '现场演讲', points: 40 },
  ],
  dropHighest: 0,
  dropLowest: 0,
  tieBreaks: ['firstCriterion' as const, 'lot' as const],
}

type Extra = Partial<ReturnType<typeof candidateInput>>

/** Two candidates, and one more for each of `more`. */
export async function aCampaignToWin(
  administrator: Person,
  { winners = 1, more = [] }: { winners?: number; more?: Extra[] } = {},
): Promise<Judged> {
  const { campaignId, candidateIds } = await aJudgedCampaign(administrator, {
    candidates: 2,
    plan: PLAN,
    winners,
  })
  for (const [index, extra] of more.entries()) {
    const input = candidateInput(campaignId, index + 3, extra)
    candidateIds.push(expectValue(await administrator.voting('registerCandidate', input)).candidateId)
  }
  return { campaignId, candidateIds }
}

export async function judgeThem(cloud: Cloud, administrator: Person, { campaignId, candidateIds }: Judged) {
  const judges = await judgesOf(cloud, administrator)
  const chair = await aSession(administrator, campaignId)
  await chair.begin(judges)
  await saveAll(judges, chair.sessionId, candidateIds, (_, candidate) => [50, 30 + candidate])
  await chair.close()
}

export async function aJudgedWin(
  cloud: Cloud,
  administrator: Person,
  options: Parameters<typeof aCampaignToWin>[1] = {},
): Promise<Judged> {
  const judged = await aCampaignToWin(administrator, options)
  await judgeThem(cloud, administrator, judged)
  return judged
}

/** Proposed and confirmed by both administrators; answers the version. */
export async function confirmTheWinners(
  cloud: Cloud,
  administrator: Person,
  campaignId: string,
): Promise<number> {
  const { version } = expectValue(await administrator.awards('proposeWinners', { campaignId }))
  const second = await theSecondAdministrator(cloud, administrator)
  expectValue(await administrator.awards('confirmWinners', { campaignId, version }))
  expectValue(await second.awards('confirmWinners', { campaignId, version }))
  return version
}

export async function publishTheWinners(
  cloud: Cloud,
  administrator: Person,
  campaignId: string,
): Promise<void> {
  const version = await confirmTheWinners(cloud, administrator, campaignId)
  expectValue(await administrator.awards('publishWinners', { campaignId, version }))
}
