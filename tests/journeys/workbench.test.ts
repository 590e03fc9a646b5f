import type { Browser } from 'playwright-core'
import { campaignCover } from '../../localcloud/seed/content/campaign'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue, SHANGHAI } from '../support/builders'
import type { Person } from '../support/cloud'
import { type Demo, startDemo } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { type Guest, visit } from './visit'

/** Staff at their workbench, on a phone and at a desk, from what waits to what is done. */

const STARTS_WITHIN = 180_000
/** From closing a vote to counting: the notice that closing gives, and the time for the last ballots to be written. */
const SETTLED = 60_000
/** The local cloud's stand-in for the content check has its doubts about this. */
const DOUBTFUL = '待审示例'
const MODERATOR = { id: 'reviewerJingan', openid: 'oDemoReviewerJingan' }

let demo: Demo
let browser: Browser
let administrator: Person
let citizen: Person
const guests: Guest[] = []

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
  const [first, second] = await demo.cloud.people(['oDemoAdministratorFirst', 'oDemoCitizenChen'])
  administrator = first as Person
  citizen = second as Person
  const moderator = await demo.cloud.person(MODERATOR.openid)
  const grant = { name: '示例审核员', role: 'moderator', placeCode: SHANGHAI } as const
  const accountId = await accountIdOf(moderator)
  expectValue(
    await administrator.administration('grantRole', {
      ...grant,
      accountId,
      organisationId: null,
      endsAt: null,
    }),
  )
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

async function atDesk(identityId: string, care = false): Promise<Guest> {
  const arrived = await guest({ desk: true, width: 1280, care })
  await arrived.page.setViewportSize({ width: 1280, height: 800 })
  await arrived.become(identityId)
  return arrived
}

async function openWorkbench(staff: Guest): Promise<void> {
  await staff.openTab('我的')
  await staff.tap(/^工作台/)
  await staff.shown.locator('.page__title').getByText('工作台', { exact: true }).waitFor()
}

/** A comment with a picture, in the name of the citizen. */
async function write(text: string, picture?: Buffer): Promise<string> {
  const pictures = picture ? [await upload(picture)] : []
  const input = { campaignId: demo.campaignId, text, pictures }
  return expectValue(await citizen.voting('writeComment', input)).contentId
}

async function upload(picture: Buffer): Promise<string> {
  const answer = await fetch(`${demo.cloud.url}/storage/upload?path=demo/${Date.now()}.jpg`, {
    method: 'POST',
    headers: { authorization: `Bearer ${citizen.token}` },
    body: new Uint8Array(picture),
  })
  return ((await answer.json()) as { fileID: string }).fileID
}

const publicComments = async (): Promise<string[]> =>
  expectValue(await demo.cloud.nobody.voting('listComments', { campaignId: demo.campaignId })).comments.map(
    ({ text }) => text,
  )

const row = (staff: Guest, words: string) => staff.shown.getByRole('link', { name: words }).first()
const button = (staff: Guest, words: string) => staff.shown.getByRole('button', { name: words, exact: true })

