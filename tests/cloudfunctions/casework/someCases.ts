import { randomUUID } from 'node:crypto'
import { started, stopped } from '../../../cloudfunctions/platform/cases/clock'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'
import { caseRow } from '../../../cloudfunctions/platform/cases/newCase'
import type { CaseRow, NewCase } from '../../../cloudfunctions/platform/cases/rows'
import { settle } from '../../../cloudfunctions/platform/cases/settle'
import type { WorkingCalendar } from '../../../cloudfunctions/platform/cases/workingTime'
import { type Actor, type CaseState, isOpenState } from '../../../contract/cases/workflow'
import type { CaseStepInput } from '../../../contract/casework'
import type { Role } from '../../../contract/method'
import { REPORT_UPLOADS } from '../../../contract/reporting'
import { aCityAdministrator, accountIdOf, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aFlatPicture, anUpload } from '../../support/nominations'
import { functionsWithLoader, load } from '../../support/rowLoader'

/** A street's desk with a department, and cases of any kind at it. */

// What the cloud of a test uses, for rows that a test makes by itself.
process.env.GONGZHI_SECRET = 'only-for-tests-0123456789abcdef0123456789abcdef'

export const STREET = '310106011'
export const OTHER_STREET = '310106012'
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Every day from morning to evening, so that what a test expects does not depend on the day on which it runs. */
export const EVERY_DAY: WorkingCalendar = { isWorkday: () => true, spans: [{ from: 0, until: 1440 }] }

export interface Member extends Person {
  accountId: string
  grantId: string
}

export async function aMember(
  cloud: Cloud,
  administrator: Person,
  role: Role,
  placeCode: string,
  organisationId: string | null = null,
): Promise<Member> {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const { member } = expectValue(
    await administrator.administration('grantRole', {
      accountId,
      name: `示例${role}`,
      role,
      placeCode,
      organisationId,
      endsAt: null,
    }),
  )
  return { ...person, accountId, grantId: member.grantId }
}

export async function aDepartment(administrator: Person, name: string, placeCode = STREET): Promise<string> {
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', { placeCode, kind: 'department', name }),
  )
  return organisation.organisationId
}

export interface Street {
  cloud: Cloud
  functions: string
  administrator: Person
  dispatcher: Member
  supervisor: Member
  handler: Member
  colleague: Member
  departmentId: string
  otherDepartmentId: string
}

export async function aStreet(): Promise<Street> {
  const functions = await functionsWithLoader()
  const cloud = await startCloud({ functions })
  const administrator = await aCityAdministrator(cloud)
  const departmentId = await aDepartment(administrator, '示例绿容所')
  const member = (role: Role, organisationId: string | null = null) =>
    aMember(cloud, administrator, role, STREET, organisationId)
  return {
    cloud,
    functions,
    administrator,
    departmentId,
    otherDepartmentId: await aDepartment(administrator, '示例城管中队'),
    dispatcher: await member('dispatcher'),
    supervisor: await member('supervisor'),
    handler: await member('handler', departmentId),
    colleague: await member('handler', departmentId),
  }
}

const [firstCategory] = DEFAULT_CATALOGUE.categories
if (!firstCategory) throw new Error('the catalogue is empty')
/** Counts every hour, so that tests need no calendar. */
export const category = {
  ...firstCategory,
  counting: 'continuous' as const,
  isIndoor: false,
  minAfterPhotos: 1,
}

const WITH_DEPARTMENT: readonly CaseState[] = [
  'dispatched',
  'handling',
  'suspended',
  'handled',
  'verified',
  'closed',
  'supervised',
]

