import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { folderOf } from '../../config/folders'
import { aJudgedCampaign, save } from '../cloudfunctions/judging/sitting'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue, SHANGHAI } from '../support/builders'
import { ADMINISTRATOR_SECRET, type Cloud, type Person, startCloud } from '../support/cloud'
import { type Guest, visit } from './visit'

/** A session of judges in a real browser: the chair at a desk in the hall, judges on their phones, and who checks the draw. */

const STARTS_WITHIN = 120_000
const JUDGES = ['赵甲', '钱乙', '孙丙', '李丁', '周戊']
const KINDS = ['市文明办', '行风监督员', '市民巡访团', '新闻媒体', '专家']
/** Longer than two pauses of the screens that watch a session. */
const WATCHED = { timeout: 15_000 }

const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-judging-'))
let cloud: Cloud
let browser: Browser
let judges: Person[]
let campaignId: string
let sessionId: string
/** In speaking order. */
let entries: { candidateId: string; name: string }[]
let chair: Guest
let first: Guest
const guests: Guest[] = []

const identity = (id: string, name: string) => ({
  id,
  openid: `o${id}`,
  name,
  description: '示例',
  group: '工作人员',
  already: [],
  role: null,
})

async function appointJudges(administrator: Person): Promise<Person[]> {
  const people = await cloud.people(JUDGES.map((_, index) => `ojudge${index}`))
  for (const [index, person] of people.entries())
    expectValue(
      await administrator.administration('grantRole', {
        accountId: await accountIdOf(person),
        name: JUDGES[index] ?? '',
        role: 'judge',
        placeCode: SHANGHAI,
        endsAt: null,
      }),
    )
  return people
}

beforeAll(async () => {
  const peopleFile = path.join(folder, 'people.json')
  const people = [
    identity('chair', '主持人'),
    ...JUDGES.map((name, index) => identity(`judge${index}`, name)),
  ]
  writeFileSync(peopleFile, JSON.stringify(people))
  ;[cloud, browser] = await Promise.all([
    startCloud({ site: folderOf('dist/h5'), peopleFile }),
    openBrowser(),
  ])
  const administrator = await cloud.person('ochair')
  expectValue(
    await administrator.administration('claimAdministration', {
      cityCode: SHANGHAI,
      secret: ADMINISTRATOR_SECRET,
    }),
  )
  ;({ campaignId } = await aJudgedCampaign(administrator, { candidates: 3 }))
  judges = await appointJudges(administrator)
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await cloud?.stop()
  rmSync(folder, { recursive: true })
})

async function arrive(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

const inSheet = (guest: Guest, words: string) =>
  guest.shown.locator('.sheet').getByRole('button', { name: words, exact: true })

/** Presses the step's button, reads what it means and confirms it. */
async function confirm(guest: Guest, step: string): Promise<void> {
  await guest.tap(step)
  await inSheet(guest, step).click()
  await guest.shown.locator('.sheet').waitFor({ state: 'detached' })
}

const seesSoon = (guest: Guest, words: string | RegExp) =>
  guest.shown.getByText(words, { exact: true }).first().waitFor(WATCHED)

async function openSession(judge: Guest): Promise<void> {
  await judge.openTab('我的')
  await judge.tap(/^我的评审/)
  await judge.tap(/^擂台演讲/)
  await judge.settle()
}

/** A press that comes while the one before is still being answered is not taken: the chair looks, and presses again. */
async function callSpeaker(turn: number): Promise<void> {
  const called = chair.shown.getByText(`正在演讲：第 ${turn} 个，共 3 个`)
  do await chair.tap(new RegExp(`^请(第一个|下一位)：${turn}\\. `))
  while (
    !(await called.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    ))
  )
}

const scoreOf = (judge: Guest, criterion: string) => judge.shown.getByRole('textbox', { name: criterion })

/** Sheets of these judges, by the client. */
async function saveFor(numbers: number[], entry: number, scores: [number, number]): Promise<void> {
  const { candidateId } = entries[entry] ?? { candidateId: '' }
  for (const number of numbers)
    expectValue(await save(judges[number] as Person, sessionId, candidateId, scores))
}

describe('the chair at a desk', () => {
  test('sets the session up and seats five judges', async () => {
    chair = await arrive('chair', { desk: true })
    await chair.page.goto(
      `${cloud.url}/?desk#/features/administration/pages/judging/index?campaignId=${campaignId}`,
    )
    await chair.see('专家评审（擂台演讲）')
    await chair.shown.getByLabel('开始时间 日期').last().fill('2026-12-05')
    await chair.picture('200-judging-desk')
    await chair.shown.getByRole('button', { name: '建立这场评审' }).last().click()
    await chair.see('步骤')
    for (const [index, name] of JUDGES.entries()) {
      await chair.shown.getByRole('radio', { name: new RegExp(`^${name}`) }).click()
      await chair.tap(/^来自，/)
      await chair.shown.getByRole('radio', { name: KINDS[index] ?? '', exact: true }).click()
      await chair.tap('加入评审组')
      await chair.see(`评审组 ${index + 1} 人`)
    }
    await chair.look('201-panel-desk')
    sessionId = `${campaignId}-experts`
  })

  test('fixes the entries with a promise, and everyone sees the promise before the draw', async () => {
    await chair.tap('固定名单并公布抽签承诺')
    await chair.look('202-commit-desk')
    await inSheet(chair, '固定名单并公布抽签承诺').click()
    await chair.shown.locator('.sheet').waitFor({ state: 'detached' })
    const citizen = await arrive('judge1')
    await citizen.page.goto(
      `${cloud.url}/?public#/features/judging/pages/publicSession/index?campaignId=${campaignId}`,
    )
    await citizen.see('抽签时公布')
    await citizen.look('203-public-committed')
    await confirm(chair, '抽签')
    await chair.see('开始评分')
    await citizen.page.reload()
    await citizen.tap('在这台手机上核对')
    await citizen.see('核对一致')
    await citizen.look('204-public-drawn')
    await citizen.page.context().close()
    const { entries: drawn } = expectValue(await cloud.nobody.judging('getPublicSession', { campaignId }))
    entries = [...drawn].sort((one, other) => (one.turn ?? 0) - (other.turn ?? 0))
  })
})

