import gcoord from 'gcoord'
import type { Browser } from 'playwright-core'
import type { Position } from '../../contract/cases/cases'
import { anActivity, aPlanOfOneDay, seeActivity } from '../support/activities'
import { goTo } from '../support/attendance'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue } from '../support/builders'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { aTeam, aVolunteer, VOLUNTEERS_LIVE_IN } from '../support/volunteers'
import { type Guest, visit } from './visit'

/** On site: by code, without a network, without a phone, and home again with the hours; two phones in a real browser. */

const STARTS_WITHIN = 180_000
const MINUTE = 60_000

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let activity: { activityId: string; startsAt: number; endsAt: number }
let chen: Person
let wang: Person
let leader: Guest
let chensPhone: Guest
let linsPhone: Guest
const guests: Guest[] = []

/** Citizen Wu leads the team; Chen and Lin come with their phones, Wang without one. */
beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  browser = opened
  const { administrator } = started
  ;({ cloud, stop } = started)
  const team = await aTeam(cloud, administrator, { name: '示例路口服务队' })
  const wu = await cloud.person('oDemoCitizenWu')
  expectValue(
    await administrator.administration('grantRole', {
      accountId: await accountIdOf(wu),
      name: '负责人 · 示例',
      role: 'organisationLeader',
      placeCode: VOLUNTEERS_LIVE_IN,
      organisationId: team.organisationId,
      endsAt: null,
    }),
  )
  const roles = [{ roleId: 'guide', name: '引导员', capacity: 5, skill: null, minAge: null }]
  activity = await anActivity(
    team.leader,
    team.organisationId,
    aPlanOfOneDay({ theme: '示例路口引导', roles }),
  )
  const { activityId } = activity
  chen = await aVolunteer(cloud, { person: await cloud.person('oDemoCitizenChen'), name: '陈示例' })
  const lin = await aVolunteer(cloud, { person: await cloud.person('oDemoCitizenLin'), name: '林示例' })
  wang = await aVolunteer(cloud, { name: '王示例' })
  for (const person of [chen, lin, wang])
    expectValue(await person.activities('signUp', { activityId, roleId: 'guide', despiteClash: false }))
  await goTo(cloud, activity.startsAt)
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function guest(identityId: string, page: string): Promise<Guest> {
  const arrived = await visit(browser, cloud.url)
  guests.push(arrived)
  await arrived.become(identityId)
  await arrived.page.goto(`${cloud.url}/#/features/${page}/index?activityId=${activity.activityId}`)
  return arrived
}

/** What a phone's satellites say at the declared place. */
async function stand({ page }: Guest, { longitude, latitude }: Position): Promise<void> {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: east, latitude: north, accuracy: 15 })
}

const digitsShown = async (): Promise<string> =>
  ((await leader.shown.locator('.checkInCode__digits').textContent()) ?? '').replace(/\D/g, '')

async function type({ shown, tap }: Guest, digits: string, button: '签到' | '签退'): Promise<void> {
  await shown.locator('.checkIn__digits input').fill(digits)
  await tap(button)
}

/** What the browser says of calls that found no network; everything else that goes wrong still counts. */
const ofNoNetwork = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/

const forgiveNoNetwork = ({ faults }: Guest): void =>
  void faults.splice(0, faults.length, ...faults.filter((fault) => !ofNoNetwork.test(fault)))

test('a code and the place are worth grade A at once', async () => {
  leader = await guest('citizenWu', 'organising/pages/code')
  await leader.see('签到码')
  await leader.picture('check-in-1-leader')
  chensPhone = await guest('citizenChen', 'volunteering/pages/checkIn')
  await stand(chensPhone, (await seeActivity(chen, activity.activityId)).position)
  await chensPhone.see('现场签到')
  await chensPhone.picture('check-in-2-volunteer')
  await type(chensPhone, await digitsShown(), '签到')
  await chensPhone.tap('同意')
  await chensPhone.see('A 级')
  await chensPhone.see('现场码和位置都对上。')
  await chensPhone.picture('check-in-3-done')
})

test('a code without a network is kept, sent once when there is one again, and waits for the leader', async () => {
  linsPhone = await guest('citizenLin', 'volunteering/pages/checkIn')
  await linsPhone.see('现场签到')
  await linsPhone.page.context().setOffline(true)
  const digits = await digitsShown()
  await linsPhone.shown.getByRole('radio', { name: /^不用位置/ }).click()
  await type(linsPhone, digits, '签到')
  await linsPhone.see('已保存在手机上')
  await linsPhone.picture('check-in-4-kept')
  await goTo(cloud, activity.startsAt + 10 * MINUTE)
  await linsPhone.page.context().setOffline(false)
  await linsPhone.see('C 级')
  await linsPhone.see('这个码是没有网络的时候留下的，要请负责人确认。')
  await linsPhone.picture('check-in-5-late')
  forgiveNoNetwork(linsPhone)
})

test('the leader confirms who is weak, and takes down by the card who has no phone', async () => {
  const { volunteer } = expectValue(await wang.volunteers('getMyVolunteer', {}))
  await leader.tap('名单和确认')
  await leader.see('等你确认 1')
  await leader.picture('check-in-6-roster')
  await leader.tap(/^林示例.*等你确认/)
  await leader.picture('check-in-7-person')
  await leader.tap('人在现场，确认')
  await leader.see('已确认 1 人签到。')
  await leader.tap('按志愿者卡')
  await leader.shown.locator('.sheet input').fill(volunteer?.cardCode ?? '')
  await leader.tap('确认签到')
  await leader.see('已签到 3')
  await leader.picture('check-in-8-card')
  await leader.tap('关闭')
  await leader.tap('返回')
})

test('a leader without a network still shows the code to go, and the hours are there', async () => {
  await goTo(cloud, activity.endsAt - 10 * MINUTE)
  await leader.page.reload()
  await leader.see('签退码')
  await leader.page.context().setOffline(true)
  await leader.see('现在没有网络，人数暂时不更新。签到码照常有效。')
  await leader.picture('check-in-9-leader-offline')
  await type(chensPhone, await digitsShown(), '签退')
  await chensPhone.see('服务时长已经计入：2 小时。')
  await chensPhone.picture('check-in-10-hours')
  await chensPhone.tap('看我的服务时长')
  await chensPhone.see('示例路口引导')
  forgiveNoNetwork(leader)
})
