import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { expectValue, JINGAN, PUDONG, SHANGHAI } from '../support/builders'
import type { Person } from '../support/cloud'
import { type Demo, startDemo } from '../support/demo'
import { type Guest, visit } from './visit'

/** Those who run the program: appointing, organisations, the audit trail and whether the program runs. */

const STARTS_WITHIN = 180_000
const PAGES = '/#/features/administration/pages'
const NEWCOMER = 'citizenZhou'
const NAME = '周示例'
const STREET = '310106012'

let demo: Demo
let browser: Browser
let administrator: Person
const guests: Guest[] = []

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
  administrator = await demo.cloud.person('oDemoAdministratorFirst')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

async function onPhone(identityId: string): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

async function atDesk(identityId: string): Promise<Guest> {
  const arrived = await visit(browser, demo.cloud.url, { desk: true, width: 1280 })
  guests.push(arrived)
  await arrived.page.setViewportSize({ width: 1280, height: 800 })
  await arrived.become(identityId)
  return arrived
}

const goTo = async (staff: Guest, page: string, title: string): Promise<void> => {
  await staff.page.goto(`${demo.cloud.url}${PAGES}/${page}`)
  await staff.shown.locator('.page__title').getByText(title, { exact: true }).waitFor()
  await staff.settle()
}

const field = (staff: Guest, label: string) => staff.shown.getByLabel(label, { exact: true }).first()
/** A field of the sheet that is open. */
const asked = (staff: Guest) => staff.shown.locator('.sheet input, .sheet textarea').first()
const inSheet = (staff: Guest, words: string) =>
  staff.shown.locator('.sheet').getByRole('button', { name: words, exact: true })
const link = (staff: Guest, words: string | RegExp) =>
  staff.shown.getByRole('link', { name: words, exact: true }).first()
/** Longer than two taps that count as one. */
const pause = (staff: Guest) => staff.page.waitForTimeout(400)
const radio = (staff: Guest, words: string | RegExp) =>
  staff.shown.getByRole('radio', { name: words }).first()

describe('a city administrator at a desk', () => {
  let staff: Guest
  let accountId: string

  test('takes the account number from that person’s phone', async () => {
    const newcomer = await onPhone(NEWCOMER)
    await newcomer.openTab('我的')
    await newcomer.tap(/^我的账号编号/)
    accountId = (await newcomer.shown.locator('.mine__account').innerText()).trim()
    expect(accountId).toMatch(/^[0-9A-Z]{26}$/)
  })

  test('is told at the fields what is missing', async () => {
    staff = await atDesk('administratorFirst')
    await staff.openTab('我的')
    await staff.tap(/^工作台/)
    await link(staff, '人员').click()
    await staff.see('首位管理员')
    await staff.picture('100-staff-desk')
    await staff.tap('任命')
    await staff.see('任命谁')
    await field(staff, '账号编号').fill(accountId.slice(0, 20))
    await staff.tap('任命')
    await staff.see('账号编号是 26 位，现在是 20 位，请核对')
    await staff.see('请选择角色')
    await staff.look('101-appoint-missing-desk')
  })

  test('reads what will be given, and appoints a district reviewer', async () => {
    await staff.shown.locator('.field input').first().fill(` ${accountId.toLowerCase()} `)
    await staff.shown.locator('.field input').nth(1).fill(NAME)
    await staff.tap('角色，请选择')
    await staff.look('102-appoint-role-desk')
    await radio(staff, /^审核员/).click()
    await staff.tap('地区，上海市')
    await radio(staff, '静安区').click()
    await staff.tap('就选静安区')
    await staff.shown.getByRole('checkbox', { name: '半年' }).click()
    await staff.see(new RegExp(`^${NAME}（账号尾号 ${accountId.slice(-6)}）将成为静安区审核员，到.*为止。$`))
    await staff.look('103-appoint-desk')
    await staff.tap('任命')
    await staff.see('已任命')
    await staff.look('104-appointed-desk')
    await staff.tap('回到人员')
    await link(staff, NAME).waitFor()
  })

  test('cannot appoint themselves, and is told at the field', async () => {
    const { accountId: own } = expectValue(await administrator.accounts('getMe', {}))
    await staff.tap('任命')
    await field(staff, '账号编号').fill(own)
    await field(staff, '姓名').fill('我自己')
    await staff.tap('角色，请选择')
    await radio(staff, /^审计员/).click()
    await staff.tap('任命')
    await staff.see('不能给自己授权。请由另一位管理员操作。')
    expect(await staff.shown.locator('.field input').first().inputValue()).toBe(own)
    await staff.look('105-appoint-self-desk')
  })
})

