import type { Browser } from 'playwright-core'
import { anActivity, aPlanOfOneDay, dayFrom } from '../support/activities'
import { openBrowser } from '../support/browser'
import { expectValue } from '../support/builders'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { aTeam, aVolunteer, type TeamForTests } from '../support/volunteers'
import { type Guest, visit } from './visit'

/** Volunteers sign up past the capacity in a real browser: one leaves, and the next is promoted and confirms. */

const STARTS_WITHIN = 180_000
const THEME = '示例路口文明引导'

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let team: TeamForTests
let activityId: string
let lin: Person
const guests: Guest[] = []

/** In three days: whoever comes next is asked, not put down at once. */
const day = dayFrom(Date.now(), 3)

beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  browser = opened
  const { administrator } = started
  ;({ cloud, stop } = started)
  team = await aTeam(cloud, administrator, { name: '示例路口服务队' })
  const roles = [{ roleId: 'guide', name: '引导员', capacity: 2, skill: null, minAge: null }]
  ;({ activityId } = await anActivity(team.leader, team.organisationId, {
    ...aPlanOfOneDay({ theme: THEME, roles }, day),
  }))
  const first = await aVolunteer(cloud)
  expectValue(await first.activities('signUp', { activityId, roleId: 'guide', despiteClash: false }))
  await aVolunteer(cloud, { person: await cloud.person('oDemoCitizenChen'), name: '陈示例' })
  lin = await aVolunteer(cloud, { person: await cloud.person('oDemoCitizenLin'), name: '林示例' })
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function guest(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  await arrived.openTab('志愿')
  return arrived
}

/** From the tab to the activity. */
async function openActivity(person: Guest): Promise<void> {
  await person.tap(new RegExp(`至 11:00 ${THEME} `))
  await person.see('岗位')
}

let chen: Guest
let linsPhone: Guest

test('who is no volunteer yet is told so, and is led to registering', async () => {
  const stranger = await guest('citizenWu')
  await stranger.see('成为志愿者')
  await openActivity(stranger)
  await stranger.tap('报名')
  await stranger.see('先注册成为志愿者')
  await stranger.look('sign-up-1-register-first')
})

test('a volunteer takes the last seat, and the next one a place on the list', async () => {
  chen = await guest('citizenChen')
  await openActivity(chen)
  await chen.see('还有 1 个名额')
  await chen.tap('报名')
  await chen.see('已报名')
  linsPhone = await guest('citizenLin')
  await openActivity(linsPhone)
  await linsPhone.see('已满，可以候补')
  await linsPhone.tap('报名候补')
  await linsPhone.see('候补中')
  await linsPhone.see(/^你在候补名单第 1 位/)
})

test('who leaves is told what follows, and the next one is asked and confirms', async () => {
  await chen.tap('退出报名')
  await chen.see('退出以后，名额会给候补的人。')
  await chen.look('sign-up-2-leaving')
  await chen.shown.getByRole('button', { name: '退出报名', exact: true }).last().click()
  await chen.see('已退出')
  await linsPhone.tap('返回')
  await linsPhone.see('等你确认')
  await linsPhone.see(/^名额留到.+，还剩 \d+ 小时$/)
  await linsPhone.tap('确认参加')
  await linsPhone.see('已报名')
  const { own } = expectValue(await lin.activities('getActivity', { activityId }))
  expect(own?.state).toBe('confirmed')
  await linsPhone.openTab('首页')
  await linsPhone.see(THEME)
  await linsPhone.openTab('志愿')
})

test('who has promised to be elsewhere at that time is asked first, and may go on', async () => {
  const theme = '示例河道巡护'
  await anActivity(team.leader, team.organisationId, aPlanOfOneDay({ theme }, day))
  await linsPhone.page.reload()
  await linsPhone.tap(new RegExp(`至 11:00 ${theme} `))
  await linsPhone.tap('报名')
  await linsPhone.see('时间有冲突')
  await linsPhone.look('sign-up-3-clash')
  await linsPhone.tap('两场都能到，仍然报名')
  await linsPhone.see('已报名')
  await linsPhone.tap('返回')
  await linsPhone.tap('我的报名')
  await linsPhone.see(theme)
  await linsPhone.see(THEME)
})
