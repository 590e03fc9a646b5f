import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { InferInput } from 'valibot'
import type { CaseStepInput } from '../../contract/casework'
import type { Role } from '../../contract/method'
import { REPORT_UPLOADS, type ReportReceipt, type reporting } from '../../contract/reporting'
import { aCityAdministrator, aStaffMember, expectValue } from './builders'
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

/** Who works on cases in 石门二路街道. */
export interface CaseDesk {
  administrator: Person
  dispatcher: Person
  supervisor: Person
  handler: Person
  departmentId: string
}

export const DEPARTMENT = '示例绿容所'

export async function aCaseDesk(cloud: Cloud): Promise<CaseDesk> {
  const administrator = await aCityAdministrator(cloud)
  const department = { placeCode: SHIMEN, kind: 'department' as const, name: DEPARTMENT }
  const { organisation } = expectValue(await administrator.places('registerOrganisation', department))
  const departmentId = organisation.organisationId
  const staff = (role: Role, organisationId: string | null = null) =>
    aStaffMember(cloud, administrator, role, SHIMEN, organisationId)
  return {
    administrator,
    departmentId,
    dispatcher: await staff('dispatcher'),
    supervisor: await staff('supervisor'),
    handler: await staff('handler', departmentId),
  }
}

/** Steps of a member of staff, all at once, in the case as it is now. */
export async function act(staff: Person, caseId: string, ...steps: CaseStepInput[]): Promise<void> {
  const { version } = expectValue(await staff.casework('getCase', { caseId }))
  expectValue(await staff.casework('actOnCase', { caseId, basedOn: version, steps }))
}

const accepted = [{ act: 'accept' }, { act: 'file' }] satisfies CaseStepInput[]

/** 受理, 立案 and 派遣. */
export const dispatchCase = ({ dispatcher, departmentId }: CaseDesk, caseId: string) =>
  act(dispatcher, caseId, ...accepted, { act: 'dispatch', departmentId, words: '' })

/** From 派遣 on: taken, handled with a photo, verified and closed. */
export async function closeCase(cloud: Cloud, desk: CaseDesk, caseId: string): Promise<void> {
  const photos = [await aReportPhoto(cloud, desk.handler)]
  await act(desk.handler, caseId, { act: 'take' }, { act: 'handle', words: '已经清走', photos })
  await act(
    desk.dispatcher,
    caseId,
    { act: 'verify', words: '' },
    { act: 'close', words: '垃圾已清走，谢谢' },
  )
}

/** A report of this person's that has been handled and closed. */
export async function aClosedCase(cloud: Cloud, desk: CaseDesk, person: Person): Promise<string> {
  const { caseId } = await aReport(cloud, person)
  await dispatchCase(desk, caseId)
  await closeCase(cloud, desk, caseId)
  return caseId
}
