import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { expectValue, SHANGHAI } from '../support/builders'
import { startWithPeople } from '../support/demo'
import { type Guest, visit } from './visit'

/** An administrator changes what decides about cases, and sees what would become of a report. */

const STARTS_WITHIN = 180_000
const PAGES = '/#/features/administration/pages'

let world: Awaited<ReturnType<typeof startWithPeople>>
let browser: Browser
const guests: Guest[] = []

beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWithPeople(), openBrowser()])
  const registering = { placeCode: SHANGHAI, kind: 'company', name: '示例保洁公司' } as const
  expectValue(await world.administrator.places('registerOrganisation', registering))
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

async function staffWith(look: Parameters<typeof visit>[2]): Promise<Guest> {
  const staff = await visit(browser, world.cloud.url, look)
  guests.push(staff)
  await staff.become('administratorFirst')
  return staff
}

async function goTo(staff: Guest, page: string, title: string): Promise<void> {
  await staff.page.goto(`${world.cloud.url}${PAGES}/${page}/index?placeCode=${SHANGHAI}`)
  await staff.shown.locator('.page__title').getByText(title, { exact: true }).waitFor()
  await staff.settle()
}

const field = (staff: Guest, label: string) => staff.shown.getByLabel(label, { exact: true }).first()
const radio = (staff: Guest, words: string | RegExp) =>
  staff.shown.getByRole('radio', { name: words }).first()
const chip = (staff: Guest, words: string) =>
  staff.shown.getByRole('checkbox', { name: words, exact: true }).first()

describe('at a desk', () => {
  let staff: Guest
  beforeAll(async () => {
    staff = await staffWith({ desk: true })
  })

  test('a category gets another time limit, with the reason in its history', async () => {
    await goTo(staff, 'caseCategories', '类别')
    await staff.shown.locator('.searchField input').fill('果壳箱')
    await staff.tap(/^废物箱/)
    await field(staff, '处置时限（小时）').fill('6')
    await staff.tap('保存修改')
    await staff.see('有的地方还没有填好，请看红色的提示。')
    await staff.shown.getByRole('textbox', { name: /修改原因/ }).fill('按新的作业标准')
    await staff.look('case-rules-category-desk')
    await staff.tap('保存修改')
    await staff.see('6 工作小时 · 综管办、环卫所')
    await goTo(staff, 'caseCategories', '类别')
    await staff.see('废物箱：按新的作业标准')
  })

  test('a rule sends what it is for to a department at once, and the preview says so', async () => {
    await goTo(staff, 'caseRouting', '派遣规则')
    await staff.tap('加一条规则')
    await field(staff, '规则名称').fill('废物箱直接派')
    await chip(staff, '废物箱').click()
    await radio(staff, /^指定单位/).click()
    await staff.tap('哪个单位：请选择')
    await staff.tap(/^示例保洁公司/)
    await radio(staff, /^自动/).click()
    await staff.see('自动派给示例保洁公司')
    await staff.look('case-rules-rule-desk')
    await staff.tap('保存规则')
    await staff.shown.getByText('改动还没有保存').waitFor({ state: 'detached' })
    await staff.tap('写好了')
    await staff.tap('类别，请选择')
    await radio(staff, '废物箱').click()
    await staff.tap('看看会派给谁')
    await staff.see('自动派给示例保洁公司')
    await staff.shown.getByText(/按派遣规则“废物箱直接派”.*由上海市受理/).waitFor()
    await staff.look('case-rules-preview-desk')
  })
})

describe('on the phone', () => {
  let staff: Guest
  beforeAll(async () => {
    staff = await staffWith({})
  })

  test('a duty is given to an organisation', async () => {
    await goTo(staff, 'caseDuties', '职责单位')
    await staff.look('case-rules-duties-phone')
    await staff.tap('综管办、环卫所由谁承担：请选择')
    await staff.tap(/^示例保洁公司/)
    await staff.tap('综管办、环卫所由谁承担：示例保洁公司')
  })

  test('a day off is entered into the calendar of a year that nobody knows yet', async () => {
    await goTo(staff, 'workingCalendar', '工作日历')
    const year = new Date().getFullYear() + 1
    await chip(staff, `${year} 年`).click()
    await staff.settle()
    await staff.tap(/^1月4日/)
    await staff.tap('保存日历（改了 1 天）')
    await staff.see(`${year} 年的放假安排由管理员录入`)
    await staff.look('case-rules-calendar-phone')
  })

  test('a text for replies is kept', async () => {
    await goTo(staff, 'replyTemplates', '回复模板')
    await staff.tap('新增模板')
    await field(staff, '名称').fill('清运完毕')
    await field(staff, '内容').fill('你反映的垃圾已经清运，现场照片见上。')
    await staff.tap('保存模板')
    await staff.see('结案答复 · 上海市')
    await staff.look('case-rules-templates-phone')
  })
})
