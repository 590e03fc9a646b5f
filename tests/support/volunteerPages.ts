import { anActivity, aPlanOfOneDay, aSeries, dayFrom } from './activities'
import { accountIdOf, expectValue, SHANGHAI } from './builders'
import type { Cloud, Person } from './cloud'
import type { PageWithRecords } from './everyPage'
import { aProof } from './hours'
import { aTeam, aVolunteer, VOLUNTEERS_LIVE_IN } from './volunteers'

/** The pages of volunteering, each with something on it to see. */

const THEME = '示例路口文明引导'
const TEAM = '示例路口服务队'

const CLAIMED = '示例：整理捐赠的图书'
const WEEKLY = '示例每周清洁街面'

interface World {
  cloud: Cloud
  administrator: Person
  citizen: Person
}

/** The citizen is a volunteer, leads a team, and has signed up for what is held in two days. */
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
  await lead(administrator, citizen, organisationId)
  await aClaim(cloud, organisationId)
  const { seriesId } = await aSeries(leader, organisationId, { theme: WEEKLY })
  const page = (name: string) => `features/volunteering/pages/${name}`
  const leaderPage = (name: string) => `features/organising/pages/${name}`
  return {
    [leaderPage('members')]: { query: `organisationId=${organisationId}`, shows: '还没有队员' },
    [leaderPage('home')]: { query: '', shows: WEEKLY },
    [leaderPage('series')]: { query: `seriesId=${seriesId}`, shows: '接下来的日子' },
    [leaderPage('occurrences')]: { query: `seriesId=${seriesId}`, shows: '再看后面的' },
    [leaderPage('activity')]: {
      query: `seriesId=${seriesId}&day=${dayFrom(Date.now(), 1)}`,
      shows: '变更说明',
    },
    [leaderPage('code')]: { query: `activityId=${activityId}`, shows: '怎么用' },
    [leaderPage('roster')]: { query: `activityId=${activityId}`, shows: '按志愿者卡' },
    [leaderPage('claims')]: { query: `organisationId=${organisationId}`, shows: CLAIMED },
    [page('hours')]: { query: '', shows: '两本账' },
    [page('claim')]: { query: '', shows: '服务了几小时' },
    [page('certificates')]: { query: '', shows: '哪段时间' },
    [page('verify')]: { query: '', shows: '证明上的 16 位字母和数字，大小写都可以' },
    'features/administration/pages/volunteerHours': {
      query: `placeCode=${SHANGHAI}`,
      shows: '没有要核对的时长',
    },
    [page('boards')]: { query: '', shows: '按队里活动签到得到的时长排名' },
    'pages/volunteering': { query: '', shows: THEME },
    [page('activities')]: { query: '', shows: THEME },
    [page('activity')]: { query: `activityId=${activityId}`, shows: '报名前请看' },
    [page('mySignUps')]: { query: '', shows: THEME },
    [page('checkIn')]: { query: `activityId=${activityId}`, shows: '现场签到' },
    [page('profile')]: { query: '', shows: '找服务队' },
    [page('card')]: { query: '', shows: '没有手机也能用' },
    [page('teams')]: { query: '', shows: TEAM },
    [page('team')]: { query: `organisationId=${organisationId}`, shows: THEME },
  }
}

/** Somebody else's, for the citizen who leads the team to answer. */
async function aClaim(cloud: Cloud, organisationId: string): Promise<void> {
  const member = await aVolunteer(cloud)
  const photos = [await aProof(cloud, member)]
  const claim = { organisationId, day: dayFrom(Date.now(), -2), minutes: 90, what: CLAIMED, photos }
  expectValue(await member.volunteerHours('claimHours', claim))
}

async function lead(administrator: Person, person: Person, organisationId: string): Promise<void> {
  const grant = {
    accountId: await accountIdOf(person),
    name: '服务队负责人 · 示例',
    role: 'organisationLeader',
    placeCode: VOLUNTEERS_LIVE_IN,
    organisationId,
    endsAt: null,
  } as const
  expectValue(await administrator.administration('grantRole', grant))
}
