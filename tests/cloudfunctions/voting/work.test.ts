import { CLOSING_NOTICE, SETTLE_TIME } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  confirmTheList,
  expectValue,
  JINGAN,
  recountAndSeal,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** Counting is work that waits for the city's administrators, from when voting has settled until the list is published. */

const SETTLED = CLOSING_NOTICE + SETTLE_TIME + 1000
const DAY = 86_400_000

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

type State = 'waiting' | 'overdue' | 'done'

const workOf = async (person: Person, placeCode: string, state: State = 'waiting') =>
  expectValue(await person.administration('listWork', { placeCode, kind: 'countVotes', state })).items

const workAbout = async (campaignId: string, state: State = 'waiting') =>
  (await workOf(administrator, SHANGHAI, state)).filter(({ subjectId }) => subjectId === campaignId)

async function aVotedCampaign(): Promise<string> {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  const voter = await cloud.person()
  expectValue(await voter.voting('castBallot', { campaignId, choices: [candidateIds[0] as string] }))
  return campaignId
}

const close = async (campaignId: string): Promise<number> =>
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' })).closesAt

/** Returns the last step undone, so that a test can choose its moment. */
async function countAndConfirm(campaignId: string) {
  await recountAndSeal(administrator, campaignId)
  const { version } = expectValue(await administrator.voting('proposeList', { campaignId }))
  await confirmTheList(cloud, administrator, { campaignId, version })
  return async () => expectValue(await administrator.voting('publishList', { campaignId, version }))
}

test('a campaign in which nobody voted leaves nothing to count', async () => {
  const { campaignId } = await aCampaign(administrator)
  await close(campaignId)
  await cloud.setClock(SETTLED)
  await cloud.runTimer()
  expect(await workAbout(campaignId)).toEqual([])
})

test('counting waits only once voting has settled, and is due three days after its end', async () => {
  const campaignId = await aVotedCampaign()
  const closesAt = await close(campaignId)
  await cloud.setClock(CLOSING_NOTICE + 1000)
  await cloud.runTimer()
  expect(await workAbout(campaignId)).toEqual([])
  await cloud.setClock(SETTLED)
  await cloud.runTimer()
  const [work] = await workAbout(campaignId)
  expect(work).toMatchObject({ since: closesAt + SETTLE_TIME, dueAt: closesAt + 3 * DAY, isWaiting: true })
  expect(await workAbout(campaignId, 'overdue')).toEqual([])
  await cloud.setClock(4 * DAY)
  expect(await workAbout(campaignId, 'overdue')).toHaveLength(1)
})

test('two timers at once, and those of the following minutes, open it once and leave it as it is', async () => {
  const campaignId = await aVotedCampaign()
  await close(campaignId)
  await cloud.setClock(SETTLED)
  await Promise.all([cloud.runTimer(), cloud.runTimer()])
  const opened = await workAbout(campaignId)
  expect(opened).toHaveLength(1)
  await cloud.setClock(SETTLED + 60_000)
  await cloud.runTimer()
  expect(await workAbout(campaignId)).toEqual(opened)
})

test('it is shown to the city administrator, and not to a reviewer nor to the administrator of a district', async () => {
  const campaignId = await aVotedCampaign()
  await close(campaignId)
  await cloud.setClock(SETTLED)
  await cloud.runTimer()
  const [reviewer, ofDistrict] = await Promise.all([
    aStaffMember(cloud, administrator, 'reviewer', SHANGHAI),
    aStaffMember(cloud, administrator, 'administrator', JINGAN),
  ])
  expect(await workAbout(campaignId)).toHaveLength(1)
  expect(await workOf(reviewer, SHANGHAI)).toEqual([])
  expect(await workOf(ofDistrict, JINGAN)).toEqual([])
  const refused = await ofDistrict.administration('listWork', { placeCode: SHANGHAI })
  expect(refused).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
})

test('publishing the list ends it', async () => {
  const campaignId = await aVotedCampaign()
  await close(campaignId)
  await cloud.setClock(SETTLED)
  await cloud.runTimer()
  const publish = await countAndConfirm(campaignId)
  expect(await workAbout(campaignId)).toHaveLength(1)
  const { publishedAt } = await publish()
  expect(await workAbout(campaignId)).toEqual([])
  expect(await workAbout(campaignId, 'done')).toMatchObject([{ isWaiting: false, doneAt: publishedAt }])
})

test('a list published at the moment when its work is opened leaves no work behind', async () => {
  for (let round = 0; round < 5; round++) {
    const campaignId = await aVotedCampaign()
    await close(campaignId)
    await cloud.setClock(SETTLED)
    const publish = await countAndConfirm(campaignId)
    await Promise.all([cloud.runTimer(), publish(), cloud.runTimer()])
    expect(await workAbout(campaignId)).toEqual([])
    await cloud.setClock(0)
  }
})
