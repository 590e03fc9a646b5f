import type { Browser } from 'playwright-core'
import { people } from '../../localcloud/seed/content/people'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue, JINGAN, PUDONG } from '../support/builders'
import type { Person } from '../support/cloud'
import { type Demo, startDemo } from '../support/demo'
import { type Guest, visit } from './visit'

/** Messages, in a real browser: they arrive, are told of, read, and sent to WeChat as far as one agrees to it. */

const STARTS_WITHIN = 180_000

let demo: Demo
let browser: Browser
let administrator: Person
const guests: Guest[] = []

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
  administrator = await person('administratorFirst')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

async function guest(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

const person = (id: string): Promise<Person> =>
  demo.cloud.person(people.find((one) => one.id === id)?.openid ?? '')

/** Who is given a role is told of it. */
async function appoint(id: string, placeCode: string): Promise<void> {
  const accountId = await accountIdOf(await person(id))
  const grant = { accountId, name: '示例甲', role: 'reviewer' as const, placeCode, endsAt: null }
  expectValue(await administrator.administration('grantRole', grant))
}

const badgeOf = ({ page }: Guest) => page.locator('.taro-tabbar-badge')
const unreadIn = ({ shown }: Guest) => shown.locator('.messageRow--unread')

describe('a message that arrives', () => {
  let citizen: Guest

  test('is told of at home, on the tab and in its row', async () => {
    citizen = await guest('citizenChen')
    await citizen.openTab('我的')
    await citizen.see('没有新消息')
    expect(await badgeOf(citizen).count()).toBe(0)
    await appoint('citizenChen', JINGAN)
    await citizen.openTab('首页')
    await citizen.see('你有 1 条没看过的消息')
    await citizen.look('70-home-unread')
    await citizen.openTab('我的')
    await citizen.see('1 条未读')
    expect(await badgeOf(citizen).innerText()).toBe('1')
    await citizen.look('71-mine-unread')
  })

  test('opens its page when it is tapped, and is read then', async () => {
    await citizen.tap(/^消息/)
    await unreadIn(citizen).waitFor()
    await citizen.look('72-inbox')
    await unreadIn(citizen).click()
    await citizen.shown
      .locator('.page__title')
      .getByText('消息', { exact: true })
      .waitFor({ state: 'detached' })
    await citizen.tap('返回')
    await citizen.shown.locator('.messageRow').waitFor()
    expect(await unreadIn(citizen).count()).toBe(0)
    await citizen.tap('返回')
    await citizen.see('没有新消息')
    await badgeOf(citizen).waitFor({ state: 'detached' })
  })

  test('can be marked as read together with all others', async () => {
    await citizen.tap(/^消息/)
    await citizen.settle()
    await appoint('citizenChen', PUDONG)
    await citizen.tap('返回')
    await citizen.see('1 条未读')
    await citizen.tap(/^消息/)
    await citizen.tap('全部标为已读')
    await unreadIn(citizen).waitFor({ state: 'detached' })
    expect(await citizen.shown.locator('.messageRow').count()).toBe(2)
    await citizen.look('73-inbox-read')
    await citizen.tap('返回')
    await badgeOf(citizen).waitFor({ state: 'detached' })
  })

  test('is nobody else’s', async () => {
    const other = await guest('citizenLin')
    await other.openTab('我的')
    await other.see('没有新消息')
    await other.tap(/^消息/)
    await other.see(/^还没有消息/)
    await other.look('74-inbox-empty')
  })
})

describe('what WeChat may send', () => {
  let citizen: Guest

  test('is agreed to at the tap that asks for it', async () => {
    citizen = await guest('citizenChen')
    await citizen.openTab('我的')
    await citizen.tap(/^消息设置/)
    await citizen.see('22:00 到第二天 07:00')
    await citizen.look('75-message-settings')
    await citizen.tap('接收微信通知：结果公布')
    await citizen.see('已同意')
    const settings = expectValue(await (await person('citizenChen')).messages('getSettings', {}))
    expect(settings.templates.filter(({ isAgreed }) => isAgreed).map(({ kind }) => kind)).toEqual([
      'resultsPublished',
    ])
  })

  test('waits through the hours that one chooses', async () => {
    await citizen.shown.getByLabel('免打扰开始时间').fill('21:30')
    await citizen.tap('保存免打扰时间')
    await citizen.see('21:30 到第二天 07:00')
    await citizen.look('76-message-settings-saved')
    const kept = async () =>
      expectValue(await (await person('citizenChen')).messages('getSettings', {})).quietHours
    expect(await kept()).toEqual({ from: 21 * 60 + 30, until: 7 * 60 })
    await citizen.tap('关闭免打扰')
    await citizen.see('任何时间都可以发')
    expect(await kept()).toBeNull()
  })
})

test('the pages of messages hold in care mode on a small phone, and in the dark', async () => {
  await appoint('citizenWu', JINGAN)
  const elder = await guest('citizenWu', { care: true, width: 375 })
  await elder.see('你有 1 条没看过的消息')
  await elder.look('77-care-home-unread')
  await elder.openTab('我的')
  await elder.see('1 条未读')
  await elder.look('78-care-mine-unread')
  await elder.tap(/^我的账号编号/)
  await elder.see('复制账号编号')
  await elder.look('78-care-account-number')
  await elder.shown.getByRole('button', { name: '关闭', exact: true }).click()
  await elder.tap(/^消息 /)
  await unreadIn(elder).waitFor()
  await elder.look('79-care-inbox')
  await elder.tap('设置接收哪些通知')
  await elder.see('微信通知')
  await elder.look('79-care-message-settings')
  const other = await guest('citizenWu', { dark: true, width: 375 })
  await other.openTab('我的')
  await other.see('1 条未读')
  await other.look('79-dark-mine-unread')
  await other.tap(/^消息 /)
  await unreadIn(other).waitFor()
  await other.look('79-dark-inbox')
})
