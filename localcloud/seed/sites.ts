import type { CloudClient, Visitor } from './cloudClient'
import { people } from './content/people'
import { type ExampleSite, exampleSites, sites } from './content/sites'
import { describePicture, type drawPicture } from './pictures/drawPicture'

/** A campaign that is taking nominations, with some that have come in: each as far as its example says. */

const DAY = 86_400_000
const REVIEWER = 'reviewerJingan'
const REVIEWER_OF_PUDONG = 'reviewerPudong'

async function visitor(cloud: CloudClient, id: string): Promise<Visitor> {
  const person = people.find((each) => each.id === id)
  if (!person) throw new Error(`the demo has no person ${id}`)
  return ((await cloud.visitors([person.openid])) as [Visitor])[0]
}

export async function takeNominations(
  cloud: CloudClient,
  administrator: Visitor,
  cover: string,
  draw: typeof drawPicture,
): Promise<void> {
  const { campaignId } = await administrator.call<{ campaignId: string }>('voting', 'createCampaign', {
    ...exampleSites(Date.now()),
    cover,
  })
  for (const [index, site] of sites.entries()) {
    await cloud.setClock(-(sites.length - index) * DAY)
    await bringOn(cloud, campaignId, site, await draw(site.picture))
  }
  await cloud.setClock(0)
}

interface Seen {
  nominationId: string
  version: number
}

async function bringOn(
  cloud: CloudClient,
  campaignId: string,
  site: ExampleSite,
  picture: Buffer,
): Promise<void> {
  const author = await visitor(cloud, site.author)
  const start = { campaignId, channel: site.channel, departmentId: null }
  const { nominationId } = await author.call<{ nominationId: string }>(
    'nominations',
    'startNomination',
    start,
  )
  const { version } = await author.call<Seen>('nominations', 'getMyNomination', { nominationId })
  const { name, placeCode, summary, values } = site
  const filled = { nominationId, version, name, placeCode, summary, values }
  const saved = await author.call<Seen>('nominations', 'saveNomination', filled)
  const file = await author.upload(`uploads/nominations/demo/${site.key}.jpg`, picture)
  const photo = { nominationId, kind: 'site', description: describePicture(site.picture), file }
  await author.call('nominations', 'addPhoto', photo)
  if (site.state === 'draft') return
  const handedIn = { nominationId, version: saved.version }
  const submitted = await author.call<Seen>('nominations', 'submitNomination', handedIn)
  await review(cloud, site, { nominationId, version: submitted.version })
}

async function review(cloud: CloudClient, { state, placeCode }: ExampleSite, seen: Seen): Promise<void> {
  const reviewer = await visitor(cloud, placeCode.startsWith('310115') ? REVIEWER_OF_PUDONG : REVIEWER)
  if (state === 'forwarded')
    await reviewer.call('nominations', 'forwardNomination', { ...seen, opinion: '情况属实，同意推荐。' })
  if (state === 'returned') {
    const parts = [{ part: 'idea', reason: '请写明台阶由谁日常保洁' }]
    await reviewer.call('nominations', 'returnNomination', { ...seen, opinion: '请补充管养情况。', parts })
  }
}
