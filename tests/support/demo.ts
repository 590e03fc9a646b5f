import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { folderOf } from '../../config/folders'
import { campaignCover, exampleCampaign } from '../../localcloud/seed/content/campaign'
import { candidates, type ExampleCandidate, factsOf } from '../../localcloud/seed/content/candidates'
import { people } from '../../localcloud/seed/content/people'
import { expectValue, SHANGHAI } from './builders'
import { ADMINISTRATOR_SECRET, type Cloud, type Person, startCloud } from './cloud'
import { drawnPicture } from './drawnPictures'

/**
 * The demo of `npm start`, made small: its campaign, people and candidates, but one picture each, and few ballots.
 * The pages are the built H5 program.
 */
export interface Demo {
  cloud: Cloud
  campaignId: string
  campaignName: string
  candidates: ExampleCandidate[]
  ballots: number
  stop(): Promise<void>
}

/** More than one page of the public list. */
const CANDIDATES = 24
const BALLOTS = 40

/**
 * A cloud with the people of the demo and the pages to see it by, and nothing in it yet but its first administrator.
 * `functions`: a folder of built functions that has more than the program's own.
 */
export async function startWithPeople(functions?: string): Promise<{
  cloud: Cloud
  administrator: Person
  stop(): Promise<void>
}> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-demo-'))
  const peopleFile = path.join(folder, 'people.json')
  writeFileSync(peopleFile, JSON.stringify(people))
  // A copy: a build that happens meanwhile changes nothing for who is looking at the pages.
  const site = path.join(folder, 'site')
  cpSync(folderOf('dist/h5'), site, { recursive: true })
  const cloud = await startCloud({ site, peopleFile, ...(functions ? { functions } : {}) })
  const administrator = await cloud.person(openidOf('administratorFirst'))
  expectValue(
    await administrator.administration('claimAdministration', {
      cityCode: SHANGHAI,
      secret: ADMINISTRATOR_SECRET,
    }),
  )
  const stop = async () => {
    await cloud.stop()
    rmSync(folder, { recursive: true })
  }
  return { cloud, administrator, stop }
}

export async function startDemo(): Promise<Demo> {
  const { cloud, administrator, stop } = await startWithPeople()
  const campaign = exampleCampaign(Date.now())
  const cover = await upload(cloud, administrator, 'cover.jpg', await drawnPicture(campaignCover))
  const { campaignId } = expectValue(await administrator.voting('createCampaign', { ...campaign, cover }))
  const chosen = candidates.slice(0, CANDIDATES)
  const candidateIds: string[] = []
  for (const candidate of chosen)
    candidateIds.push(await register(cloud, administrator, campaignId, candidate))
  await castBallots(cloud, campaignId, candidateIds)
  return {
    cloud,
    campaignId,
    campaignName: campaign.name,
    candidates: chosen,
    ballots: BALLOTS,
    stop,
  }
}

const openidOf = (id: string): string => people.find((person) => person.id === id)?.openid ?? ''

async function upload(cloud: Cloud, person: Person, name: string, picture: Buffer): Promise<string> {
  const answer = await fetch(`${cloud.url}/storage/upload?path=demo/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
    body: new Uint8Array(picture),
  })
  return ((await answer.json()) as { fileID: string }).fileID
}

async function register(
  cloud: Cloud,
  administrator: Person,
  campaignId: string,
  candidate: ExampleCandidate,
): Promise<string> {
  const { key, name, districtCode, streetName, channel, summary, achievements } = candidate
  const words = { name, districtCode, streetName, channel, facts: factsOf(candidate), summary, achievements }
  const [picture] = candidate.pictures
  if (!picture) throw new Error(`${name} has no picture`)
  const cover = await upload(cloud, administrator, `${key}.jpg`, await drawnPicture(picture))
  const photos = [{ file: cover, kind: picture.kind, description: `${name}的示例照片` }]
  return expectValue(await administrator.voting('registerCandidate', { campaignId, ...words, cover, photos }))
    .candidateId
}

/** The first candidates get the most votes, so that the list has an order. */
async function castBallots(cloud: Cloud, campaignId: string, candidateIds: string[]): Promise<void> {
  const voters = await cloud.people(Array.from({ length: BALLOTS }, (_, index) => `oDemoVoter${index}`))
  await Promise.all(
    voters.map(async (voter, index) =>
      expectValue(
        await voter.voting('castBallot', { campaignId, choices: candidateIds.slice(0, (index % 10) + 1) }),
      ),
    ),
  )
}
