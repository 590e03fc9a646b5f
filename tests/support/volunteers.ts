import type { InferInput } from 'valibot'
import type { volunteers } from '../../contract/volunteers'
import { aStaffMember, expectValue } from './builders'
import type { Cloud, Person } from './cloud'

/** Volunteers and service teams for tests. Everything goes in through the functions. */

/** A village of 静安区石门二路街道. */
export const VOLUNTEERS_LIVE_IN = '310106011002'

type Details = InferInput<(typeof volunteers)['register']['input']>

export const someDetails = (changes: Partial<Details> = {}): Details => ({
  name: '陈示例',
  bornIn: '1990-05',
  guardian: null,
  placeCode: VOLUNTEERS_LIVE_IN,
  gridCode: null,
  skills: ['guiding'],
  times: ['weekendMorning'],
  isListed: true,
  ...changes,
})

/** Somebody who has registered, unless it is said who. */
export async function aVolunteer(
  cloud: Cloud,
  { person, ...changes }: Partial<Details> & { person?: Person } = {},
): Promise<Person> {
  const volunteer = person ?? (await cloud.person())
  expectValue(await volunteer.volunteers('register', someDetails(changes)))
  return volunteer
}

export interface TeamForTests {
  organisationId: string
  leader: Person
}

type Describing = InferInput<(typeof volunteers)['describeTeam']['input']>
export interface TeamChanges extends Partial<Omit<Describing, 'organisationId' | 'basedOn'>> {
  placeCode?: string
  name?: string
}

let made = 0

/** An organisation that is an open service team, with somebody who leads it. */
export async function aTeam(
  cloud: Cloud,
  administrator: Person,
  { placeCode = VOLUNTEERS_LIVE_IN, name, ...changes }: TeamChanges = {},
): Promise<TeamForTests> {
  const organisation = { placeCode, kind: 'team' as const, name: name ?? `示例服务队${++made}号` }
  const { organisationId } = expectValue(
    await administrator.places('registerOrganisation', organisation),
  ).organisation
  const kind = { kind: 'civilisation' as const, joining: 'open' as const, gridCodes: [] }
  const describing = { organisationId, basedOn: 0, ...kind, ...changes }
  expectValue(await administrator.volunteers('describeTeam', describing))
  const leader = await aStaffMember(cloud, administrator, 'organisationLeader', placeCode, organisationId)
  return { organisationId, leader }
}

/** Makes a team of the organisation, which somebody then asks to join. */
export async function aRequestToJoin(
  cloud: Cloud,
  administrator: Person,
  organisationId: string,
): Promise<{ membershipId: string }> {
  const describing = { kind: 'law' as const, joining: 'request' as const, gridCodes: [] }
  expectValue(await administrator.volunteers('describeTeam', { organisationId, basedOn: 0, ...describing }))
  const person = await aVolunteer(cloud)
  expectValue(await person.volunteers('askToJoin', { organisationId, words: '我住得近' }))
  const asked = await administrator.volunteers('listMembers', { organisationId, state: 'asked' })
  return { membershipId: expectValue(asked).members[0]?.membershipId ?? '' }
}
