import type { Browser } from 'playwright-core'
import { occurrencesOf, seeActivity } from '../support/activities'
import { openBrowser, screenshot } from '../support/browser'
import { accountIdOf, expectValue } from '../support/builders'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { type Guest, visit } from './visit'

/** A leader makes a weekly series on the phone, changes one day, then all that follow. */

const STARTS_WITHIN = 180_000
const STREET = '310106012'

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let leader: Person
let seriesId: string
let guest: Guest

beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  ;({ cloud, stop } = started)
  const { administrator } = started
  browser = opened
  leader = await cloud.person('oDemoLeaderTeam')
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: STREET,
      kind: 'team',
      name: '示例志愿服务队',
    }),
  )
  const { organisationId } = organisation
  const grant = { accountId: await accountIdOf(leader), name: '负责人', placeCode: STREET, endsAt: null }
  expectValue(
    await administrator.administration('grantRole', {
      ...grant,
      role: 'organisationLeader',
      organisationId,
    }),
  )
  guest = await visit(browser, cloud.url)
  await guest.become('leaderTeam')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guest.faults.splice(0)).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

const field = (name: string) => guest.shown.getByLabel(name).first()
/** Until the map has been moved, nobody has said where it is. */
async function dragMap(): Promise<void> {
  const map = guest.shown.getByRole('region', { name: '选择位置的地图' })
  await map.locator('.leaflet-map-pane').waitFor({ state: 'attached' })
  await map.focus()
  await guest.page.keyboard.press('ArrowRight')
}

const picture = (name: string) => screenshot(guest.page, name)

test('the leader finds the way from the own tab, and publishes a weekly series', async () => {
  await guest.openTab('我的')
  await guest.shown.getByRole('button', { name: /^组织活动/ }).click()
  await guest.see('两周里没有活动')
  await guest.tap('发布活动')
  await field('活动主题').fill('每周清洁街面')
  await field('活动内容').fill('示例：一起清扫街面，擦拭护栏。')
  await guest.tap('发布活动')
  await guest.see('还差 3 处')
  await guest.shown.getByRole('button', { name: /^活动类别/ }).click()
  await guest.shown.getByRole('radio', { name: '文明创建' }).click()
  await field('集合地点').fill('街心花园门口')
  await guest.tap('在地图上选')
  await dragMap()
  await guest.tap('就是这里')
  await guest.see('集合点的位置已选好')
  await guest.see('接下来的日子')
  await guest.settle()
  await picture('900-series-editor')
  await guest.tap('发布活动')
  await guest.see('点一次，可以只改或者取消这一次。')
  await guest.settle()
  await picture('901-occurrences')
  seriesId = new URL(guest.page.url().replace('#/', '')).searchParams.get('seriesId') ?? ''
  expect(await occurrencesOf(leader, seriesId)).toHaveLength(30)
})

test('one day is changed by itself', async () => {
  await guest.shown.locator('.listRow').first().click()
  await guest.see('其他各次不变。以后再改整个系列，这一次也不跟着变。')
  await field('变更说明').fill('下雨，改到室内')
  await field('集合地点').fill('居委会活动室')
  await picture('902-one-day')
  await guest.tap('保存这一次')
  await guest.see('单独改过')
})

test('then all days from one on, but for that one', async () => {
  await guest.tap('改以后各次')
  await field('活动主题').fill('周末清洁街面')
  await picture('903-following-days')
  await guest.tap('保存，通知已报名的人')
  await guest.see('周末清洁街面')
  const days = await occurrencesOf(leader, seriesId)
  const made = await Promise.all(
    days.flatMap(({ activityId }) => (activityId ? [seeActivity(leader, activityId)] : [])),
  )
  expect(made.map(({ theme, address }) => [theme, address])).toEqual([
    ['每周清洁街面', '居委会活动室'],
    ...made.slice(1).map(() => ['周末清洁街面', '街心花园门口']),
  ])
  expect(made.length).toBeGreaterThanOrEqual(4)
  await guest.tap('返回')
  await guest.see('全部活动安排')
  await guest.settle()
  await picture('904-organising')
})
