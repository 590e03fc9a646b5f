import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { type Guest, visit } from './visit'

/** Signing in at a desk, in two real browsers: the desk shows a code, the phone confirms it, and ends it again. */

const STARTS_WITHIN = 180_000
const PAGES = 'features/accounts/pages'
const CODE = /登录码 ((?:[0-9A-Z] ?){8})/

let demo: Demo
let browser: Browser
const guests: Guest[] = []

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

type Look = Parameters<typeof visit>[2]

const addressOf = (page: string) => `${demo.cloud.url}/#/${PAGES}/${page}`

async function guest(look: Look = {}, page?: string): Promise<Guest> {
  const arrived = await visit(browser, page ? addressOf(page) : demo.cloud.url, look)
  guests.push(arrived)
  return arrived
}

/** As a scanned address or a link opens it. */
async function openAt(person: Guest, page: string): Promise<void> {
  await person.page.goto(addressOf(page))
  await person.page.reload()
  await person.settle()
}

async function readCode(desk: Guest): Promise<string> {
  const shown = desk.shown.getByRole('img', { name: CODE })
  await shown.waitFor()
  const label = (await shown.getAttribute('aria-label')) ?? ''
  return CODE.exec(label)?.[1]?.replaceAll(' ', '') ?? ''
}

/** Every look at a desk is at a wide window of a laptop. */
const aDesk = (look: Look = {}) => guest({ desk: true, width: 1280, ...look }, 'signIn/index')

describe('an administrator at a desk', () => {
  let desk: Guest
  let phone: Guest

  test('sees a code, and how to use it', async () => {
    desk = await aDesk()
    expect(await readCode(desk)).toMatch(/^[0-9A-Z]{8}$/)
    await desk.see('怎样登录')
    await desk.look('70-sign-in')
  })

  test('is shown on the phone which computer asks', async () => {
    phone = await guest()
    await phone.become('administratorFirst')
    await openAt(phone, `desk/index?code=${await readCode(desk)}`)
    await phone.see('要在这台电脑上登录吗')
    await phone.see(/^Chrome · /)
    await phone.look('71-desk-confirm')
  })

  test('confirms, and the desk goes on to the workbench by itself', async () => {
    await phone.tap('确认登录')
    await phone.see('已确认登录')
    await phone.look('72-desk-confirmed')
    await desk.page.waitForURL(/features\/administration\/pages\/overview/)
    await desk.settle()
    await desk.look('73-desk-signed-in')
    expect(await desk.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('token')
  })

  test('stays signed in after a reload, and signing in again is not asked', async () => {
    await openAt(desk, 'signIn/index')
    await desk.see('这台电脑已经登录')
    await desk.look('74-sign-in-already')
    await openAt(desk, 'myData/index')
    await desk.see('请在手机上注销')
  })

  test('finds the computer on the phone and signs it out', async () => {
    await phone.tap('看登录过的设备')
    await phone.see(/^Chrome · /)
    await phone.look('75-devices')
    await phone.tap(/^让它退出：Chrome/)
    await phone.look('76-devices-confirm')
    await phone.shown.locator('.sheet').getByRole('button', { name: '让它退出' }).click()
    await phone.see(/^现在没有电脑用你的账号登录/)
    await phone.look('77-devices-none')
  })

  test('is told at the desk that the session has ended', async () => {
    await openAt(desk, 'devices/index')
    await desk.see('登录以后，这里会列出正在用你账号的电脑')
    // The browser itself notes the refused call; nothing else went wrong.
    const refused = desk.faults.splice(0)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter((fault) => !/401/.test(fault))).toEqual([])
  })
})

test('who did not ask refuses on the phone, and the desk says so', async () => {
  const desk = await aDesk()
  const phone = await guest({ care: true, width: 375 })
  await phone.become('citizenChen')
  await openAt(phone, 'desk/index')
  await phone.look('80-care-desk-code')
  await phone.shown.locator('input').fill('12')
  await phone.tap('下一步')
  await phone.see('登录码是 8 位字母和数字，请对照电脑屏幕输入。')
  await phone.look('81-care-desk-incomplete')
  const code = await readCode(desk)
  await phone.shown.locator('input').fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  await phone.tap('下一步')
  await phone.see('请先核对')
  await phone.look('82-care-desk-confirm')
  await phone.tap('不是我')
  await phone.see('没有登录')
  await phone.look('83-care-desk-refused')
  await desk.see('手机上选择了“不是我”，没有登录')
  await desk.look('84-sign-in-refused')
  await desk.tap('重新取码')
  expect(await readCode(desk)).not.toBe(code)
})

test('a code that is not used in time is replaced at a tap', async () => {
  const desk = await aDesk()
  const code = await readCode(desk)
  await demo.cloud.setClock(181_000)
  await desk.see('登录码已经过期')
  await desk.look('85-sign-in-expired')
  await demo.cloud.setClock(0)
  await desk.tap('重新取码')
  expect(await readCode(desk)).not.toBe(code)
})

test('the sign-in page holds in the phone frame, in care mode and in the dark', async () => {
  for (const [name, look] of [
    ['86-sign-in-phone', {}],
    ['87-care-sign-in', { care: true, width: 375 }],
    ['88-dark-sign-in', { dark: true }],
    ['89-care-sign-in-desk', { desk: true, width: 1280, care: true }],
  ] as const) {
    const visitor = await guest(look, 'signIn/index')
    await readCode(visitor)
    await visitor.look(name)
  }
})
