import { anActivity, aPlanOfOneDay, dayFrom } from './activities'
import { expectValue } from './builders'
import type { Cloud, Person } from './cloud'
import type { PageWithRecords } from './everyPage'
import { aTeam, aVolunteer } from './volunteers'

/** The pages of volunteering, each with something on it to see. */

const THEME = '示例路口文明引导'
const TEAM = '示例路口服务队'

interface World {
  cloud: Cloud
  administrator: Person
  citizen: Person
}

/** The citizen is a volunteer and has signed up for what is held in two days. */
export async function volunteerPages({
  cloud,
  administrator,
  citizen,
}: World): Promise<Record<string, PageWithRecords>> {
  await aVolunteer(cloud, { person: citizen })
  const { leader, organisationId } = await aTeam(cloud, administrator, { name: TEAM })
  const plan = aPlanOfOneDay({ theme: THEME }, dayFrom(Date.now(), 2))
  const { activityId } = await anActivity(leader, organisationId, plan)
  expectValue(await citizen.activities('signUp', { activityId, roleId: 'guide', despiteClash: false }))
  const page = (name: string) => `features/volunteering/pages/${name}`
  return {
    'pages/volunteering': { query: '', shows: THEME },
    [page('activities')]: { query: '', shows: THEME },
    [page('activity')]: { query: `activityId=${activityId}`, shows: '报名前请看' },
    [page('mySignUps')]: { query: '', shows: THEME },
    [page('profile')]: { query: '', shows: '找服务队' },
    [page('card')]: { query: '', shows: '没有手机也能用' },
    [page('teams')]: { query: '', shows: TEAM },
    [page('team')]: { query: `organisationId=${organisationId}`, shows: THEME },
  }
}