describe('the new reviewer on a phone', () => {
  let reviewer: Guest

  test('finds the message, and a workbench for that district only', async () => {
    reviewer = await onPhone(NEWCOMER)
    await reviewer.openTab('我的')
    await reviewer.tap(/^消息/)
    await reviewer.see('你被任命为审核员')
    await reviewer.picture('106-appointed-message-phone')
    await reviewer.tap('返回')
    await reviewer.tap(/^工作台/)
    await reviewer.see('静安区审核员')
    await reviewer.look('107-reviewer-workbench-phone')
    expect(await reviewer.shown.getByText('人员', { exact: true }).count()).toBe(0)
    expect(await reviewer.shown.getByText('工作记录', { exact: true }).count()).toBe(0)
  })

  test('is told plainly that another district, and what is not theirs here, stay closed', async () => {
    for (const [page, title] of [
      ['staff', '人员'],
      ['audit', '工作记录'],
    ] as const) {
      await goTo(reviewer, `${page}/index?placeCode=${PUDONG}`, title)
      await reviewer.see('你在这个地区没有工作身份')
      await goTo(reviewer, `${page}/index?placeCode=${SHANGHAI}`, title)
      await reviewer.see('你在这个地区没有工作身份')
      await goTo(reviewer, `${page}/index?placeCode=${JINGAN}`, title)
      await reviewer.see(/^只有管理员和审计员可以看/)
    }
    await reviewer.look('108-not-theirs-phone')
  })
})

describe('the audit trail', () => {
  let auditor: Guest

  test('tells of the appointment with what was before and after', async () => {
    auditor = await atDesk('administratorFirst')
    await goTo(auditor, `audit/index?placeCode=${SHANGHAI}`, '工作记录')
    const row = auditor.shown.getByRole('row').filter({ hasText: NAME }).first()
    await row.waitFor()
    const words = await row.innerText()
    for (const part of ['任命', '首位管理员', '静安区', '完成', '审核员', '127.0.0.1'])
      expect(words).toContain(part)
    expect(await row.locator('.changes__change').count()).toBe(4)
    await auditor.picture('110-audit-desk')
  })

  test('is narrowed by act, person and object, and a view can be sent by its address', async () => {
    await auditor.tap('操作，全部操作')
    await radio(auditor, '提前结束投票').click()
    await auditor.see('没有符合条件的记录。工作人员做的每一步都会记在这里。')
    await pause(auditor)
    await auditor.tap('操作，提前结束投票')
    await radio(auditor, '任命').click()
    const row = auditor.shown.getByRole('row').filter({ hasText: NAME }).first()
    await row.getByRole('button', { name: '只看这个对象的' }).click()
    await auditor.see(/^只看这个对象：身份/)
    const colleague = await onPhone('administratorFirst')
    await colleague.page.goto(auditor.page.url())
    await colleague.see('任命')
    await colleague.settle()
    expect(await colleague.shown.locator('.card').filter({ hasText: '办理人' }).count()).toBe(1)
    await colleague.picture('111-audit-phone')
  })

  test('is checked, and nothing is missing', async () => {
    await auditor.tap('检查记录')
    await auditor.see(/条记录，一条不少，没有改动$/)
    await auditor.look('112-audit-checked-desk')
  })
})

describe('contact of a colleague', () => {
  test('is shown for a reason, until the sheet is closed', async () => {
    const colleague = await demo.cloud.person('oDemoCitizenZhou')
    const contact = { name: NAME, phone: '021-00000000' }
    expectValue(await colleague.accounts('saveContact', { contact }))
    const staff = await onPhone('administratorFirst')
    await goTo(staff, `staff/index?placeCode=${SHANGHAI}`, '人员')
    await staff.picture('113-staff-phone')
    await staff.tap(new RegExp(`^${NAME}`))
    await staff.look('114-member-phone')
    await staff.tap('看联系方式')
    await inSheet(staff, '看联系方式').click()
    await staff.see('请写原因，至少 2 个字')
    await staff.look('115-reveal-phone')
    await asked(staff).fill('投票系统有急事')
    await inSheet(staff, '看联系方式').click()
    await staff.see(`${NAME} 021-00000000`)
    await staff.look('116-contact-phone')
    await staff.tap('关闭')
    expect(await staff.shown.getByText('021-00000000').count()).toBe(0)
  })
})

