import { spawnSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { expectValue, theSecondAdministrator } from '../support/builders'
import { type Demo, startDemo } from '../support/demo'
import { type Guest, visit } from './visit'

/** A campaign's whole way, in a real browser: from the first look at it to the published list. */

const STARTS_WITHIN = 180_000
/** From closing a vote to counting: the notice that closing gives, and the time for the last ballots to be written. */
const SETTLED = 60_000
/** Who votes on the way: the citizen, the one with two phones, the elder. */
const VOTERS = 3

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

const nameOf = (number: number): string => demo.candidates[number - 1]?.name ?? ''
/** The place of a candidate in the list where it is chosen. */
const choiceOf = (citizen: Guest, number: number) =>
  citizen.shown.getByRole('checkbox', { name: nameOf(number) })
const choose = (citizen: Guest, number: number) => choiceOf(citizen, number).click()

/** Where the file lies that a button brings. */
async function download(citizen: Guest, words: RegExp): Promise<string> {
  const [brought] = await Promise.all([citizen.page.waitForEvent('download'), citizen.tap(words)])
  return brought.path()
}

/** Whether a button is seen without scrolling, above the page's own button at the thumb. */
async function isInSight(citizen: Guest, words: string): Promise<boolean> {
  const found = await citizen.shown.getByRole('button', { name: words }).boundingBox()
  const footer = await citizen.shown.locator('.page__footer').boundingBox()
  return found !== null && footer !== null && found.y > 0 && found.y + found.height <= footer.y
}

async function openCampaign(citizen: Guest): Promise<void> {
  await citizen.openTab('投票')
  await citizen.tap(new RegExp(`^${demo.campaignName.replace(/[（）]/g, '.')}`))
  await citizen.see('候选组织')
  await citizen.settle()
}

describe('a citizen', () => {
  let citizen: Guest

  test('chooses who they are and sees what is open', async () => {
    citizen = await guest()
    await citizen.page.locator('[data-identity="citizenChen"]').waitFor()
    await citizen.look('01-choose-identity')
    await citizen.become('citizenChen')
    await citizen.see('去投票')
    await citizen.picture('02-home')
    await citizen.openTab('投票')
    await citizen.see('正在投票')
    await citizen.picture('03-vote')
  })

  test('opens the campaign, searches and filters the candidates', async () => {
    await openCampaign(citizen)
    await citizen.picture('04-campaign')
    await citizen.shown.getByRole('checkbox', { name: '规则和安排' }).click()
    await citizen.see('怎么投票')
    await citizen.look('04-campaign-rules')
    await citizen.shown.getByRole('checkbox', { name: '候选组织' }).click()
    const search = citizen.shown.locator('input[placeholder="搜索组织名称"]')
    const rows = citizen.shown.getByRole('checkbox', { name: /（示例）/ })
    await choiceOf(citizen, 1).waitFor()
    await search.fill(nameOf(2).slice(0, 4))
    await choiceOf(citizen, 1).waitFor({ state: 'detached' })
    await choiceOf(citizen, 2).waitFor()
    await citizen.picture('05-campaign-search')
    await search.fill('没有这样的组织')
    await citizen.see('没有符合条件的组织')
    expect(await isInSight(citizen, '看全部组织')).toBe(true)
    await citizen.look('06-campaign-nothing-found')
    await citizen.tap('看全部组织')
    await choiceOf(citizen, 1).waitFor()
    await citizen.shown.getByRole('checkbox', { name: '静安区' }).click()
    const inJingan = demo.candidates.filter(({ districtCode }) => districtCode === '310106')
    await choiceOf(citizen, 1).waitFor({ state: 'detached' })
    await citizen.see(new RegExp(inJingan[0]?.name ?? ''))
    expect(await rows.count()).toBe(inJingan.length)
    await citizen.picture('07-campaign-district')
    await citizen.shown.getByRole('checkbox', { name: '全市' }).click()
    await choiceOf(citizen, 1).waitFor()
  })

  test('reads about a candidate and picks it there and in the list', async () => {
    await citizen.tap(/^1号 /)
    await citizen.see('工作实绩')
    await citizen.picture('08-candidate')
    await citizen.tap(/^选这个组织/)
    await citizen.see('已选，点这里取消')
    await citizen.tap('返回')
    await choose(citizen, 2)
    await choose(citizen, 3)
    await citizen.see('核对选票（已选 3 个）')
    await citizen.look('09-campaign-chosen')
  })

  test('reviews the ballot, casts it and gets a receipt', async () => {
    await citizen.tap('核对选票（已选 3 个）')
    await citizen.see('已选 3 个，可选 1 至 10 个')
    await citizen.look('10-ballot')
    await citizen.tap('提交选票')
    await citizen.see('投给这 3 个组织')
    await citizen.look('11-ballot-confirm')
    await citizen.tap('确认提交选票')
    await citizen.see('投票成功')
    await citizen.look('12-receipt')
    await citizen.tap('结果公布时通知我')
    await citizen.see('结果公布时会通知你')
  })

  test('tries again and is told kindly, with the receipt at hand', async () => {
    await citizen.tap('回到首页')
    await citizen.see('你已投票，查看凭证')
    await citizen.picture('13-home-voted')
    await openCampaign(citizen)
    await citizen.see('你已经投过票')
    await citizen.look('14-campaign-voted')
    await citizen.tap('查看我的凭证')
    await citizen.see('凭证号')
    await citizen.tap('回到首页')
    await citizen.openTab('我的')
    await citizen.see('投票凭证')
    await citizen.see('我的账号编号')
    await citizen.picture('15-mine')
  })

  test('with a ballot filled in on a second phone is told that the first one counts', async () => {
    const [first, second] = [await guest(), await guest()]
    for (const phone of [first, second]) {
      await phone.become('citizenZhou')
      await openCampaign(phone)
      await choose(phone, phone === first ? 4 : 5)
      await phone.tap('核对选票（已选 1 个）')
      await phone.tap('提交选票')
    }
    await first.tap('确认提交选票')
    await first.see('投票成功')
    await second.tap('确认提交选票')
    await second.see('你已经投过票')
    await second.look('16-receipt-again')
  })
})

test('an elder votes in care mode on a small phone', async () => {
  const elder = await guest({ care: true, width: 375 })
  await elder.become('citizenWu')
  await elder.see('去投票')
  await elder.picture('20-care-home')
  await openCampaign(elder)
  await elder.picture('21-care-campaign')
  await choose(elder, 1)
  await elder.look('22-care-campaign-chosen')
  await elder.tap('核对选票（已选 1 个）')
  await elder.look('23-care-ballot')
  await elder.tap('提交选票')
  await elder.look('24-care-ballot-confirm')
  await elder.tap('确认提交选票')
  await elder.see('投票成功')
  await elder.look('25-care-receipt')
  await elder.tap('回到首页')
  await elder.openTab('我的')
  await elder.picture('26-care-mine')
})

test('the pages hold on a 375-pixel phone and in the dark', async () => {
  const citizen = await guest({ dark: true, width: 375 })
  await citizen.become('citizenLin')
  await citizen.see('去投票')
  await citizen.look('30-dark-home')
  await openCampaign(citizen)
  await citizen.look('31-dark-campaign')
  await citizen.tap(/^1号 /)
  await citizen.see('工作实绩')
  await citizen.look('32-dark-candidate')
})

describe('a city administrator', () => {
  let administrator: Guest

  test('closes voting with a reason', async () => {
    administrator = await guest()
    await administrator.become('administratorFirst')
    await administrator.openTab('我的')
    await administrator.tap(/^工作台/)
    await administrator.tap(/^投票活动/)
    await administrator.see('计票和候选名单')
    await administrator.picture('40-administration')
    await administrator.tap(/^计票和候选名单/)
    await administrator.see('票数还不公开')
    await administrator.picture('41-count-open')
    await administrator.tap('提前结束投票')
    await administrator.shown.locator('.sheet input').fill('示例：提前结束')
    await administrator.look('42-close-voting')
    await administrator.tap('结束投票')
    await administrator.see(/正在保存最后的选票/)
    await administrator.look('43-count-settling')
  })

  test('counts all ballots anew and gets the same result', async () => {
    await demo.cloud.setClock(SETTLED)
    await demo.cloud.runTimer()
    await administrator.tap('返回')
    await administrator.tap(/^计票和候选名单/)
    await administrator.tap('清点全部选票')
    await administrator.see('清点一致')
    await administrator.look('44-count-equal')
  })

  const doAsked = async (step: string, confirmed = step): Promise<void> => {
    await administrator.tap(step)
    const sheet = administrator.page.locator('.taro_page_show .sheet')
    await sheet.getByRole('button', { name: confirmed }).click()
  }

  test('seals the ballots into the public file', async () => {
    await administrator.tap('封存选票')
    await administrator.see(/不能再剔除或认可选票/)
    await administrator.look('44-seal')
    await administrator.tap('关闭')
    await doAsked('封存选票', '开始封存')
    await administrator.see('生成候选名单')
    await administrator.look('44-sealed')
  })

  test('proposes, confirms with a second person, and publishes the list', async () => {
    await doAsked('生成候选名单')
    await administrator.see('已生成，等待确认')
    await doAsked('确认名单')
    const first = await demo.cloud.person('oDemoAdministratorFirst')
    const second = await theSecondAdministrator(demo.cloud, first)
    const { campaignId } = demo
    const confirmedBy = async () =>
      expectValue(await second.voting('getCount', { campaignId })).list?.confirmedBy.length
    while ((await confirmedBy()) !== 1) await administrator.page.waitForTimeout(100)
    expectValue(await second.voting('confirmList', { campaignId, version: 1 }))
    await administrator.tap('返回')
    await administrator.tap(/^计票和候选名单/)
    await doAsked('公布名单')
    await administrator.see('已公布')
    await administrator.look('45-count-published')
    await administrator.tap('返回')
    await administrator.tap('返回')
    await administrator.tap(/^工作记录/)
    await administrator.see('公布名单')
    expect(await administrator.shown.getByText('公布名单', { exact: true }).count()).toBe(1)
    await administrator.picture('46-audit-trail')
  })
})

describe('the published list', () => {
  test('is told to who asked for it, and seen by every citizen', async () => {
    const asked = await demo.cloud.person('oDemoCitizenChen')
    // Whatever the hour is at which this runs.
    await asked.messages('setQuietHours', { quietHours: null })
    await demo.cloud.runTimer()
    await demo.cloud.runTimer('messages')
    const citizen = await guest()
    await citizen.become('citizenChen')
    await citizen.tap('查看结果')
    await citizen.see('候选名单（前 15 名）')
    await citizen.see(`${demo.ballots + VOTERS}`)
    await citizen.look('50-results')
    await citizen.tap('返回')
    await citizen.openTab('我的')
    await citizen.tap(/^换一个身份/)
    await citizen.page.locator('.localPanel__message').first().waitFor()
    await citizen.look('51-message')
    await citizen.page.locator('.localPanel__message').first().click()
    await citizen.see('候选名单（前 15 名）')
  })

  test('comes with a proof of the own ballot, checked on the phone, and with the file to count again', async () => {
    const citizen = await guest()
    await citizen.become('citizenChen')
    await citizen.openTab('我的')
    await citizen.tap(/^投票凭证/)
    await citizen.see('手机已经验算，对得上')
    await citizen.look('52-proof')
    await citizen.tap('自己数一遍')
    await citizen.see('怎样数')
    await citizen.look('53-public-count')
    await citizen.shown.getByText('能证明什么').scrollIntoViewIfNeeded()
    await citizen.picture('53-public-count-end')
    const [file, script] = [
      await download(citizen, /^下载 ballots\.txt/),
      await download(citizen, /^下载 recount\.mjs/),
    ]
    const counted = spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
    expect([counted.status, counted.stdout]).toEqual([
      0,
      expect.stringContaining(`选票：${demo.ballots + VOTERS} 张`),
    ])
    const elder = await guest({ care: true })
    await elder.become('citizenChen')
    await elder.page.goto(citizen.page.url())
    await elder.see('怎样数')
    await elder.look('54-care-public-count')
  })

  test('is seen at a desk, in a phone frame with the panel beside it', async () => {
    for (const dark of [false, true]) {
      const visitor = await guest({ desk: true, dark })
      await visitor.become('citizenLin')
      await visitor.see('查看结果')
      await visitor.look(dark ? '61-desk-dark' : '60-desk')
    }
  })
})
