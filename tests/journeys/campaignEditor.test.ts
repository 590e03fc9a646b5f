import type { Browser } from 'playwright-core'
import { CAMPAIGN_CACHE_TIME } from '../../contract/limits'
import { openBrowser } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { type Guest, visit } from './visit'

/** The city bureau makes a campaign public, changes one that runs, and copies one; everyone reads the rules. */

const STARTS_WITHIN = 180_000
const PAGES = '/#/features/administration/pages'
const NAME = '示例年度优秀点位网络推选'

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

async function personAt(
  look: Parameters<typeof visit>[2],
  identityId = 'administratorFirst',
): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

const goTo = async (staff: Guest, page: string, title: string): Promise<void> => {
  await staff.page.goto(`${demo.cloud.url}${PAGES}/${page}`)
  await staff.shown.locator('.page__title').getByText(title, { exact: true }).waitFor()
  await staff.settle()
}

const field = (staff: Guest, label: string) => staff.shown.getByLabel(label, { exact: true }).first()
const radio = (staff: Guest, words: string | RegExp) =>
  staff.shown.getByRole('radio', { name: words }).first()
const section = (staff: Guest, words: RegExp) => staff.shown.getByRole('checkbox', { name: words }).click()
/** Longer than two taps that count as one. */
const pause = (staff: Guest) => staff.page.waitForTimeout(400)

describe('a new campaign, on the phone', () => {
  let staff: Guest

  test('starts from the kind’s proposal, and nothing typed is lost', async () => {
    staff = await personAt({})
    await goTo(staff, 'campaigns/index', '投票活动')
    await staff.look('ce-01-campaigns')
    await staff.tap('新建活动')
    await staff.see('照以前的活动复制')
    await staff.look('ce-02-new')
    await radio(staff, /^点位和设计/).click()
    await field(staff, '活动名称').fill(NAME)
    await staff.see(/^已保存草稿 \d\d:\d\d$/)
    await staff.page.reload()
    await staff.settle()
    expect(await field(staff, '活动名称').inputValue()).toBe(NAME)
    await staff.look('ce-03-typed')
  })

  test('explains what is in the way and leads there', async () => {
    await section(staff, /^4 投票规则/)
    await field(staff, '最少选几个点位').fill('12')
    await staff.see('“最少选择”不能大于“最多选择”')
    await staff.look('ce-04-ballot')
    await section(staff, /^6 检查并公布/)
    await staff.see('还有 1 处要改')
    await staff.look('ce-05-review')
    await staff.tap('公布活动')
    await staff.tap(/^“最少选择”不能大于/)
    await field(staff, '最少选几个点位').fill('1')
    for (const [number, name] of [
      [2, 'times'],
      [3, 'form'],
      [5, 'judging'],
    ] as const) {
      await section(staff, new RegExp(`^${number} `))
      await staff.look(`ce-06-${name}`)
    }
  })

  test('is public once it is published, with its rules in plain words', async () => {
    await section(staff, /^6 检查并公布/)
    await staff.see('没有发现问题')
    await staff.look('ce-07-ready')
    await staff.tap('公布活动')
    await staff.see('活动已经公布')
    await staff.look('ce-08-done')
    await staff.tap(/看公开的说明页/)
    await staff.see('怎么投票')
    await staff.see('每张选票最多选 10 个点位。')
    await staff.look('ce-09-about-new')
  })
})

describe('a campaign that runs, at a desk', () => {
  let staff: Guest

  test('shows what is frozen, why and since when', async () => {
    staff = await personAt({ desk: true, width: 1280 })
    await goTo(staff, `campaignEditor/index?campaignId=${demo.campaignId}`, '修改活动')
    await staff.look('ce-11-desk-basics')
    await section(staff, /^4 投票规则/)
    await staff.see('这一部分已经定下来')
    await staff.see(/^投票规则：已经有人投票，从 .* 起不能再改。$/)
    await staff.look('ce-12-desk-frozen')
    await section(staff, /^2 阶段与时间/)
    await staff.look('ce-13-desk-times')
  })

  test('is changed with a reason that everyone reads', async () => {
    await section(staff, /^1 类型与介绍/)
    await field(staff, '主办单位').fill('示例市绿化和市容管理局')
    await section(staff, /^6 检查并公布/)
    await staff.tap('保存并公开修改')
    await staff.see('请写为什么修改，至少 2 个字')
    await staff.look('ce-14-desk-reason')
    await field(staff, '修改原因，请写为什么修改，至少 2 个字').fill('单位名称有误')
    await pause(staff)
    await staff.tap('保存并公开修改')
    await staff.see('修改已经公开')
    // Other instances may show a running campaign as they read it a moment ago.
    await demo.cloud.setClock(2 * CAMPAIGN_CACHE_TIME)
    const everyone = await personAt({}, 'citizenZhou')
    await everyone.page.goto(
      `${demo.cloud.url}/#/features/voting/pages/about/index?campaignId=${demo.campaignId}`,
    )
    await everyone.settle()
    await everyone.see(/修改了名称和介绍。原因：单位名称有误$/)
    await everyone.look('ce-15-about')
    await everyone.shown.getByText('怎么投票', { exact: true }).first().scrollIntoViewIfNeeded()
    await everyone.look('ce-16-about-rules')
  })

  test('is copied for the next season, with its dates moved', async () => {
    await goTo(staff, `campaignEditor/index?copyFrom=${demo.campaignId}`, '新建活动')
    await staff.see(/^复制自/)
    await section(staff, /^3 申报表/)
    await staff.look('ce-17-desk-copy')
    await section(staff, /^5 评审/)
    await radio(staff, /^评分/).click()
    await staff.look('ce-18-desk-judging')
    await section(staff, /^6 检查并公布/)
    await staff.look('ce-19-desk-review')
  })
})
