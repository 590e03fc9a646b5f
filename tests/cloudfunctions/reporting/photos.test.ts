import sharp from 'sharp'
import { expectError } from '../../support/builders'
import {
  aReport,
  aReportPhoto,
  caseSeenBy,
  passTheCheck,
  reportInput,
  storedFiles,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** What a camera writes into a photo leads to a home; and a photo is seen by nobody who was not given its address. */

const HOUR = 3_600_000
const CAMERA = 'ExampleCamera'

let cloud: Cloud
let citizen: Person

beforeAll(async () => {
  cloud = await startCloud()
  citizen = await cloud.person()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const load = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

/** Lying on its side, with place, time and camera in it. */
const aPhotoThatTells = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#b85' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: CAMERA, DateTime: '2026:11:21 08:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 14/1 11/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 27/1 37/1',
      },
    })
    .jpeg()
    .toBuffer()

async function aReportThatTells() {
  const bytes = await aPhotoThatTells()
  expect(bytes.includes(CAMERA)).toBe(true)
  const { exif, orientation } = await sharp(bytes).metadata()
  expect({ hasExif: exif !== undefined, orientation }).toEqual({ hasExif: true, orientation: 6 })
  const upload = await aReportPhoto(cloud, citizen, bytes)
  const { caseId } = await aReport(cloud, citizen, { photos: [upload] })
  return { caseId, upload }
}

test('nothing that a camera wrote is in any size of a photo, and its pixels are upright', async () => {
  const { caseId } = await aReportThatTells()
  await passTheCheck(cloud)
  for (const seen of [await caseSeenBy(cloud.nobody, caseId), (await caseSeenBy(citizen, caseId)).own]) {
    const [photo] = seen && 'before' in seen ? seen.before : (seen?.photos ?? [])
    for (const url of [photo?.listUrl, photo?.pageUrl]) {
      const bytes = await load(url as string)
      const { exif, xmp, iptc, width, height, orientation } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, width, height, orientation }).toEqual({ width: 40, height: 80 })
      expect(bytes.includes(CAMERA)).toBe(false)
    }
  }
})

test('the upload is gone once its report is filed', async () => {
  const { upload } = await aReportThatTells()
  expect(storedFiles(cloud, 'reportUploads').some((file) => upload.endsWith(file))).toBe(false)
})

test('a stranger gets no photo without its link, by no path and by no link of another photo', async () => {
  const { caseId } = await aReportThatTells()
  const url = new URL((await caseSeenBy(citizen, caseId)).own?.photos[0]?.pageUrl as string)
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(`${url.origin}${url.pathname}`)).status).toBe(403)
  const other = storedFiles(cloud, 'casePhotos').find((file) => !url.pathname.endsWith(file)) as string
  expect((await fetch(`${url.origin}/files/${other}${url.search}`)).status).toBe(403)
  // Nor by naming it as a photo of one's own.
  const stranger = await cloud.person()
  const named = `cloud://local/${url.pathname.replace('/files/', '')}`
  const refused = await stranger.reporting('reportProblem', reportInput({ photos: [named] }))
  expect(expectError(refused).code).toBe('photo_unreadable')
})

test('links end by themselves', async () => {
  const { caseId } = await aReportThatTells()
  const url = (await caseSeenBy(citizen, caseId)).own?.photos[0]?.pageUrl as string
  await cloud.setClock(HOUR)
  expect((await fetch(url)).status).toBe(200)
  await cloud.setClock(2 * HOUR + 60_000)
  expect((await fetch(url)).status).toBe(403)
  const anew = (await caseSeenBy(citizen, caseId)).own?.photos[0]?.pageUrl as string
  expect((await fetch(anew)).status).toBe(200)
})