/** In the sheet that asks for the reason. */
async function decide(staff: Guest, act: '公开' | '不公开', reason: string): Promise<void> {
  const sheet = staff.shown.locator('.sheet')
  await sheet.getByRole('checkbox', { name: reason, exact: true }).click()
  await sheet.getByRole('button', { name: act, exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
}

test('a moderator on a phone releases what the machine had its doubts about', async () => {
  await write(`门口的绿化很好看 ${DOUBTFUL}`)
  await write(`第二条 ${DOUBTFUL}`)
  const moderator = await guest()
  await moderator.become(MODERATOR.id)
  await openWorkbench(moderator)
  await moderator.see('内容审核')
  await moderator.see('2')
  await moderator.picture('170-workbench-phone')
  await moderator.tap(/^内容审核/)
  await row(moderator, '门口的绿化很好看').waitFor()
  await moderator.picture('171-work-phone')
  await row(moderator, '门口的绿化很好看').click()
  await moderator.see('自动检查拿不准，请你看一看。')
  await moderator.picture('172-review-phone')
  await moderator.tap('公开')
  await moderator.see('公开这段内容')
  await moderator.shown.locator('.sheet').getByRole('button', { name: '公开', exact: true }).click()
  await moderator.see('请选一条原因，或者自己写')
  await moderator.look('173-release-phone')
  expect(await publicComments()).toEqual([])
  await decide(moderator, '公开', '内容正常')
  await moderator.see(`第二条 ${DOUBTFUL}`)
  expect(await publicComments()).toEqual([`门口的绿化很好看 ${DOUBTFUL}`])
  await moderator.tap('不公开')
  await decide(moderator, '不公开', '与活动无关')
  await moderator.see('现在没有等你处理的事')
  await moderator.look('174-work-done-phone')
  await moderator.tap('返回')
  await moderator.shown.locator('.page__title').getByText('工作台', { exact: true }).waitFor()
  await moderator.see('现在没有等你处理的事')
  await moderator.look('175-workbench-empty-phone')
  expect(await publicComments()).toHaveLength(1)
})

describe('a moderator at a desk', () => {
  let moderator: Guest
  const openTitle = () => moderator.shown.locator('.contentReview__text')
  const written = ['甲', '乙', '丙'].map((name) => `${name}的意见 ${DOUBTFUL}`)

  test('finds the list beside what is open, and goes through it with the arrow keys', async () => {
    for (const text of written) await write(text, await drawnPicture(campaignCover))
    moderator = await atDesk(MODERATOR.id)
    await openWorkbench(moderator)
    await moderator.picture('176-workbench-desk')
    await moderator.shown.getByRole('link', { name: /^内容审核，3 件等待/ }).click()
    await moderator.see('从列表里选一件，在这里处理')
    await row(moderator, '甲的意见').waitFor()
    await moderator.picture('177-work-desk')
    const { page } = moderator
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await openTitle().getByText('乙的意见').waitFor()
    expect(page.url()).toContain('workId=contentReview-')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await openTitle().getByText('甲的意见').waitFor()
    await moderator.picture('178-review-desk')
  })

  test('hides one with a reason, and the next one opens', async () => {
    await button(moderator, '不公开').click()
    await moderator.see('不公开这段内容')
    await moderator.look('179-hide-desk')
    await decide(moderator, '不公开', '广告')
    await openTitle().getByText('乙的意见').waitFor()
    await row(moderator, '甲的意见').waitFor({ state: 'detached' })
    await moderator.shown.getByRole('link', { name: /^内容审核，2 件等待/ }).waitFor()
  })

  test('is told when a colleague was faster, and sees the new state', async () => {
    const contentId = new URL(moderator.page.url()).hash.split('contentReview-')[1] ?? ''
    const { version } = expectValue(await administrator.moderation('getContent', { contentId }))
    const decision = { contentId, decision: 'hide', reason: '内容不实', basedOn: version } as const
    expectValue(await administrator.moderation('decideContent', decision))
    await button(moderator, '公开').click()
    await decide(moderator, '公开', '内容正常')
    await moderator.see('这段内容刚刚有变化')
    await moderator.see('没有公开')
    await row(moderator, '乙的意见').waitFor({ state: 'detached' })
    await moderator.look('180-changed-desk')
    expect(await publicComments()).toHaveLength(1)
  })

  test('sends the view by its address, and finds what is done', async () => {
    const colleague = await atDesk(MODERATOR.id)
    await colleague.page.goto(moderator.page.url())
    await colleague.shown.locator('.contentReview__text').getByText('乙的意见').waitFor()
    await colleague.shown.getByRole('checkbox', { name: '已办' }).click()
    await row(colleague, '甲的意见').waitFor()
    expect(colleague.page.url()).toContain('state=done')
    await colleague.look('181-work-done-desk')
  })

  test('signs out there', async () => {
    await button(moderator, '退出登录').click()
    await moderator.shown.locator('.page__title').getByText('共治', { exact: true }).waitFor()
    expect(await moderator.page.evaluate(() => localStorage.getItem('session'))).toBeNull()
  })
})

test.each([
  ['on a phone', false],
  ['at a desk', true],
])('the pages hold in care mode %s', async (_name, desk) => {
  await write(`关怀版里的意见 ${DOUBTFUL}`)
  const suffix = desk ? 'desk' : 'phone'
  const elder = desk ? await atDesk(MODERATOR.id, true) : await guest({ care: true })
  if (!desk) await elder.become(MODERATOR.id)
  await openWorkbench(elder)
  await elder.picture(`182-care-workbench-${suffix}`)
  await (desk ? elder.shown.getByRole('link', { name: /^内容审核/ }).click() : elder.tap(/^内容审核/))
  await row(elder, '关怀版里的意见').waitFor()
  await elder.picture(`183-care-work-${suffix}`)
  await row(elder, '关怀版里的意见').click()
  await elder.see('自动检查拿不准，请你看一看。')
  await elder.picture(`184-care-review-${suffix}`)
  await button(elder, '公开').click()
  await elder.look(`185-care-release-${suffix}`)
  await decide(elder, '公开', '内容正常')
})

test('who is not staff is told what this page is, with a way back', async () => {
  const visitor = await guest()
  await visitor.become('citizenLin')
  await visitor.page.goto(`${demo.cloud.url}/#/features/administration/pages/overview/index`)
  await visitor.see(/这里是工作人员用的/)
  await visitor.look('186-not-staff')
  await visitor.tap('回到首页')
  await visitor.shown.locator('.page__title').getByText('共治', { exact: true }).waitFor()
})

test('an administrator finds the counting of a campaign among the work once voting has settled', async () => {
  const { campaignId } = demo
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '示例：提前结束' }))
  await demo.cloud.setClock(SETTLED)
  await demo.cloud.runTimer()
  const phone = await guest()
  await phone.become('administratorFirst')
  await openWorkbench(phone)
  await phone.see('计票和公布')
  await phone.look('187-workbench-administrator-phone')
  const desk = await atDesk('administratorFirst')
  await openWorkbench(desk)
  await desk.look('188-workbench-administrator-desk')
  await desk.shown.getByRole('link', { name: /^计票和公布，1 件等待/ }).click()
  await row(desk, demo.campaignName).click()
  await desk.see('下一步：清点全部选票。')
  await desk.look('189-count-work-desk')
  await desk.tap('打开计票')
  await desk.see('保存最后的选票 · 已完成')
  await desk.look('190-count-desk')
  await desk.shown.getByRole('link', { name: '投票活动' }).click()
  await desk.see('计票和候选名单')
  await desk.picture('191-campaigns-desk')
})
