import type { Browser } from 'playwright-core'
import { REPORT_UPLOADS } from '../../contract/cases/cases'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue } from '../support/builders'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { anUpload } from '../support/nominations'
import { type Guest, visit } from './visit'

/** A street problem from the report to a satisfied citizen, through the desk and a department. */

const STARTS_WITHIN = 180_000
const STREET = '310106012'
const DEPARTMENT = '南京西路示例环卫所'
const ADDRESS = '静安区南京西路街道示例路口'
const CATEGORY = 'exposedRubbish'

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let administrator: Person
let citizen: Person
let departmentId: string
let desk: Guest
let phone: Guest
const guests: Guest[] = []

const openids = {
  citizen: 'oDemoCitizenChen',
  dispatcher: 'oDemoDispatcherStreet',
  handler: 'oDemoHandlerSanitation',
}

async function appoint(openid: string, role: 'dispatcher' | 'handler', name: string): Promise<void> {
  const organisationId = role === 'handler' ? departmentId : null
  const accountId = await accountIdOf(await cloud.person(openid))
  const grant = { accountId, name, role, placeCode: STREET, organisationId, endsAt: null }
  expectValue(await administrator.administration('grantRole', grant))
}

/** The department stands for cleaning in this street, so that reports are proposed to go there. */
async function prepareStreet(): Promise<void> {
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: STREET,
      kind: 'department',
      name: DEPARTMENT,
    }),
  )
  departmentId = organisation.organisationId
  await appoint(openids.dispatcher, 'dispatcher', '派遣员 · 示例')
  await appoint(openids.handler, 'handler', '环卫处置员 · 示例')
  const { catalogue } = expectValue(await administrator.caseRules('getCategories', { placeCode: '310000' }))
  const duty = catalogue.categories.find(({ categoryId }) => categoryId === CATEGORY)?.defaultDuty
  if (!duty) throw new Error(`the catalogue has no ${CATEGORY}`)
  const holder = { placeCode: STREET, duty, organisationId: departmentId }
  expectValue(await administrator.caseRules('assignDuty', holder))
}

const picture = (isFixed: boolean): Promise<Buffer> =>
  drawnPicture({ seed: 'corner/1', kind: 'problem', problem: 'rubbish', isFixed })

async function report(description: string, longitude: number): Promise<string> {
  const photo = await anUpload(cloud, citizen, await picture(false), REPORT_UPLOADS)
  const answer = await citizen.reporting('reportProblem', {
    categoryId: CATEGORY,
    description,
    answers: [],
    photos: [photo],
    position: { longitude, latitude: 31.2296 },
    address: ADDRESS,
    placeCode: STREET,
    seenAt: Date.now(),
    contact: { name: '示例甲', phone: '10000000001' },
  })
  return expectValue(answer).caseId
}

const stateOf = async (caseId: string): Promise<string> =>
  expectValue(await citizen.reporting('getCase', { caseId })).state

beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  ;({ cloud, administrator, stop } = started)
  browser = opened
  citizen = await cloud.person(openids.citizen)
  await prepareStreet()
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function guest(look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  return arrived
}

async function openWorkbench(staff: Guest): Promise<void> {
  await staff.openTab('我的')
  await staff.tap(/^工作台/)
  await staff.shown.locator('.page__title').getByText('工作台', { exact: true }).waitFor()
  await staff.settle()
}

const row = (staff: Guest, words: string) => staff.shown.getByRole('link', { name: words }).first()
const tick = (staff: Guest, words: string | RegExp) =>
  staff.shown.getByRole('checkbox', { name: words, exact: true }).first()
const sheet = (staff: Guest) => staff.shown.locator('.sheet')

/** Writes what the open sheet asks for and sends it. */
async function say(staff: Guest, words: string, button: string): Promise<void> {
  await sheet(staff).locator('textarea').fill(words)
  await sheet(staff).getByRole('button', { name: button, exact: true }).click()
  await sheet(staff).waitFor({ state: 'detached' })
}

/** The phone's own camera answers with this picture. */
async function takePhoto(staff: Guest): Promise<void> {
  const choosing = staff.page.waitForEvent('filechooser')
  await sheet(staff)
    .getByRole('button', { name: /^拍照：/ })
    .click()
  const agree = staff.page.getByRole('button', { name: '同意', exact: true })
  const chooser = await Promise.race([
    choosing,
    agree.waitFor().then(async () => {
      await agree.click()
      return choosing
    }),
  ])
  const buffer = await picture(true)
  await chooser.setFiles([{ name: 'after.jpg', mimeType: 'image/jpeg', buffer }])
  await sheet(staff).getByText('已上传', { exact: true }).waitFor()
}

async function handleOnPhone(words: string): Promise<void> {
  await phone.tap('处置完成')
  await phone.see('处置后的照片（0/6）')
  await takePhoto(phone)
  await say(phone, words, '处置完成')
  await phone.see('处置结果已提交，等待核查')
}

async function closeAtDesk(reply: string): Promise<void> {
  await tick(desk, /^待核查/).click()
  await row(desk, ADDRESS).click()
  await desk.tap('核查通过并结案')
  await say(desk, reply, '核查通过并结案')
}

let caseId: string

