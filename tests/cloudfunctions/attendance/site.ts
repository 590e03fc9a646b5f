import { randomUUID } from 'node:crypto'
import type { ActivityRow, SignUpRow, VolunteerRow } from '../../../cloudfunctions/platform/volunteering/rows'
import { USUAL_HOURS_RULE } from '../../../contract/volunteering/hours'
import { accountIdOf, aStaffMember, expectValue } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'
import { functionsWith } from '../../support/rowLoader'

/**
 * Activities, volunteers and sign-ups as their functions leave them, put in as rows: for tests of what happens on site,
 * without the ways that lead there.
 */

const LOADER = 'siteLoader'

const SOURCE = `
import { database } from './cloudfunctions/platform/database/connection'
import { collection } from './cloudfunctions/platform/database/collection'
import { seal } from './cloudfunctions/platform/sealed'

const sealed = ({ secret, ...row }) => (secret ? { ...row, sealed: seal(row._id, JSON.stringify(secret)) } : row)
const add = ({ name, rows }) => database.collection(name).add({ data: rows.map(sealed) })
const change = ({ name, id, change }) => collection(name).changeOne({ _id: id }, change)
const list = ({ name, where }) => collection(name).list(where, { limit: 1000 })

export const main = ({ act, ...event }) => ({ add, change, list })[act](event)
`

export const functionsWithSites = (): Promise<string> => functionsWith(LOADER, SOURCE)

export const STREET = '310106011'
export const PLACE = { longitude: 121.4444, latitude: 31.2298 }
export const HERE = { ...PLACE, accuracy: 20 }
/** Some 5 km to the north. */
export const FAR_AWAY = { ...HERE, latitude: PLACE.latitude + 0.045 }

const MINUTE = 60_000
const DAY = 86_400_000

async function tell(cloud: Cloud, event: object): Promise<unknown> {
  const { status, body } = await cloud.send(LOADER, event)
  if (status !== 200) throw new Error(`the site was not made: ${JSON.stringify(body)}`)
  return (body as { result: unknown }).result
}

const placed = { cityCode: '310000', districtCode: '310106', streetCode: STREET, villageCode: null }

export interface Site {
  organisationId: string
  leader: Person
}

/** A unit and who leads it. */
export async function aSite(cloud: Cloud, administrator: Person): Promise<Site> {
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: STREET,
      kind: 'association',
      name: `示例服务队${randomUUID().slice(0, 8)}`,
    }),
  )
  const { organisationId } = organisation
  const leader = await aStaffMember(cloud, administrator, 'organisationLeader', STREET, organisationId)
  return { organisationId, leader }
}

let days = 0

/** Two hours from 9:00 on a day of its own, some days ahead. */
export async function anActivityOf(
  cloud: Cloud,
  { organisationId }: Site,
  changes: Partial<ActivityRow> = {},
): Promise<ActivityRow> {
  days += 2
  const startsAt = Math.floor(Date.now() / DAY) * DAY + days * DAY + 60 * MINUTE
  const endsAt = startsAt + 120 * MINUTE
  const row: Omit<ActivityRow, 'history'> = {
    ...placed,
    _id: `site-${randomUUID().slice(0, 13)}`,
    seriesId: 'site',
    day: '2026-11-28',
    organisationId,
    organisationName: '示例服务队',
    theme: '示例清洁行动',
    kind: 'ecology',
    description: '示例',
    placeCode: STREET,
    address: '示例路 1 号',
    position: PLACE,
    location: { type: 'Point', coordinates: [PLACE.longitude, PLACE.latitude] },
    fenceMetres: 200,
    roles: [{ roleId: 'helper', name: '志愿者', capacity: 20, skill: null, minAge: null }],
    insurance: '',
    isForMembersOnly: false,
    hoursRule: USUAL_HOURS_RULE,
    photos: [],
    startsAt,
    endsAt,
    isCancelled: false,
    isChanged: false,
    isRepeating: true,
    notice: '',
    taken: {},
    waiting: {},
    lastInLine: {},
    hasSeats: true,
    order: `${startsAt}-site`,
    tellFrom: null,
    closesAt: endsAt + 120 * MINUTE,
    thanks: null,
    feedback: { answers: 0, stars: 0 },
    version: 1,
  }
  const whole = { ...row, history: [], ...changes }
  await tell(cloud, { act: 'add', name: 'activities', rows: [whole] })
  return whole
}

type Loaded = Omit<VolunteerRow, 'sealed' | 'history'>

const volunteerRow = (accountId: string, index: number): Loaded & { secret: object; history: [] } => ({
  ...placed,
  _id: accountId,
  placeCode: STREET,
  gridCode: null,
  shownName: '陈**',
  isListed: true,
  skills: [],
  times: [],
  cardCode: cardCodeOf(accountId),
  ageCheckAt: null,
  registeredAt: 1,
  version: 1,
  history: [],
  secret: { name: `陈示例${index}`, bornIn: '1990-05', guardian: null },
})

/** Ten letters and digits, another for each person. */
export const cardCodeOf = (accountId: string): string =>
  accountId
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
    .slice(-10)
    .padStart(10, '0')

export interface OnSite {
  person: Person
  accountId: string
}

const AT_ONCE = 50

export async function someVolunteers(cloud: Cloud, number: number): Promise<OnSite[]> {
  const openids = Array.from({ length: number }, () => `oSite${randomUUID().replaceAll('-', '')}`)
  const people = await cloud.people(openids)
  const all: OnSite[] = []
  for (let at = 0; at < people.length; at += AT_ONCE)
    all.push(
      ...(await Promise.all(
        people
          .slice(at, at + AT_ONCE)
          .map(async (person) => ({ person, accountId: await accountIdOf(person) })),
      )),
    )
  await inParts(all, (part, first) =>
    tell(cloud, {
      act: 'add',
      name: 'volunteers',
      rows: part.map(({ accountId }, index) => volunteerRow(accountId, first + index)),
    }),
  )
  return all
}

/** Everybody has a seat. */
export const signUpAll = (cloud: Cloud, activity: ActivityRow, people: readonly OnSite[]) =>
  inParts(people, (part) =>
    tell(cloud, {
      act: 'add',
      name: 'signUps',
      rows: part.map(({ accountId }) => signUpRow(activity, accountId)),
    }),
  )

const signUpRow = (
  { _id, organisationId, theme, startsAt, endsAt }: ActivityRow,
  accountId: string,
): SignUpRow => ({
  _id: `${_id}-${accountId}`,
  activityId: _id,
  accountId,
  organisationId,
  roleId: 'helper',
  roleName: '志愿者',
  theme,
  state: 'confirmed',
  line: null,
  confirmBy: null,
  isLate: false,
  startsAt,
  endsAt,
  follows: 1,
  remindAt: null,
  signedUpAt: 1,
  order: `1-${accountId}`,
  version: 1,
  history: [],
})

async function inParts<T>(all: readonly T[], act: (part: T[], first: number) => Promise<unknown>) {
  for (let at = 0; at < all.length; at += AT_ONCE) await act(all.slice(at, at + AT_ONCE), at)
}

export const addRows = (cloud: Cloud, name: string, rows: object[]) => tell(cloud, { act: 'add', name, rows })

/** Changes a row past every rule. */
export const changeRow = (cloud: Cloud, name: string, id: string, change: object) =>
  tell(cloud, { act: 'change', name, id, change })

export const listRows = async <Row>(cloud: Cloud, name: string, where: object): Promise<Row[]> =>
  (await tell(cloud, { act: 'list', name, where })) as Row[]
