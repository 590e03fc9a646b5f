import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { GeoReport } from '../cloudfunctions/open311/georeport'
import { openBrowser } from '../support/browser'
import { SHANGHAI } from '../support/builders'
import { startWithPeople } from '../support/demo'
import { type Guest, visit } from './visit'

/** Cases that do not come from citizens in WeChat: a key for another program, and tickets of the hotline from a sheet. */

const STARTS_WITHIN = 120_000
const PAGES = 'features/administration/pages'

let place: Awaited<ReturnType<typeof startWithPeople>>
let browser: Browser
const guests: Guest[] = []

beforeAll(async () => {
  ;[place, browser] = await Promise.all([startWithPeople(), openBrowser()])
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await place?.stop()
})

type Look = Parameters<typeof visit>[2]

async function administratorAt(page: string, look: Look): Promise<Guest> {
  const guest = await visit(browser, place.cloud.url, look)
  guests.push(guest)
  await guest.become('administratorFirst')
  await guest.page.goto(`${place.cloud.url}/#/${PAGES}/${page}/index?placeCode=${SHANGHAI}`)
  await guest.settle()
  return guest
}

const fieldIn = ({ page }: Guest, label: string) =>
  page.locator('label').filter({ hasText: label }).locator('input, textarea').last()

const AT_DESK = { desk: true, width: 1440 }

describe('a key for another program', () => {
  let desk: Guest
  let secret: string

  test('is made with the name of who uses it, and shown once', async () => {
    desk = await administratorAt('apiKeys', AT_DESK)
    await desk.see('还没有密钥。别的程序要提交案件，先给它建立一个密钥。')
    await desk.look('90-api-keys-empty')
    await desk.tap('建立密钥')
    const sheet = desk.page.getByRole('dialog').last()
    await fieldIn(desk, '使用单位').fill('示例街道智慧社区')
    await sheet.getByRole('button', { name: '建立密钥', exact: true }).click()
    await desk.page.getByText('密钥只显示这一次', { exact: true }).waitFor()
    await desk.look('91-api-key-secret')
    secret = (await desk.page.getByText(/^[0-9A-Z]{26}$/).textContent()) ?? ''
    await desk.page.getByRole('button', { name: '我已保存', exact: true }).click()
    await desk.see('示例街道智慧社区')
  })

  test('files cases at the address that the page shows, until it is revoked', async () => {
    const address =
      (await desk.shown
        .getByText(/\/web\/open311$/)
        .first()
        .textContent()) ?? ''
    const interfaceThere = new GeoReport(address)
    const [service] = (await interfaceThere.get<{ service_code: string }[]>('services.json')).body
    const report = { api_key: secret, service_code: service?.service_code ?? '', address_string: '静安区' }
    expect((await interfaceThere.post(report)).status).toBe(200)
    await desk.page.reload()
    await desk.see('1 件')
    await desk.look('92-api-keys')
    await desk.tap('停用示例街道智慧社区的密钥')
    const sheet = desk.page.getByRole('dialog').last()
    await fieldIn(desk, '原因').fill('项目已经结束')
    await sheet.getByRole('button', { name: '停用', exact: true }).click()
    await desk.shown.getByText(/停用$/).first().waitFor()
    expect((await interfaceThere.post(report)).status).toBe(403)
  })

  test('can be looked after on a phone', async () => {
    const phone = await administratorAt('apiKeys', { care: true })
    await phone.see('示例街道智慧社区')
    await phone.look('93-api-keys-phone')
  })
})

const HEADINGS = '工单编号,诉求时间,诉求类别,诉求内容,事发地址'
const sheetOf = (...rows: string[]) => Buffer.from([HEADINGS, ...rows].join('\r\n'))
const GOOD = 'HP-2,2026-11-10 10:00,暴露垃圾,门前有垃圾没有清走,静安区石门二路街道某路 1 号'

describe('tickets of the hotline', () => {
  let desk: Guest

  async function choose(name: string, buffer: Buffer): Promise<void> {
    const chooser = desk.page.waitForEvent('filechooser')
    await desk.tap('选择表格')
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
  }

  test('are read from a sheet, whose columns are guessed', async () => {
    desk = await administratorAt('hotline', AT_DESK)
    await desk.see('还没有导入过工单')
    await desk.look('94-hotline-empty')
    await choose('十一月工单.csv', sheetOf('HP-1,昨天,其他事项,脏,静安区', GOOD))
    await desk.see('哪一列是什么：十一月工单.csv')
    await desk.look('95-hotline-columns')
  })

  test('become no case while one row is wrong, and what is wrong can be taken along', async () => {
    await desk.tap('上传并检查 2 张工单')
    await desk.see('有 2 处问题，工单还没有变成案件')
    await desk.look('96-hotline-problems')
    const download = desk.page.waitForEvent('download')
    await desk.tap('下载问题清单')
    const file = await (await download).path()
    expect(readFileSync(file, 'utf8')).toContain('"诉求时间","诉求时间要写成')
    await desk.tap('选择改好的表格')
    await desk.see('已放弃')
  })

  test('become cases when all rows are right, once however often they are brought in', async () => {
    const mended = sheetOf('HP-1,2026-11-09 09:00,其他事项,路边很脏,静安区', GOOD)
    for (const words of [
      '生成 2 件案件，另有 0 张工单以前导入过。',
      '生成 0 件案件，另有 2 张工单以前导入过。',
    ]) {
      await choose('十一月工单.csv', mended)
      await desk.tap('上传并检查 2 张工单')
      await desk.see('检查通过')
      await desk.look('97-hotline-checked')
      await desk.tap('生成案件')
      await desk.see(words)
      await desk.look('98-hotline-done')
      await desk.tap('再导入一个表格')
    }
  })

  test('are seen on a phone, too', async () => {
    const phone = await administratorAt('hotline', {})
    await phone.see('十一月工单.csv')
    await phone.look('99-hotline-phone')
  })
})
