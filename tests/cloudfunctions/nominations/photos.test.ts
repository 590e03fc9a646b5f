import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { aCityAdministrator, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aDraft,
  aFlatPicture,
  aNominatingCampaign,
  anUpload,
  fillIn,
  ownNomination,
  shortForm,
} from '../../support/nominations'

/** At least 2480×3425; three at most. */
const PHOTOS = {
  kinds: [{ kind: 'group' as const, min: 0 }],
  min: 0,
  max: 3,
  shortSide: 2480,
  longSide: 3425,
}

let cloud: Cloud
let author: Person
let campaignId: string
let nominationId: string
let portrait: Buffer

beforeAll(async () => {
  cloud = await startCloud()
  const administrator = await aCityAdministrator(cloud)
  campaignId = await aNominatingCampaign(administrator, shortForm({ photos: PHOTOS }))
  portrait = await aFlatPicture(2480, 3508)
  author = await cloud.person()
})
beforeEach(async () => {
  nominationId = await aDraft(author, campaignId)
})
afterEach(() => author.nominations('withdrawNomination', { nominationId }))
afterAll(() => cloud?.stop())

const addFile = (file: string, requestId?: string) =>
  author.nominations('addPhoto', { nominationId, kind: 'group', description: '大家的合影', file }, requestId)
const add = async (bytes: Buffer) => addFile(await anUpload(cloud, author, bytes))
const linkTo = async (url: string) => fetch(url)
const load = async (url: string): Promise<Buffer> => Buffer.from(await (await linkTo(url)).arrayBuffer())

describe('a photo is refused', () => {
  test.each<[string, Parameters<typeof aFlatPicture>, object]>([
    ['a short side below', [2479, 3508], { code: 'photo_too_small', width: 2479, height: 3508 }],
    ['a long side below', [3424, 2480], { code: 'photo_too_small', width: 3424, height: 2480 }],
    ['another format', [10, 10, { format: 'gif' }], { code: 'photo_unreadable' }],
    ['too many pixels', [9000, 8000], { code: 'photo_too_large', megabytes: 20, megapixels: 64 }],
  ])('for %s', async (_why, size, error) => {
    expect(expectError(await add(await aFlatPicture(...size)))).toMatchObject(error)
  })

  test('that is no picture, breaks off, or is not there', async () => {
    const broken = portrait.subarray(0, Math.floor(portrait.length / 2))
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), broken])
      expect(expectError(await add(bytes)).code).toBe('photo_unreadable')
    const missing = (await anUpload(cloud, author, portrait)).replace(/[^/]+$/, 'none.jpg')
    expect(expectError(await addFile(missing)).code).toBe('photo_unreadable')
  })

  test('that was not uploaded for a nomination, so that nobody can name what is somebody else’s', async () => {
    const file = await anUpload(cloud, author, portrait, 'uploads')
    expect(expectError(await addFile(file)).code).toBe('photo_unreadable')
    const own = expectValue(await add(portrait))
    expect(expectError(await addFile(fileBehind(own.photo.pageUrl))).code).toBe('photo_unreadable')
  })

  test('in a form that was handed in', async () => {
    const version = await fillIn(author, nominationId)
    expectValue(await author.nominations('submitNomination', { nominationId, version }))
    expect(expectError(await add(portrait)).code).toBe('nomination_not_editable')
    expect(expectError(await author.nominations('removePhoto', { nominationId, photoId: 'any' })).code).toBe(
      'nomination_not_editable',
    )
  })
})

/** The id of a file behind its link. */
const fileBehind = (url: string): string =>
  `cloud://localcloud.6c6f-localcloud/${decodeURIComponent(new URL(url).pathname.replace('/files/', ''))}`

