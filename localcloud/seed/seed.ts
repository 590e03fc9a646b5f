import { reportProblems } from './cases'
import { type CloudClient, connect, type Visitor } from './cloudClient'
import { campaignCover, type ExampleCampaign, exampleCampaign } from './content/campaign'
import { candidates, type ExampleCandidate, factsOf } from './content/candidates'
import { comments } from './content/comments'
import { people } from './content/people'
import { chooseFor, momentsBetween, numbersFrom } from './demoBallots'
import { endCampaign } from './earlier'
import { drawPicture } from './pictures/drawPicture'
import { takeNominations } from './sites'
import { appointStaff, claim } from './staff'
import { type UploadedPictures, uploadCandidatePictures } from './uploadPictures'
import { letVolunteersServe } from './volunteering'

/** Fills an empty local cloud with demo data. All of it says that it is made up, and all of it comes in by calling the functions. */

export interface SeedOptions {
  url: string
  control: string
  administratorSecret: string
  say: (line: string) => void
  /** Another way to make pictures, for tests of everything but them. */
  draw?: typeof drawPicture
  /** Of the open campaign; fewer are quicker. */
  ballots?: number
}

const SEASON = 75 * 86_400_000
const BALLOTS = 3000
const PAST_BALLOTS = 400
const AT_ONCE = 32

export async function seed({
  url,
  control,
  administratorSecret,
  say,
  draw = drawPicture,
  ballots = BALLOTS,
}: SeedOptions): Promise<void> {
  const cloud = connect(url, control)
  const administrator = await claim(cloud, administratorSecret)
  await appointStaff(cloud, administrator)
  say('drawing the example pictures')
  const pictures = await uploadCandidatePictures(administrator, candidates, draw, say)
  const cover = await administrator.upload('demo/cover.jpg', await draw(campaignCover))

  say('an earlier campaign, with its published list')
  const past = await createCampaign(administrator, earlierCampaign(), candidates.slice(0, 12), {
    pictures,
    cover,
  })
  await castBallots(cloud, past, PAST_BALLOTS, 'oDemoEarlier')
  await endCampaign(cloud, administrator, past)

  say('a campaign that takes nominations')
  await takeNominations(cloud, administrator, cover, draw)

  say('street problems')
  await reportProblems(cloud, administrator, draw)

  say('volunteers')
  await letVolunteersServe(cloud, administrator)

  say('the open campaign')
  const open = await createCampaign(administrator, exampleCampaign(Date.now()), candidates, {
    pictures,
    cover,
  })
  say(`${ballots} example ballots`)
  await castBallots(cloud, open, ballots, 'oDemoVoter')
  await castForThoseWhoHaveVoted(cloud, open)
  await verifyPhones(cloud)
  await writeComments(cloud, open.campaignId)
  await cloud.runTimer('voting', 'everyMinute')
}

/** The same structure a season ago, so that a published list can be seen. */
function earlierCampaign(): ExampleCampaign {
  const campaign = exampleCampaign(Date.now() - SEASON)
  return {
    ...campaign,
    name: '上一期优秀自律组织选树（示例）',
    rules: {
      ...campaign.rules,
      listSize: 8,
      tieBreaks: ['moreVotes', 'lot'],
      formula: { votes: 60, scores: 40, voteScale: 'shareOfMost' },
    },
    experts: { ...campaign.experts, winners: 5 },
  }
}

interface Pictures {
  pictures: Map<string, UploadedPictures>
  cover: string
}

interface SeededCampaign {
  campaignId: string
  candidateIds: string[]
  choices: { min: number; max: number }
  opensAt: number
  closesAt: number
  expertsOpenAt: number
}

async function createCampaign(
  administrator: Visitor,
  campaign: ExampleCampaign,
  entrants: ExampleCandidate[],
  { pictures, cover }: Pictures,
): Promise<SeededCampaign> {
  const { campaignId } = await administrator.call<{ campaignId: string }>('voting', 'createCampaign', {
    ...campaign,
    cover,
  })
  const candidateIds: string[] = []
  for (const {
    key,
    name,
    districtCode,
    streetName,
    channel,
    units,
    foundedIn,
    summary,
    achievements,
  } of entrants) {
    const words = {
      name,
      districtCode,
      streetName,
      channel,
      facts: factsOf({ units, foundedIn }),
      summary,
      achievements,
    }
    const input = { campaignId, ...words, ...pictures.get(key) }
    candidateIds.push(
      (await administrator.call<{ candidateId: string }>('voting', 'registerCandidate', input)).candidateId,
    )
  }
  const { rules, votingOpensAt, votingClosesAt } = campaign
  return {
    campaignId,
    candidateIds,
    choices: rules.choices,
    opensAt: votingOpensAt,
    closesAt: votingClosesAt,
    expertsOpenAt: campaign.stages.find(({ kind }) => kind === 'expertReview')?.opensAt ?? votingClosesAt,
  }
}

/** Ballots at their own moments in the past: the clock is set to each, as if people had voted then. */
async function castBallots(
  cloud: CloudClient,
  demo: SeededCampaign,
  number: number,
  prefix: string,
): Promise<void> {
  const next = numbersFrom(number)
  const until = Math.min(Date.now(), demo.closesAt)
  const moments = momentsBetween(demo.opensAt, until, 40)
  const perMoment = Math.ceil(number / moments.length)
  const voters = await cloud.visitors(Array.from({ length: number }, (_, index) => `${prefix}${index}`))
  for (const moment of moments) {
    await cloud.setClock(Math.round(moment - Date.now()))
    const now = voters.splice(0, perMoment)
    while (now.length > 0) {
      await Promise.all(now.splice(0, AT_ONCE).map((voter) => castOne(voter, demo, next)))
    }
  }
  await cloud.setClock(0)
}

const castOne = (voter: Visitor, { campaignId, candidateIds, choices }: SeededCampaign, next: () => number) =>
  voter.call('voting', 'castBallot', { campaignId, choices: chooseFor(candidateIds, choices, next) })

async function castForThoseWhoHaveVoted(cloud: CloudClient, demo: SeededCampaign): Promise<void> {
  const voted = people.filter(({ already }) => already.includes('voted'))
  const next = numbersFrom(7)
  for (const visitor of await cloud.visitors(voted.map(({ openid }) => openid)))
    await castOne(visitor, demo, next)
}

async function verifyPhones(cloud: CloudClient): Promise<void> {
  const verified = people.filter(({ already }) => already.includes('phoneVerified'))
  for (const visitor of await cloud.visitors(verified.map(({ openid }) => openid))) {
    await visitor.call('accounts', 'verifyPhone', { code: await visitor.askPhoneCode() })
  }
}

/** Spread over the last hours, each by another example voter. */
async function writeComments(cloud: CloudClient, campaignId: string): Promise<void> {
  const writers = await cloud.visitors(comments.map((_, index) => `oDemoWriter${index}`))
  for (const [index, writer] of writers.entries()) {
    await cloud.setClock(-(comments.length - index) * 3_600_000)
    const text = comments[index] as string
    await writer.call('voting', 'writeComment', { campaignId, text, pictures: [] })
  }
  await cloud.setClock(0)
}
