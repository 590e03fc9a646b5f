import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { expectValue } from '../support/builders'
import { type Demo, startDemo } from '../support/demo'
import { DOUBLE_TAP_TIME, type Guest, visit } from './visit'

/** My data, in a real browser: seeing it, taking it along as a file, deleting the account. */

const STARTS_WITHIN = 180_000
const PAGES = 'features/accounts/pages'

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

async function guest(look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url, look)
  guests.push(arrived)
  return arrived
}

async function openAt(person: Guest, page: string): Promise<void> {
  await person.page.goto(`${demo.cloud.url}/#/${PAGES}/${page}`)
  await person.page.reload()
  await person.settle()
}

/** By its place on the page: in a browser both Taro's element and the input in it have the name. */
const field = (person: Guest, place: number) => person.shown.locator('input').nth(place)

/** The names under which the browser itself keeps something. */
const keptKeys = (person: Guest): Promise<string[]> => person.page.evaluate(() => Object.keys(localStorage))

/** The file that the browser saves, as JSON out of the page that it is. */
async function exportFile(person: Guest) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.tap('导出我的数据')])
  const page = readFileSync(await download.path(), 'utf8')
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  return { name: download.suggestedFilename(), page, kept: JSON.parse(json) as { parts: object[] } }
}

describe('a member of staff', () => {
  let staff: Guest

  test('leaves a contact, is told at the field what is wrong, and keeps what was typed', async () => {
    staff = await guest()
    await staff.become('reviewerJingan')
    await openAt(staff, 'contact/index')
    await staff.look('90-contact')
    await field(staff, 0).fill('示例审核员')
    await field(staff, 1).fill('电话')
    await staff.tap('保存联系方式')
    await staff.see('电话只写数字和短横线，如 021-12345678')
    await staff.look('91-contact-wrong')
    expect(await field(staff, 0).inputValue()).toBe('示例审核员')
    await field(staff, 1).fill('021-12345678')
    await staff.tap('保存联系方式')
    await staff.see('已保存')
    await staff.look('92-contact-saved')
  })

  test('cannot delete the account while holding a role, and is told what to do', async () => {
    const administrator = await demo.cloud.person('oDemoAdministratorFirst')
    const reviewer = await demo.cloud.person('oDemoReviewerJingan')
    const { accountId } = expectValue(await reviewer.accounts('getMe', {}))
    expectValue(
      await administrator.administration('grantRole', {
        accountId,
        role: 'reviewer',
        placeCode: '310106',
        name: '示例审核员',
        endsAt: null,
      }),
    )
    await openAt(staff, 'myData/index')
    await staff.tap('注销账号')
    await staff.shown.locator('.sheet input').fill('注销账号')
    await staff.shown.locator('.sheet').getByRole('button', { name: '注销账号' }).click()
    await staff.see('你还有工作身份。请先请管理员结束你的工作身份，再注销账号。')
    await staff.look('93-delete-still-staff')
  })

  test('removes the contact again', async () => {
    await openAt(staff, 'contact/index')
    await staff.tap('删除联系方式')
    await staff.see('已删除')
    await staff.look('94-contact-removed')
  })
})

