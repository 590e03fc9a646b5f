import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import {
  aCampaign,
  aCityAdministrator,
  candidateInput,
  expectError,
  expectValue,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aPicture } from '../../support/contents'

let cloud: Cloud
let administrator: Person
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  campaignId = (await aCampaign(administrator, { candidates: 0 })).campaignId
})
afterAll(() => cloud?.stop())

const MISSING = 'cloud://local.nowhere/uploads/none.jpg'

const photoOf = (file: string) => ({ file, kind: 'working' as const, description: '示例照片' })

const register = (files: string[], requestId = randomUUID(), by = campaignId) =>
  administrator.voting(
    'registerCandidate',
    candidateInput(by, 1, { cover: files[0] ?? null, photos: files.map(photoOf) }),
    requestId,
  )

/** What everyone sees: the links of cover and photos. */
async function shown(candidateId: string): Promise<string[]> {
  const { coverUrl, photos } = expectValue(await cloud.nobody.voting('getCandidate', { candidateId }))
  return [coverUrl ?? '', ...photos.map(({ url }) => url)]
}

const fileBehind = (url: string): string => new URL(url).pathname

const candidates = async () =>
  expectValue(await cloud.nobody.voting('listCandidates', { campaignId })).candidates

describe('pictures of a candidate that staff register', () => {
  test('that cannot be read are refused, and nothing is on the ballot paper', async () => {
    const file = await aPicture(cloud, administrator, 'a picture')
    expect(expectError(await register([MISSING])).code).toBe('photo_unreadable')
    expect(expectError(await register([file, MISSING])).code).toBe('photo_unreadable')
    expect(await candidates()).toEqual([])
  })

  test('are copies that their uploader cannot exchange, the cover the same one as its photo', async () => {
    const paths = [1, 2].map(() => `uploads/2026-11/${randomUUID()}.jpg`)
    const files = await Promise.all(
      paths.map((path, index) => aPicture(cloud, administrator, `picture ${index + 1}`, path)),
    )
    const { candidateId } = expectValue(await register(files))
    for (const path of paths) await aPicture(cloud, administrator, 'another one in its place', path)
    const urls = await shown(candidateId)
    const contents = await Promise.all(urls.map(async (url) => (await fetch(url)).text()))
    expect(contents).toEqual(['picture 1', 'picture 1', 'picture 2'])
    const [cover, first, second] = urls.map(fileBehind)
    expect(cover).toBe(first)
    expect(second).not.toBe(first)
    for (const url of urls) expect(url).toContain('/candidates/')
  })

  test('no longer tell where and with what they were taken', async () => {
    const taken = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b6b43' } })
      .withExif({ IFD0: { Model: 'SECRET-CAMERA' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(taken.toString('latin1')).toContain('SECRET-CAMERA')
    const { candidateId } = expectValue(
      await register([await aPicture(cloud, administrator, new Uint8Array(taken))]),
    )
    const [url = ''] = await shown(candidateId)
    const kept = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.toString('latin1')).not.toContain('SECRET-CAMERA')
  })
})

test('a repeat answers the same candidate with the same pictures, even when the upload is gone', async () => {
  const path = `uploads/2026-11/${randomUUID()}.jpg`
  const file = await aPicture(cloud, administrator, 'as it was', path)
  const requestId = randomUUID()
  const first = expectValue(await register([file], requestId))
  const before = (await shown(first.candidateId)).map(fileBehind)
  expect(expectValue(await register([file, MISSING], requestId))).toEqual(first)
  expect((await shown(first.candidateId)).map(fileBehind)).toEqual(before)
})

test('the same request many times at once makes one candidate, whose pictures can be seen', async () => {
  const requestId = randomUUID()
  const before = (await candidates()).length
  const file = await aPicture(cloud, administrator, 'one for all')
  const answers = await Promise.all(Array.from({ length: 6 }, () => register([file], requestId)))
  const ids = new Set(answers.map((answer) => expectValue(answer).candidateId))
  expect(ids.size).toBe(1)
  expect((await candidates()).length).toBe(before + 1)
  const [url = ''] = await shown([...ids][0] ?? '')
  expect(await (await fetch(url)).text()).toBe('one for all')
})

test('a frozen ballot paper takes no candidate', async () => {
  const frozen = await aCampaign(administrator, { candidates: 1 })
  const voter = await cloud.person()
  const ballot = { campaignId: frozen.campaignId, choices: frozen.candidateIds }
  expectValue(await voter.voting('castBallot', ballot))
  const answer = await register([MISSING], randomUUID(), frozen.campaignId)
  expect(expectError(answer).code).toBe('rules_frozen')
})