describe('judges on their phones', () => {
  test('one stands aside from the first entry, with the reason', async () => {
    const judge = await arrive('judge4', { dark: true })
    await openSession(judge)
    await judge.look('205-session-drawn-dark')
    await judge.tap(new RegExp(`^1\\. ${entries[0]?.name.replace(/[（）]/g, '.')}`))
    await judge.tap('我要回避这个对象')
    await judge.shown.locator('.sheet input').fill('我是这个自律会的顾问')
    await judge.look('206-recuse-dark')
    await inSheet(judge, '确认回避').click()
    await judge.see('已回避')
    await judge.tap('返回')
    await judge.see('已回避')
    await judge.look('207-recused-dark')
    await judge.page.context().close()
  })

  test('see who is speaking as soon as the chair has called', async () => {
    await confirm(chair, '开始评分')
    first = await arrive('judge0')
    await openSession(first)
    await first.see('还没有请第一个上台')
    await callSpeaker(1)
    await seesSoon(first, '正在演讲：第 1 个')
    await chair.see('4 位评委已有 0 位评分')
    await first.picture('208-session-open')
  })

  test('are told what is wrong with a score, and lose nothing by leaving', async () => {
    await first.tap('给正在演讲的打分')
    await scoreOf(first, '自律成效').fill('60.5')
    await first.see('最多 60 分')
    await first.look('209-score-wrong')
    await scoreOf(first, '自律成效，最多 60 分').fill('55。25')
    expect(await scoreOf(first, '自律成效').inputValue()).toBe('55.25')
    await first.tap('返回')
    await first.tap('给正在演讲的打分')
    expect(await scoreOf(first, '自律成效').inputValue()).toBe('55.25')
    await first.tap('保存评分')
    await first.see('还有 1 项没有填好，请看上面')
    await first.tap('现场演讲减 1 分')
    await first.see('合计 94.25 分')
    await first.look('210-score')
    await first.tap('保存评分')
    await first.see('评审结束前可以修改。')
    await first.look('211-score-saved')
    await first.tap('返回评审')
    await first.see('已评 94.25')
    await first.see('已评 1 / 3')
  })

  test('are counted on the screen of the hall as their sheets come in', async () => {
    await seesSoon(chair, '4 位评委已有 1 位评分')
    await saveFor([1, 2], 0, [5500, 3900])
    await seesSoon(chair, '4 位评委已有 3 位评分')
    await chair.see('还差：李丁')
    await chair.look('212-live-desk')
    await chair.tap('大屏显示')
    await chair.look('213-hall')
    await chair.tap('关闭大屏')
  })

  test('can score in care mode', async () => {
    const judge = await arrive('judge3', { care: true })
    await openSession(judge)
    await judge.see('正在演讲：第 1 个')
    await judge.picture('214-care-session')
    await judge.tap('给正在演讲的打分')
    await scoreOf(judge, '自律成效').fill('50')
    await scoreOf(judge, '现场演讲').fill('35.5')
    await judge.look('215-care-score')
    await judge.tap('保存评分')
    await judge.see('评审结束前可以修改。')
    await judge.look('216-care-saved')
    await judge.page.context().close()
    await seesSoon(chair, '评分已交齐')
  })
})

describe('the close', () => {
  test('asks why while sheets are missing, by name', async () => {
    await callSpeaker(2)
    await callSpeaker(3)
    await saveFor([0, 1, 2, 3, 4], 1, [5000, 3000])
    await saveFor([0, 1, 2, 3], 2, [4900, 3100])
    await seesSoon(chair, '5 位评委已有 4 位评分')
    await chair.tap('结束评审')
    await inSheet(chair, '不等了，结束评审').click()
    await chair.see('评分没有交齐，请写明原因')
    await chair.see('还差 周戊')
    await chair.look('217-close-missing-desk')
    await chair.shown.locator('.sheet').getByRole('button', { name: '关闭' }).click()
  })

  test('takes the last sheet, and gives the places with how equals were parted', async () => {
    await saveFor([4], 2, [4900, 3100])
    await seesSoon(chair, '评分已交齐')
    await confirm(chair, '结束评审')
    await chair.see(`1. ${entries[0]?.name}`)
    await chair.see('2 份')
    // Equal totals: the second has more points for the first criterion.
    await chair.see(`2. ${entries[1]?.name}`)
    await chair.see('第一项标准得分高的在前')
    await chair.look('218-results-desk')
    const download = chair.page.waitForEvent('download')
    await chair.tap('下载评审纪要')
    expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  })

  test('leaves judges their own sheets to read, and nothing to change', async () => {
    await seesSoon(first, '评审已经结束')
    await first.look('219-session-closed')
    await first.tap(/^1\. /)
    await first.see('你的评分 94.25 分')
    expect(await first.shown.getByRole('textbox').count()).toBe(0)
    await first.look('220-own-sheet')
  })

  test('can be read on the chair’s phone too', async () => {
    const phone = await arrive('chair', { width: 375 })
    await phone.page.goto(
      `${cloud.url}/?phone#/features/administration/pages/session/index?sessionId=${sessionId}`,
    )
    await phone.see('评审结果')
    await phone.look('221-results-phone')
  })
})
