import { campaignCover } from '../../../localcloud/seed/content/campaign'
import { candidates } from '../../../localcloud/seed/content/candidates'
import { people } from '../../../localcloud/seed/content/people'
import { seed } from '../../../localcloud/seed/seed'
import { expectValue } from '../../support/builders'
import { ADMINISTRATOR_SECRET, type Cloud, CONTROL_TOKEN, startCloud } from '../../support/cloud'
import { drawnPicture } from '../../support/drawnPictures'

/** The demo data as a first start makes it: all of it, through the functions. */

let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud()
  await seed({
    url: cloud.url,
    control: CONTROL_TOKEN,
    administratorSecret: ADMINISTRATOR_SECRET,
    say: () => undefined,
    // One picture for all: that each is drawn is tested apart.
    draw: () => drawnPicture(campaignCover),
  })
}, 240_000)
afterAll(() => cloud?.stop())

const campaigns = async () => expectValue(await cloud.nobody.voting('listCampaigns', {})).campaigns
const openCampaign = async () => {
  const found = (await campaigns()).find(({ votingState }) => votingState === 'open')
  if (!found) throw new Error('no campaign is open')
  return found
}

test('has one campaign open today and one with a published list, both said to be examples', async () => {
  const found = await campaigns()
  expect(found.map(({ votingState, isDemo }) => [votingState, isDemo])).toEqual([
    ['open', true],
    ['published', true],
  ])
  expect(found.every(({ name }) => name.includes('示例'))).toBe(true)
  const results = expectValue(
    await cloud.nobody.voting('getResults', { campaignId: found[1]?.campaignId as string }),
  )
  expect(results.ballots).toBe(400)
})

test('shows every candidate with six pictures that load', async () => {
  const { campaignId, candidateCount } = await openCampaign()
  expect(candidateCount).toBe(candidates.length)
  const page = expectValue(await cloud.nobody.voting('listCandidates', { campaignId })).candidates
  const { photos } = expectValue(
    await cloud.nobody.voting('getCandidate', { candidateId: page[0]?.candidateId as string }),
  )
  expect(photos).toHaveLength(6)
  for (const url of [
    ...photos.map((photo) => photo.url),
    ...page.map(({ coverUrl }) => coverUrl as string),
  ]) {
    const response = await fetch(url)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  }
})

test('makes of each person what their description says', async () => {
  const { campaignId } = await openCampaign()
  for (const { openid, already, role } of people) {
    const person = await cloud.person(openid)
    const me = expectValue(await person.accounts('getMe', {}))
    expect([openid, me.grants.map(({ role: held, placeCode }) => ({ role: held, placeCode }))]).toEqual([
      openid,
      role ? [{ role: role.role, placeCode: role.placeCode }] : [],
    ])
    expect([openid, me.phoneMask !== null]).toEqual([openid, already.includes('phoneVerified')])
    const vote = expectValue(await person.voting('getMyVote', { campaignId }))
    expect([openid, vote.mayVote]).toEqual([openid, !already.includes('voted')])
  }
})
