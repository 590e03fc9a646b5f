import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { InferInput } from 'valibot'
import { REPORT_UPLOADS, type ReportReceipt, type reporting } from '../../contract/reporting'
import { expectValue } from './builders'
import type { Cloud, Person } from './cloud'
import { aFlatPicture, anUpload } from './nominations'

/** Street problems for tests. Everything goes in through the functions, as it would in a city. */

/** 石门二路街道 in 静安区, and a point in it. */
export const SHIMEN = '310106011'
export const IN_SHIMEN = { longitude: 121.4602, latitude: 31.2364 }
/** Outdoors; and inside a building, where everyone sees the neighbourhood only. */
export const RUBBISH = 'exposedRubbish'
export const STAIRWAY = 'stairwayHeap'

export type Report = InferInput<(typeof reporting)['reportProblem']['input']>

let picture: Promise<Buffer> | null = null

/** A small JPEG where the mini-program uploads photos of reports. Every call is another file. */
export async function aReportPhoto(cloud: Cloud, person: Person, bytes?: Buffer): Promise<string> {
  picture ??= aFlatPicture(60, 40)
  return anUpload(cloud, person, bytes ?? (await picture), REPORT_UPLOADS)
}

/** Exposed rubbish in 石门二路街道, without photos: see `aReport`. */
export const reportInput = (changes: Partial<Report> = {}): Report => ({
  categoryId: RUBBISH,
  description: '示例：路口有一堆垃圾没有清走',
  answers: [],
  photos: [],
  position: IN_SHIMEN,
  address: '示例路 12 号门口',
  placeCode: SHIMEN,
  seenAt: Date.now(),
  contact: null,
  ...changes,
})

/** Files a report with one photo, unless `changes` name others. */
export async function aReport(
  cloud: Cloud,
  person: Person,
  changes: Partial<Report> = {},
  requestId: string = randomUUID(),
): Promise<ReportReceipt> {
  const photos = changes.photos ?? [await aReportPhoto(cloud, person)]
  return expectValue(await person.reporting('reportProblem', reportInput({ ...changes, photos }), requestId))
}

/** A case as its reporter, or anyone else, sees it. */
export const caseSeenBy = async (person: Pick<Person, 'reporting'>, caseId: string) =>
  expectValue(await person.reporting('getCase', { caseId }))

/** WeChat answers about the photos that it was asked about, so that everyone sees what has passed. */
export const passTheCheck = (cloud: Cloud) => cloud.control('mediaResults', {})

/** Paths of the files that the storage of this cloud holds below a folder. */
export function storedFiles(cloud: Cloud, folder: string): string[] {
  const records = path.join(cloud.folder, 'files', 'records')
  return readdirSync(records)
    .filter((name) => name.endsWith('.json'))
    .map((name) => (JSON.parse(readFileSync(path.join(records, name), 'utf8')) as { path: string }).path)
    .filter((file) => file.startsWith(`${folder}/`))
}
