import type { CloudClient, Visitor } from './cloudClient'
import { organisations } from './content/organisations'
import { type ExamplePerson, people } from './content/people'

/** Staff and organisations of the demo, appointed as they would be in a city. */

const CITY = '310000'

type ExampleStaff = ExamplePerson & { role: NonNullable<ExamplePerson['role']> }

const staff = people.filter((person): person is ExampleStaff => person.role !== null)

const isFirst = ({ role: { role, placeCode } }: ExampleStaff) =>
  role === 'administrator' && placeCode === CITY

/** The first city administrator claims the role with the deployment's secret. */
export async function claim(cloud: CloudClient, secret: string): Promise<Visitor> {
  const [administrator] = (await cloud.visitors([staff.find(isFirst)?.openid ?? ''])) as [Visitor]
  await administrator.call('administration', 'claimAdministration', { cityCode: CITY, secret })
  return administrator
}

/** For what needs two people. */
export async function secondAdministrator(cloud: CloudClient): Promise<Visitor> {
  const [first, second] = staff.filter(isFirst)
  if (!first || !second) throw new Error('the demo needs two city administrators')
  return ((await cloud.visitors([second.openid])) as [Visitor])[0]
}

/** The first administrator registers the organisations and appoints everyone else. */
export async function appointStaff(cloud: CloudClient, administrator: Visitor): Promise<void> {
  const organisationIds = await registerOrganisations(administrator)
  const first = staff.find(isFirst)
  for (const { openid, name, role } of staff) {
    if (openid === first?.openid) continue
    const [visitor] = (await cloud.visitors([openid])) as [Visitor]
    const { accountId } = await visitor.call<{ accountId: string }>('accounts', 'getMe', {})
    const organisationId = role.organisation ? organisationIds.get(role.organisation) : null
    const grant = {
      accountId,
      name,
      role: role.role,
      placeCode: role.placeCode,
      organisationId,
      endsAt: null,
    }
    await administrator.call('administration', 'grantRole', grant)
  }
}

async function registerOrganisations(administrator: Visitor): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const organisation of organisations) {
    const { organisation: registered } = await administrator.call<{
      organisation: { organisationId: string }
    }>('places', 'registerOrganisation', organisation)
    ids.set(organisation.name, registered.organisationId)
  }
  return ids
}
