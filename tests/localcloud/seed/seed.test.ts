import { campaignCover } from '../../../localcloud/seed/content/campaign'
import { candidates } from '../../../localcloud/seed/content/candidates'
import { people } from '../../../localcloud/seed/content/people'
import { seed } from '../../../localcloud/seed/seed'
import { expectValue } from '../../support/builders'
import { ADMINISTRATOR_SECRET, type Cloud, CONTROL_TOKEN, type Person, startCloud } from '../../support/cloud'
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
    ballots: 200,
  })
}, 240_000)
afterAll(() => cloud?.stop())

const campaigns = async () => expectValue(await cloud.nobody.voting('listCampaigns', {})).campaigns
const openCampaign = async () => {
  const found = (await campaigns()).find(({ votingState }) => votingState === 'open')
  if (!found) throw new Error('no campaign is open')
  return found
}

test('has a campaign that takes nominations, one that is open and one that has ended, all said to be examples', async () => {
  const found = await campaigns()
  expect(found.map(({ votingState, isDemo }) => [votingState, isDemo])).toEqual([
    ['notOpen', true],
    ['open', true],
    ['published', true],
  ])
  expect(found.every(({ name }) => name.includes('示例'))).toBe(true)
})

test('the one that has ended shows list, count, session, winners and units', async () => {
  const campaignId = (await campaigns())[2]?.campaignId as string
  const results = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
  expect(results.ballots).toBe(400)
  expect(results.entries[0]?.total).toEqual(expect.any(Number))
  const { counts } = expectValue(await cloud.nobody.voting('getPublicCount', { campaignId }))
  expect(counts).toEqual({ counted: 400, pending: 0, notCounted: 0, struck: 0 })
  const session = expectValue(await cloud.nobody.judging('getPublicSession', { campaignId }))
  expect(session.results).toHaveLength(8)
  const showcase = expectValue(await cloud.nobody.awards('getShowcase', { campaignId }))
  expect([showcase.winners.length, showcase.units.length]).toEqual([5, 1])
})

test('nominations have come in, as far as each example says', async () => {
  const campaignId = (await campaigns())[0]?.campaignId as string
  const forwarded = expectValue(await cloud.nobody.nominations('listForwarded', { campaignId }))
  expect(forwarded.nominations.map(({ name }) => name)).toEqual(['雨水花园（示例）'])
  const [author] = await cloud.people(['oDemoCitizenChen'])
  const own = expectValue(await (author as Person).nominations('listMyNominations', {})).nominations
  expect(own.map(({ state }) => state).sort()).toEqual(['draft', 'submitted'])
})

test('street problems are as far as each example says, and their dates are in order', async () => {
  const [dispatcher] = (await cloud.people(['oDemoDispatcherStreet'])) as [Person]
  const area = { placeCode: '310106012', scope: 'area' as const }
  const open = expectValue(await dispatcher.casework('listQueue', area)).cases
  const states = new Set(open.map(({ state }) => state))
  for (const state of ['reported', 'dispatched', 'handling', 'suspended', 'handled', 'supervised'])
    expect(states).toContain(state)
  for (const { caseId } of open) {
    const { steps } = expectValue(await dispatcher.casework('getCase', { caseId }))
    const times = steps.map(({ at }) => at)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(times.at(-1)).toBeLessThanOrEqual(Date.now())
  }
  const shown = expectValue(await cloud.nobody.reporting('listCases', { placeCode: '310000' })).cases
  expect(shown.length).toBeGreaterThanOrEqual(14)
  expect(shown.every(({ address }) => address === '' || address.includes('示例'))).toBe(true)
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

test('volunteers have served on three Saturdays, and can check in to what begins now', async () => {
  const lin = await cloud.person('oDemoCitizenLin')
  const year = new Date().getFullYear()
  const hours = expectValue(await lin.volunteerHours('getMyHours', { year }))
  expect([hours.recorded, hours.activities, hours.streak]).toEqual([360, 3, 3])
  const { signUps } = expectValue(await lin.activities('listMySignUps', { when: 'coming' }))
  const [soon] = signUps
  const leader = await cloud.person('oDemoLeaderTeam')
  const code = expectValue(await leader.attendance('openCheckIn', { activityId: soon?.activityId ?? '' }))
  expect(code.opensAt).toBeLessThan(code.now)
})