describe('organisations', () => {
  let staff: Guest

  test('are registered, found and closed for a reason', async () => {
    staff = await atDesk('administratorFirst')
    await goTo(staff, `organisations/index?placeCode=${SHANGHAI}`, '组织')
    await staff.see('没有符合条件的组织。可以换个条件，或者登记一个。')
    await staff.tap('登记组织')
    await staff.see('基本情况')
    await staff.tap('登记组织')
    await staff.see('请选择组织类别')
    await staff.tap('组织类别，请选择')
    await radio(staff, '企业').click()
    await staff.shown.locator('.field input').first().fill('示例物业公司')
    await staff.look('120-register-desk')
    await staff.tap('登记组织')
    await staff.see('没有留')
    await staff.look('121-organisation-desk')
    await goTo(staff, `organisations/index?placeCode=${SHANGHAI}`, '组织')
    await staff.shown.locator('input[placeholder="搜索组织名称"]').fill('物业')
    await link(staff, '示例物业公司').waitFor()
    await staff.picture('122-organisations-desk')
    await link(staff, '示例物业公司').click()
    await staff.tap('停用')
    await asked(staff).fill('公司注销')
    await inSheet(staff, '停用').click()
    await staff.see('已停用')
    await pause(staff)
    await staff.tap('恢复')
    await asked(staff).fill('登记有误')
    await inSheet(staff, '恢复').click()
    await staff.see('正常')
  })

  test('keep what was typed when a colleague was faster', async () => {
    await staff.tap('修改')
    const { organisations } = expectValue(
      await administrator.places('listOrganisations', { placeCode: SHANGHAI }),
    )
    const organisationId = organisations[0]?.organisationId ?? ''
    const { version } = expectValue(await administrator.places('getOrganisation', { organisationId }))
    const theirs = { name: '示例物业公司', kind: 'company', introduction: '同事写的简介。' } as const
    expectValue(
      await administrator.places('reviseOrganisation', { organisationId, basedOn: version, ...theirs }),
    )
    await staff.shown.locator('textarea').fill('我写的简介。')
    await staff.tap('保存修改')
    await staff.see('别人刚刚改过，上面是新的内容。你写的还在，核对以后再保存。')
    await staff.see('同事写的简介。')
    expect(await staff.shown.locator('textarea').inputValue()).toBe('我写的简介。')
    await staff.look('123-changed-meanwhile-desk')
    await staff.tap('保存修改')
    await staff.see('我写的简介。')
  })

  test('have grids below the villages', async () => {
    const { places } = expectValue(await administrator.places('listPlaces', { parentCode: STREET }))
    await goTo(staff, `grids/index?placeCode=${SHANGHAI}&village=${places[0]?.code}`, '网格')
    await staff.tap('添加网格')
    await asked(staff).fill('第一网格')
    await inSheet(staff, '添加').click()
    await staff.shown.getByRole('cell', { name: '第一网格', exact: true }).waitFor()
    await staff.picture('124-grids-desk')
    await staff.tap('给第一网格改名')
    await asked(staff).fill('南街网格')
    await inSheet(staff, '改名').click()
    await staff.shown.getByRole('cell', { name: '南街网格', exact: true }).waitFor()
    await staff.tap('停用南街网格')
    await asked(staff).fill('合并网格')
    await inSheet(staff, '停用').click()
    await staff.see('这个居村还没有网格')
  })
})

describe('operations', () => {
  test('show timers, messages, problems and storage, and find a log', async () => {
    for (const service of ['voting', 'administration', 'messages'] as const)
      await demo.cloud.runTimer(service)
    const staff = await atDesk('administratorFirst')
    await goTo(staff, `operations/index?placeCode=${SHANGHAI}`, '运行情况')
    await staff.see('定时任务')
    await staff.see('数据库')
    await staff.picture('130-operations-desk')
    await staff.shown.locator('.field input').first().fill('no-such-request')
    await staff.tap('找日志')
    await staff.see('日志里没有这个编号。请核对，或者它已经太久。')
    await staff.tap('刷新')
    await staff.see('定时任务')
  })
})

describe('a role is ended', () => {
  test('and the workbench is gone', async () => {
    const staff = await atDesk('administratorFirst')
    await goTo(staff, `staff/index?placeCode=${SHANGHAI}&role=reviewer`, '人员')
    await link(staff, NAME).click()
    await staff.look('131-member-desk')
    await staff.tap('结束身份')
    await asked(staff).fill('工作调动')
    await staff.look('132-end-role-desk')
    await inSheet(staff, '结束身份').click()
    await link(staff, NAME).waitFor({ state: 'detached' })
    await staff.shown.getByRole('checkbox', { name: '已结束' }).click()
    await link(staff, NAME).waitFor()
    expect(staff.page.url()).toContain('state=ended')
    const reviewer = await onPhone(NEWCOMER)
    await goTo(reviewer, `overview/index?placeCode=${JINGAN}`, '工作台')
    await reviewer.see(/^这里是工作人员用的/)
    await reviewer.tap(/部署口令/)
    await reviewer.shown.locator('.field input').fill('not-the-secret')
    await reviewer.tap('成为第一位管理员')
    await reviewer.see('部署口令不正确，或者已经有人使用过。')
    await reviewer.look('133-claim-phone')
  })
})
