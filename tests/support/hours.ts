import { randomUUID } from 'node:crypto'
import type { HoursMark } from '../../contract/volunteerHours'
import { ACTIVITY_UPLOADS } from '../../contract/volunteering/activities'
import { accountIdOf, expectValue } from './builders'
import type { Cloud, Person } from './cloud'
import { aFlatPicture, anUpload } from './nominations'
import { functionsWith } from './rowLoader'
import { aVolunteer } from './volunteers'

/**
 * Credited hours by the dozen, without a day that passes: attendance as its function leaves it, put in past the rules, and
 * hours by the one ledger that there is.
 */

const LOADER = 'hoursLoader'

const SOURCE = `
import { inTransaction } from './cloudfunctions/platform/database/collection'
import { placeFields } from './cloudfunctions/platform/places'
import { enterHours } from './cloudfunctions/platform/volunteering/ledger'

const putAttendance = ({ row, at }) => inTransaction(async (transaction) => {
  await enterHours(transaction, {
    accountId: row.accountId, kind: 'credit', ledger: 'recorded', minutes: row.minutes, title: row.theme,
    organisationId: row.organisationId, organisationName: row.organisationName, activityId: row.activityId,
    attendanceId: row._id, claimId: null, annulmentId: null, grade: 'A', by: null, reason: null,
    requestId: 'credit-' + row._id, number: 0, placeCode: '310106011', servedAt: row.plannedFrom, before: 0,
  }, at)
  await transaction.put('attendances', { ...row, ...placeFields('310106011') })
})

/** What a leader's correction leaves. */
const correct = ({ attendanceId, minutes, requestId }) => inTransaction(async (transaction) => {
  const row = await transaction.find('attendances', attendanceId)
  if (row.isAnnulled) return { corrected: false }
  await enterHours(transaction, {
    accountId: row.accountId, kind: 'correction', ledger: 'recorded', minutes: minutes - row.minutes, title: row.theme,
    organisationId: row.organisationId, organisationName: row.organisationName, activityId: row.activityId,
    attendanceId: row._id, claimId: null, annulmentId: null, grade: 'A', by: 'leader', reason: '核对时间',
    requestId, number: row.entries, placeCode: '310106011', servedAt: row.plannedFrom, before: row.minutes,
  }, Date.now())
  await transaction.put('attendances', { ...row, minutes, entries: row.entries + 1, version: row.version + 1 })
  return { corrected: true }
})

const acts = { putAttendance, correct }
export const main = ({ act, ...input }) => acts[act](input)
`

/** A folder with the built functions and one more, which puts hours in. */
export const functionsWithHours = (): Promise<string> => functionsWith(LOADER, SOURCE)

async function load<T>(cloud: Cloud, act: string, input: object): Promise<T> {
  const { status, body } = await cloud.send(LOADER, { act, ...input })
  if (status !== 200) throw new Error(`${act} answered ${status}: ${JSON.stringify(body)}`)
  return (body as { result: T }).result
}

export interface Served extends Person {
  accountId: string
}

export async function aVolunteerWithHours(cloud: Cloud, name: string): Promise<Served> {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  await aVolunteer(cloud, { person, name })
  return { ...person, accountId }
}

interface Service {
  organisationId: string
  organisationName?: string
  theme?: string
  /** Hours are entered in order of time. */
  servedAt: number
  minutes: number
  marks?: HoursMark[]
}

/** Attendance whose hours are credited; answers its id. */
export async function credited(cloud: Cloud, { accountId }: Served, service: Service): Promise<string> {
  const { organisationId, servedAt, minutes, marks = [] } = service
  const activityId = `series${randomUUID().slice(0, 8)}-20261121`
  const _id = `${activityId}-${accountId}`
  const row = {
    _id,
    activityId,
    accountId,
    organisationId,
    organisationName: service.organisationName ?? '示例街道志愿服务队',
    theme: service.theme ?? '示例：清洁家园',
    plannedFrom: servedAt,
    plannedUntil: servedAt + minutes * 60_000,
    hoursRule: { roundTo: 15, fullFrom: 60, closesAtEnd: true },
    roleName: null,
    isWalkIn: false,
    state: 'credited',
    checkIn: null,
    checkOut: null,
    minutes,
    entries: 1,
    isAnnulled: false,
    marks,
    markedOrder: marks.length > 0 ? `${servedAt}-${_id}` : null,
    order: `${servedAt}-${_id}`,
    version: 1,
    history: [],
  }
  await load(cloud, 'putAttendance', { row, at: Date.now() })
  return _id
}

/** False: it was annulled before. */
export const corrected = async (cloud: Cloud, attendanceId: string, minutes: number): Promise<boolean> =>
  (await load<{ corrected: boolean }>(cloud, 'correct', { attendanceId, minutes, requestId: randomUUID() }))
    .corrected

export async function anOrganisation(
  administrator: Person,
  name: string,
  placeCode = '310106011',
): Promise<string> {
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', { placeCode, kind: 'association', name }),
  )
  return organisation.organisationId
}

let picture: Promise<Buffer> | null = null

/** A small JPEG where the mini-program uploads what concerns activities. */
export async function aProof(cloud: Cloud, person: Person): Promise<string> {
  picture ??= aFlatPicture(60, 40)
  return anUpload(cloud, person, await picture, ACTIVITY_UPLOADS)
}