test.each<[string, Parameters<typeof aFlatPicture>, { width: number; height: number }]>([
  ['upright', [2480, 3508], { width: 2480, height: 3508 }],
  ['lying', [3508, 2480], { width: 3508, height: 2480 }],
  ['held sideways, as its camera says', [3508, 2480, { orientation: 6 }], { width: 2480, height: 3508 }],
  ['a PNG', [2480, 3425, { format: 'png' }], { width: 2480, height: 3425 }],
  ['a WebP', [2480, 3425, { format: 'webp' }], { width: 2480, height: 3425 }],
])('a photo that is %s is kept as it is seen, in three sizes', async (_what, size, expected) => {
  const { photo } = expectValue(await add(await aFlatPicture(...size)))
  expect(photo).toMatchObject({ kind: 'group', description: '大家的合影', ...expected })
  const page = await sharp(await load(photo.pageUrl)).metadata()
  const list = await sharp(await load(photo.listUrl)).metadata()
  const isUpright = expected.height > expected.width
  for (const [made, side] of [
    [page, 1600],
    [list, 480],
  ] as const) {
    expect(made).toMatchObject({ format: 'jpeg', [isUpright ? 'height' : 'width']: side })
    expect(made.height > made.width).toBe(isUpright)
  }
})

test('what a camera writes into a photo is in none of those that are kept', async () => {
  const told = await sharp(portrait)
    .withExif({ IFD0: { Model: 'SECRET-CAMERA' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
    .toBuffer()
  expect(told.includes('SECRET-CAMERA')).toBe(true)
  const { photo } = expectValue(await add(told))
  for (const url of [photo.pageUrl, photo.listUrl]) {
    const made = await load(url)
    expect((await sharp(made).metadata()).exif).toBeUndefined()
    expect(made.includes('SECRET-CAMERA')).toBe(false)
  }
})

test('the upload is gone once its photo is kept', async () => {
  const file = await anUpload(cloud, author, portrait)
  expectValue(await addFile(file))
  expect(expectError(await addFile(file)).code).toBe('photo_unreadable')
})

test('one request adds one photo, however often it is sent', async () => {
  const file = await anUpload(cloud, author, portrait)
  const requestId = randomUUID()
  const answers = await Promise.all([addFile(file, requestId), addFile(file, requestId)])
  const { photo } = expectValue(await addFile(file, requestId))
  for (const answer of answers) if (answer.ok) expect(answer.value.photo.photoId).toBe(photo.photoId)
  const { photos } = await ownNomination(author, nominationId)
  expect(photos.map(({ photoId }) => photoId)).toEqual([photo.photoId])
  expect((await linkTo(photo.pageUrl)).status).toBe(200)
})

test('of photos that are added at once only as many stay as there is room for, and the others are told', async () => {
  const files = await Promise.all(Array.from({ length: 8 }, () => anUpload(cloud, author, portrait)))
  const answers = await Promise.all(files.map((file) => addFile(file)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(PHOTOS.max)
  for (const answer of answers)
    if (!answer.ok) expect(answer.error).toEqual({ code: 'too_many_photos', max: PHOTOS.max })
  expect((await ownNomination(author, nominationId)).photos).toHaveLength(PHOTOS.max)
})

test('a photo that is removed makes room, and its files are gone', async () => {
  const { photo, version } = expectValue(await add(portrait))
  const remove = () => author.nominations('removePhoto', { nominationId, photoId: photo.photoId })
  expect(expectValue(await remove())).toEqual({ version })
  expect(expectValue(await remove())).toEqual({ version })
  expect((await ownNomination(author, nominationId)).photos).toEqual([])
  for (const url of [photo.pageUrl, photo.listUrl]) expect((await linkTo(url)).status).toBe(404)
})

test('photos do not stand in the way of what is being typed', async () => {
  const { version } = await ownNomination(author, nominationId)
  const added = expectValue(await add(portrait))
  expect(added.version).toBe(version)
  await fillIn(author, nominationId)
  expect(await ownNomination(author, nominationId)).toMatchObject({
    version: version + 1,
    photos: [{ photoId: added.photo.photoId }],
  })
})
