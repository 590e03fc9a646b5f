import type { Browser } from 'playwright-core'
import { campaignCover } from '../../localcloud/seed/content/campaign'
import { openBrowser } from '../support/browser'
import { expectValue } from '../support/builders'
import { type Demo, startDemo } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { type Guest, visit } from './visit'

/** Public opinions about a campaign, in a real browser: written, checked, seen by others or not. */

const STARTS_WITHIN = 180_000
const HARMLESS = '我家门口这条街干净多了，谢谢自律会的邻居们。'
const DOUBTFUL = '这一段要由工作人员看过再公开：待审示例'
const REFUSED = '这一段自动检查不会通过：违规示例'

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

async function guest(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

async function openComments(citizen: Guest): Promise<void> {
  await citizen.openTab('投票')
  await citizen.tap(new RegExp(`^${demo.campaignName.replace(/[（）]/g, '.')}`))
  await citizen.tap(/^公众意见/)
  await citizen.shown.locator('.page__title').getByText('公众意见', { exact: true }).waitFor()
  await citizen.settle()
}

async function write(citizen: Guest, words: string): Promise<void> {
  await citizen.tap('写意见')
  await citizen.shown.locator('textarea').fill(words)
  await citizen.tap('提交意见')
}

/** Whether these words stand on the page in sight. */
const isSeen = async (citizen: Guest, words: string) => (await citizen.shown.getByText(words).count()) > 0

/** What others are given, whatever their screen shows. */
async function visibleTexts(): Promise<string[]> {
  const { comments } = expectValue(
    await demo.cloud.nobody.voting('listComments', { campaignId: demo.campaignId }),
  )
  return comments.map(({ text }) => text)
}

describe('a citizen', () => {
  let citizen: Guest

  test('opens the opinions from the campaign and begins one', async () => {
    citizen = await guest('citizenChen')
    await openComments(citizen)
    await citizen.see('还没有人写意见。你可以写第一条。')
    await citizen.look('80-comments-empty')
    await citizen.tap('写意见')
    await citizen.tap('提交意见')
    await citizen.see('请写下你的意见，至少 2 个字')
    await citizen.shown.locator('textarea').fill(HARMLESS)
    await citizen.see(/^已保存草稿 /)
    await citizen.look('81-comment-writing')
  })

  test('finds what was begun after leaving the page, sends it, and it is public at once', async () => {
    await citizen.tap('返回')
    await citizen.tap(/^公众意见/)
    await citizen.tap('写意见')
    expect(await citizen.shown.locator('textarea').inputValue()).toBe(HARMLESS)
    await citizen.tap('提交意见')
    await citizen.see('意见已收到：已公开')
    await citizen.see(HARMLESS)
    await citizen.look('82-comment-visible')
    expect(await visibleTexts()).toEqual([HARMLESS])
  })

  test('writes what the machine doubts: it waits, and nobody else sees it', async () => {
    await write(citizen, DOUBTFUL)
    await citizen.see('意见已收到：等工作人员看')
    await citizen.look('83-comment-waiting')
    const other = await guest('citizenLin')
    await openComments(other)
    await other.see(HARMLESS)
    expect(await isSeen(other, DOUBTFUL)).toBe(false)
    expect(await visibleTexts()).toEqual([HARMLESS])
  })

  test('is told what the machine refuses, asks a person to look, once, and takes it back', async () => {
    await write(citizen, REFUSED)
    await citizen.see('意见已收到：没有公开')
    await citizen.look('84-comment-hidden')
    await citizen.tap('看我写的内容')
    await citizen.see(REFUSED)
    await citizen.look('85-contents')
    await citizen.tap('申请人工复核')
    await citizen.shown.locator('.sheet input').fill('这是在说明规则，没有不当的话')
    await citizen.look('86-appeal')
    await citizen.tap('提交申请')
    await citizen.shown.locator('.sheet').waitFor({ state: 'detached' })
    await citizen.see('你申请了人工复核，工作人员会再看一次。')
    expect(await citizen.shown.getByRole('button', { name: '申请人工复核' }).count()).toBe(0)
    await citizen.tap('撤回')
    await citizen.look('87-withdraw')
    await citizen.tap('确认撤回')
    await citizen.see('已撤回')
  })

  test('adds a photo, which nobody sees before it has been checked', async () => {
    await citizen.tap('返回')
    await citizen.tap('写意见')
    await citizen.shown.locator('textarea').fill('街角的样子')
    const chooser = citizen.page.waitForEvent('filechooser')
    await citizen.tap(/^拍照或选照片/)
    const agree = citizen.shown.getByRole('button', { name: '同意', exact: true })
    await agree.click()
    const picture = await drawnPicture(campaignCover)
    await (await chooser).setFiles({ name: 'corner.jpg', mimeType: 'image/jpeg', buffer: picture })
    await citizen.see('已上传')
    await citizen.look('88-comment-photo')
    await citizen.tap('提交意见')
    await citizen.see('意见已收到：正在检查')
    expect(await visibleTexts()).toEqual([HARMLESS])
  })
})

test('the pages of opinions hold in care mode on a small phone, and in the dark', async () => {
  const elder = await guest('citizenWu', { care: true, width: 375 })
  await openComments(elder)
  await elder.see(HARMLESS)
  await elder.look('89-care-comments')
  await elder.tap('写意见')
  await elder.look('89-care-comment-writing')
  await elder.shown.locator('textarea').fill(DOUBTFUL)
  await elder.tap('提交意见')
  await elder.see('意见已收到：等工作人员看')
  await elder.look('89-care-comment-waiting')
  await elder.tap('看我写的内容')
  await elder.see(DOUBTFUL)
  await elder.look('89-care-contents')
  const other = await guest('citizenLin', { dark: true, width: 375 })
  await openComments(other)
  await other.see(HARMLESS)
  await other.look('89-dark-comments')
})

test('who is not in WeChat yet may read, and is told the way to writing', async () => {
  const visitor = await visit(browser, demo.cloud.url)
  guests.push(visitor)
  await visitor.page.getByRole('button', { name: '先随便看看' }).click()
  await openComments(visitor)
  await visitor.see(HARMLESS)
  await visitor.see('登录后可以写意见')
})
