import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openBrowser, screenshot } from '../support/browser'
import { accountIdOf } from '../support/builders'
import type { Cloud } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { anOrganisation, credited, functionsWithHours } from '../support/hours'
import { aVolunteer } from '../support/volunteers'
import { type Guest, visit } from './visit'

/** A volunteer's hours become a certificate, in a real browser, and somebody who was given it verifies it. */

const STARTS_WITHIN = 180_000
const DAY = 86_400_000
const TEAM = '示例街道志愿服务队'

let cloud: Cloud
let stop: () => Promise<void>
let functions: string
let browser: Browser
let volunteer: Guest
let checkCode: string
const guests: Guest[] = []

beforeAll(async () => {
  functions = await functionsWithHours()
  const [started, opened] = await Promise.all([startWithPeople(functions), openBrowser()])
  browser = opened
  ;({ cloud, stop } = started)
  const person = await cloud.person('oDemoCitizenChen')
  await aVolunteer(cloud, { person, name: '陈小明' })
  const served = { ...person, accountId: await accountIdOf(person) }
  const organisationId = await anOrganisation(started.administrator, TEAM)
  for (const [days, theme] of [
    [21, '示例：路口文明引导'],
    [14, '示例：清洁家园'],
    [7, '示例：清洁家园'],
  ] as const) {
    const service = { organisationId, organisationName: TEAM, theme, minutes: 120 }
    await credited(cloud, served, { ...service, servedAt: Date.now() - days * DAY })
  }
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
  if (functions) rmSync(functions, { recursive: true })
})

async function guest(url: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, url, look)
  guests.push(arrived)
  return arrived
}

test('the hours stand on the page with what is missing for the first star', async () => {
  volunteer = await guest(cloud.url)
  await volunteer.become('citizenChen')
  await volunteer.openTab('志愿')
  await volunteer.tap(/^我的时长/)
  await volunteer.see('还差 94 小时，到一星级')
  await volunteer.see('连续 3 周参加，最长 3 周')
  await volunteer.see('示例：路口文明引导')
  await screenshot(volunteer.page, 'certificate-1-hours')
})

test('a certificate is issued at once, drawn as a picture, and can be kept and printed', async () => {
  await volunteer.tap(/^服务证明/)
  await volunteer.shown.getByRole('radio', { name: '最近五年' }).click()
  await volunteer.tap('开具证明')
  const picture = volunteer.shown.getByRole('button', {
    name: /^放大志愿服务记录证明：陈小明，.*共 6 小时，校验码/,
  })
  const label = (await picture.getAttribute('aria-label')) ?? ''
  checkCode = /校验码 ([0-9A-Z-]{19})$/.exec(label)?.[1] ?? ''
  expect(checkCode).not.toBe('')
  await screenshot(volunteer.page, 'certificate-2-picture')
  const [kept] = await Promise.all([volunteer.page.waitForEvent('download'), volunteer.tap('保存图片')])
  expect(kept.suggestedFilename()).toBe(`志愿服务记录证明 ${checkCode.replaceAll('-', '')}.png`)
  const [printed] = await Promise.all([
    volunteer.page.waitForEvent('download'),
    volunteer.tap('下载 Word 文档，打印盖章'),
  ])
  expect(printed.suggestedFilename()).toMatch(/^志愿服务记录证明 .*\.docx$/)
})

test('a stranger with the address sees that it is valid, and a mistyped code is not found', async () => {
  const address = `${cloud.url}/#/features/volunteering/pages/verify/index?checkCode=${checkCode}`
  const stranger = await guest(address, { care: true })
  await stranger.page.getByRole('button', { name: '先随便看看' }).click()
  await stranger.see('这份证明有效')
  await stranger.see('陈小明')
  await stranger.look('certificate-3-verified-by-a-stranger')
  const field = stranger.shown.getByRole('textbox', { name: '校验码' })
  await field.fill(checkCode.replace(/.$/, checkCode.endsWith('7') ? '8' : '7'))
  await stranger.tap('核验')
  await stranger.see('没有找到这份证明。请对照证明上的校验码再输入。')
})

test('taken back, it says no more than that', async () => {
  await volunteer.tap('撤回这份证明')
  await volunteer.tap('撤回')
  const stranger = guests.at(-1) as Guest
  await stranger.shown.getByRole('textbox', { name: '校验码' }).fill(checkCode)
  await stranger.tap('核验')
  await stranger.see('这份证明已经撤回')
})