test('the desk finds a report, takes it on in one tap and sends it where it is proposed to go', async () => {
  caseId = await report('路口转角堆了好几袋垃圾（示例）', 121.4562)
  desk = await guest({ desk: true })
  await desk.become('dispatcherStreet')
  await openWorkbench(desk)
  await desk.shown.getByRole('link', { name: /1\s*件\s*待受理/ }).click()
  await row(desk, ADDRESS).waitFor()
  await desk.look('300-queue-desk')
  await desk.page.keyboard.press('ArrowDown')
  await desk.page.keyboard.press('Enter')
  await desk.see('受理并立案')
  expect(desk.page.url()).toContain(`caseId=${caseId}`)
  await desk.look('301-reported-desk')
  await desk.tap('受理并立案')
  await tick(desk, '待派遣 1').waitFor()
  await tick(desk, '待派遣 1').click()
  await row(desk, ADDRESS).click()
  await desk.tap('派遣')
  await desk.see(`建议派给${DEPARTMENT}`)
  await desk.look('302-dispatch-desk')
  await sheet(desk).getByRole('button', { name: '派遣', exact: true }).click()
  await sheet(desk).waitFor({ state: 'detached' })
  await tick(desk, '待接单 1').waitFor()
  expect(await stateOf(caseId)).toBe('dispatched')
})

test('a handler on the phone finds it, takes it and shows what was done; who refuses a position keeps the order', async () => {
  phone = await guest()
  await phone.become('handlerSanitation')
  await openWorkbench(phone)
  await phone.look('303-workbench-handler-phone')
  await phone.tap(/^我的处置/)
  await row(phone, ADDRESS).waitFor()
  await tick(phone, '离我近的在前').click()
  await phone.page.getByRole('button', { name: '同意', exact: true }).click()
  await phone.see(/仍按到期时间排列/)
  await phone.look('304-mine-phone')
  await row(phone, ADDRESS).click()
  await phone.tap('接单')
  await phone.shown.getByRole('button', { name: '处置完成', exact: true }).waitFor()
  await phone.look('305-handling-phone')
  await handleOnPhone('已经清运，地面冲洗干净')
  await phone.see('没有别的待处置案件了')
  expect(await stateOf(caseId)).toBe('handled')
})

test('the desk sees before and after side by side, looks up the reporter with a reason, and closes it with a reply', async () => {
  await desk.page.reload()
  await tick(desk, /^待核查/).click()
  await row(desk, ADDRESS).click()
  await desk.see('处理后')
  await desk.tap('查看联系方式')
  await sheet(desk).locator('input').fill('核实处置情况')
  await sheet(desk).getByRole('button', { name: '查看', exact: true }).click()
  await desk.see('10000000001')
  await desk.look('308-verify-desk')
  await desk.tap('核查通过并结案')
  await say(desk, '已经清运完毕，谢谢你的反映', '核查通过并结案')
  expect(await stateOf(caseId)).toBe('closed')
})

test('a dissatisfied citizen has it back at the same department, until it is really done', async () => {
  const rating = { caseId, stars: 1, reasons: ['halfDone' as const], words: '只清了一半', photos: [] }
  const { outcome } = expectValue(await citizen.reporting('rateCase', rating))
  expect(outcome).toBe('reopened')
  await phone.tap('回到列表')
  await row(phone, ADDRESS).waitFor()
  await phone.see('重开 1 次')
  await row(phone, ADDRESS).click()
  await phone.see('只清了一半')
  await phone.look('309-reopened-phone')
  await phone.tap('接单')
  await handleOnPhone('剩下的一半也清走了')
  await desk.page.reload()
  await closeAtDesk('剩下的也已清走')
  await tick(desk, '已结案').click()
  await row(desk, ADDRESS).waitFor()
  const satisfied = { ...rating, stars: 5, reasons: ['thorough' as const], words: '' }
  expect(expectValue(await citizen.reporting('rateCase', satisfied)).outcome).toBe('recorded')
})

test('several reports are taken on and sent off in one go, each told what has become of it', async () => {
  await report('店门口也有（示例）', 121.4581)
  await report('弄堂口还有一堆（示例）', 121.4603)
  await desk.page.goto(
    `${cloud.url}/#/features/administration/pages/cases/index?placeCode=${STREET}&state=reported`,
  )
  await desk.tap('多选')
  await desk.tap('选中列表里的全部')
  await desk.see('已选 2 件')
  await desk.look('311-ticked-desk')
  await desk.tap('受理、立案并派遣')
  await sheet(desk)
    .getByRole('radio', { name: new RegExp(DEPARTMENT) })
    .click()
  await sheet(desk).getByRole('button', { name: '受理、立案并派遣', exact: true }).click()
  await desk.see('2 件都办好了')
  await desk.tap('知道了')
  await tick(desk, '待接单 2').click()
  await row(desk, ADDRESS).waitFor()
  await desk.tap('看地图')
  await desk.shown.locator('.map').waitFor()
  await desk.look('313-queue-map-desk')
})

test.each([
  ['on a phone', false],
  ['at a desk', true],
])('the pages of cases hold in care mode %s', async (_name, isDesk) => {
  const elder = await guest({ care: true, desk: isDesk })
  await elder.become('dispatcherStreet')
  const suffix = isDesk ? 'desk' : 'phone'
  await elder.page.goto(`${cloud.url}/#/features/administration/pages/cases/index?placeCode=${STREET}`)
  await row(elder, ADDRESS).waitFor()
  await elder.look(`314-care-queue-${suffix}`)
  await row(elder, ADDRESS).click()
  await elder.see('经过')
  await elder.look(`315-care-case-${suffix}`)
})