describe('a citizen who has voted', () => {
  let citizen: Guest
  let receipt: string

  beforeAll(async () => {
    const person = await demo.cloud.person('oDemoCitizenChen')
    const { campaignId } = demo
    const cast = expectValue(
      await person.voting('castBallot', { campaignId, choices: [await firstCandidate()] }),
    )
    receipt = cast.trackingCode
    expectValue(await person.accounts('saveContact', { contact: { name: '示例<甲>', phone: '021-1234567' } }))
  })

  async function firstCandidate(): Promise<string> {
    const { campaignId } = demo
    const { candidates } = expectValue(await demo.cloud.nobody.voting('listCandidates', { campaignId }))
    return candidates[0]?.candidateId ?? ''
  }

  test('sees what is kept, and where', async () => {
    citizen = await guest()
    await citizen.become('citizenChen')
    await openAt(citizen, 'myData/index')
    await citizen.see('账号和电脑')
    await citizen.look('95-my-data')
    await citizen.tap('投票凭证，1 条，展开')
    await citizen.see(receipt)
    await citizen.look('96-my-data-open')
  })

  test('takes everything along in one file that people and programs can read', async () => {
    const { name, page, kept } = await exportFile(citizen)
    await citizen.see('已导出')
    await citizen.look('97-my-data-exported')
    expect(name).toMatch(/^我的数据-\d{4}-\d{2}-\d{2}\.html$/)
    expect(page).toContain(`<td>${receipt}</td>`)
    expect(page).toContain('<td>示例&lt;甲&gt;</td>')
    expect(page).not.toContain('示例<甲>')
    expect(kept.parts.map((part) => (part as { keeper: string }).keeper)).toEqual([
      'accounts',
      'activities',
      'administration',
      'attendance',
      'judging',
      'messages',
      'moderation',
      'nominations',
      'reporting',
      'volunteerHours',
      'volunteerStatistics',
      'volunteers',
      'voting',
    ])
    expect(JSON.stringify(kept)).toContain('示例<甲>')
    // Whom they voted for is nobody's to give.
    expect(page).not.toContain(demo.candidates[0]?.name)
  })

  test('is told which part could not be read, and reads it again', async () => {
    const calls = (url: URL) => url.pathname === '/call/messages'
    await citizen.page.route(calls, (route) => route.abort())
    await openAt(citizen, 'myData/index')
    await citizen.see('“消息”没有读到')
    await citizen.look('98-my-data-part-missing')
    expect(
      await citizen.shown.getByRole('button', { name: '导出我的数据' }).getAttribute('aria-disabled'),
    ).toBe('true')
    citizen.faults.splice(0)
    await citizen.page.unroute(calls)
    await citizen.tap('再读一次：消息')
    await citizen.see('收到的消息')
  })

  test('deletes the account: the contact goes, the vote stays and counts', async () => {
    await citizen.page.evaluate(() => localStorage.setItem('ballot.citizenChen.old', '{"data":1}'))
    await citizen.tap('注销账号')
    await citizen.shown.locator('.sheet input').fill('注销')
    await citizen.shown.locator('.sheet').getByRole('button', { name: '注销账号' }).click()
    const wrong = citizen.shown.locator('.sheet .field__error')
    await wrong.getByText('请输入“注销账号”四个字').waitFor()
    await citizen.look('99-delete')
    await citizen.page.waitForTimeout(DOUBLE_TAP_TIME)
    await citizen.shown.locator('.sheet input').fill('注销账号')
    // What was typed has arrived when the fault is gone; a press before it would send what stood there first.
    await wrong.waitFor({ state: 'detached' })
    await citizen.shown.locator('.sheet').getByRole('button', { name: '注销账号' }).click()
    await citizen.see('账号已经注销')
    await citizen.look('99-deleted')
    const kept = await keptKeys(citizen)
    expect(kept.filter((key) => key === 'session' || key.includes('citizenChen'))).toEqual([])
    const again = await demo.cloud.person('oDemoCitizenChen')
    expect(expectValue(await again.accounts('getContact', {}))).toEqual({ contact: null })
    const checked = await demo.cloud.nobody.voting('checkReceipt', { trackingCode: receipt })
    expect(expectValue(checked)).toMatchObject({ trackingCode: receipt })
    const { campaignId } = demo
    const second = await again.voting('castBallot', { campaignId, choices: [await firstCandidate()] })
    expect(second).toMatchObject({ ok: false, error: { code: 'already_voted' } })
  })
})

test('every page of one’s own holds in the dark and for nobody', async () => {
  const night = await guest({ dark: true })
  await night.become('reviewerPudong')
  const stranger = await guest()
  await stranger.page.getByRole('button', { name: '先随便看看' }).click()
  for (const page of ['myData', 'contact', 'devices', 'desk', 'privacy', 'phone']) {
    for (const [prefix, person] of [
      ['a1-dark', night],
      ['a2-nobody', stranger],
    ] as const) {
      await openAt(person, `${page}/index`)
      const panel = person.page.getByRole('button', { name: '先随便看看' })
      if (await panel.isVisible()) await panel.click()
      await person.look(`${prefix}-${page}`)
    }
  }
})