/** In a state, as if the steps before it had been taken: with a department where one has it, and a request that waits. */
export function aCaseRow(
  { departmentId }: Pick<Street, 'departmentId'>,
  state: CaseState,
  { begun = {}, ...changes }: Partial<CaseRow> & { begun?: Partial<NewCase> } = {},
): CaseRow {
  const now = Date.now()
  const row = caseRow({
    begun: {
      _id: randomUUID(),
      source: 'wechat',
      accountId: null,
      foreignNumber: null,
      description: '示例：垃圾堆在路边没有人清走。',
      answers: [],
      contentId: null,
      photos: [],
      placeCode: STREET,
      address: '示例路 1 号',
      location: { type: 'Point', coordinates: [121.45, 31.23] },
      sealedContact: null,
      seenAt: now,
      reportedAt: now,
      ...begun,
    },
    category,
    catalogueVersion: 0,
    requestId: randomUUID(),
    actor: 'reporter',
    route: {
      proposal: { how: 'desk', ruleName: null, duty: null, departmentId: null, departmentName: null },
      isAutomatic: false,
      department: null,
    },
    calendar: EVERY_DAY,
  })
  const hasDepartment = WITH_DEPARTMENT.includes(state)
  const isFiled = hasDepartment || state === 'filed'
  const running = isFiled ? started(row.clock, row.reportedAt) : row.clock
  const isCounted = state === 'filed' || state === 'dispatched' || state === 'handling'
  return settle(
    {
      ...row,
      // Five digits are not enough for rows that are not asked for a free number.
      number: row._id.slice(0, 18),
      state,
      departmentId: hasDepartment ? departmentId : null,
      departmentName: hasDepartment ? '示例绿容所' : null,
      departmentPlace: hasDepartment ? STREET : null,
      clock: isCounted ? running : stopped(running, now),
      suspendedUntil: state === 'suspended' ? now + DAY : null,
      asked: isOpenState(state)
        ? { kind: 'extension', reason: '材料没到', hours: 8, until: null, at: now }
        : null,
      handledAt: ['handled', 'verified', 'closed', 'supervised'].includes(state) ? now : null,
      closedAt: state === 'closed' ? now : null,
      toldStaff: 1,
      ...changes,
    },
    EVERY_DAY,
    now,
  )
}

export const loadCases = (cloud: Cloud, rows: CaseRow[]): Promise<void> => load(cloud, 'cases', rows)

/** Loads one case and answers its id. */
export async function aCase(
  street: Street,
  state: CaseState,
  changes: Parameters<typeof aCaseRow>[2] = {},
): Promise<string> {
  const row = aCaseRow(street, state, changes)
  await loadCases(street.cloud, [row])
  return row._id
}

/** A new picture, uploaded as the mini-program does. */
export const aPhoto = async (street: Street, person: Person): Promise<string> =>
  anUpload(street.cloud, person, await aFlatPicture(64, 48), REPORT_UPLOADS)

export const actOn = (
  person: Person,
  caseId: string,
  steps: CaseStepInput[],
  basedOn = 1,
  requestId?: string,
) => person.casework('actOnCase', { caseId, basedOn, steps }, requestId)

export const caseSeenBy = async (person: Person, caseId: string) =>
  expectValue(await person.casework('getCase', { caseId }))

export type StaffAct = CaseStepInput['act']

/** A valid step of every act; `uploads` for those that need photos. */
export function everyStep(
  street: Street,
  intoCaseId: string,
  uploads: string[],
): Record<StaffAct, CaseStepInput> {
  const words = '示例说明'
  const until = Date.now() + 2 * DAY
  const { departmentId, otherDepartmentId, colleague } = street
  return {
    accept: { act: 'accept' },
    refuse: { act: 'refuse', words },
    file: { act: 'file' },
    dispatch: { act: 'dispatch', departmentId, words: '' },
    redispatch: { act: 'redispatch', departmentId: otherDepartmentId, words },
    take: { act: 'take' },
    return: { act: 'return', words },
    handOver: { act: 'handOver', grantId: colleague.grantId, words: '' },
    note: { act: 'note', words, isInternal: false, photos: [] },
    askExtension: { act: 'askExtension', hours: 8, words },
    askSuspension: { act: 'askSuspension', until, words },
    decline: { act: 'decline', words },
    extend: { act: 'extend', hours: 8, words },
    suspend: { act: 'suspend', until, words },
    resume: { act: 'resume', words: '' },
    handle: { act: 'handle', words, photos: uploads },
    reject: { act: 'reject', words },
    verify: { act: 'verify', words: '' },
    close: { act: 'close', words },
    conclude: { act: 'conclude', words },
    reopen: { act: 'reopen', words },
    escalate: { act: 'escalate', words },
    recategorise: { act: 'recategorise', categoryId: category.categoryId },
    relocate: { act: 'relocate', placeCode: STREET, address: '示例路 2 号', position: null },
    merge: { act: 'merge', intoCaseId },
    unmerge: { act: 'unmerge', words },
    remind: { act: 'remind', words },
  }
}

export type StaffActor = Extract<Actor, 'dispatcher' | 'handler' | 'supervisor'>
export const STAFF_ACTORS: readonly StaffActor[] = ['dispatcher', 'handler', 'supervisor']

/** So many calls at once. */
export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  while (waiting.length > 0) await Promise.all(waiting.splice(0, 8).map(work))
}
