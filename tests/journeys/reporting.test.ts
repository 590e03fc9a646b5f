import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Route } from 'playwright-core'
import sharp from 'sharp'
import { folderOf } from '../../config/folders'
import { people } from '../../localcloud/seed/content/people'
import { openBrowser } from '../support/browser'
import { expectValue } from '../support/builders'
import { aReport, IN_SHIMEN, SHIMEN } from '../support/cases'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { drawnPicture } from '../support/drawnPictures'
import { type Guest, visit } from './visit'

/** A street problem from the photo to the receipt, in a real browser: with and without a position, with and without a network. */

const STARTS_WITHIN = 180_000
const ADDRESS = '石门二路 12 号门口'
/** What the address names. */
const STREET = '静安区 石门二路街道'

let cloud: Cloud
let browser: Browser
let citizen: Person
const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-reporting-'))
const guests: Guest[] = []

beforeAll(async () => {
  const peopleFile = path.join(folder, 'people.json')
  writeFileSync(peopleFile, JSON.stringify(people))
  ;[cloud, browser] = await Promise.all([
    startCloud({ site: folderOf('dist/h5'), peopleFile }),
    openBrowser(),
  ])
  citizen = await cloud.person('oDemoCitizenChen')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await cloud?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function guest(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

/** As a phone's camera writes it: the third says where and when. */
const photos = async (): Promise<Buffer[]> => {
  const [one, two, three] = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      drawnPicture({ seed: `reporting/${name}`, kind: 'problem', problem: 'rubbish', isFixed: false }),
    ),
  )
  if (!one || !two || !three) throw new Error('nothing was drawn')
  const located = await sharp(one)
    .withExif({
      IFD2: { DateTimeOriginal: '2026:11:20 10:11:12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 14/1 1800/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 27/1 2200/100',
      },
    })
    .jpeg()
    .toBuffer()
  return [located, two, three]
}

const field = (person: Guest, label: string) =>
  person.shown.locator('label').filter({ hasText: label }).locator('input, textarea').first()

/** Presses what opens the camera, agrees to that the first time, and chooses files. */
async function choose(person: Guest, button: string | RegExp, pictures: Buffer[]): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser')
  await person.tap(button)
  const agree = person.shown.getByRole('button', { name: '同意', exact: true })
  const first = await Promise.race([chooser, agree.waitFor().then(() => null)])
  if (first === null) await agree.click()
  const files = pictures.map((buffer, index) => ({ name: `${index}.jpg`, mimeType: 'image/jpeg', buffer }))
  await (await chooser).setFiles(files)
}

/** From wherever the person is. */
async function openReporting(person: Guest): Promise<void> {
  await person.page.goto(`${cloud.url}/#/pages/reporting/index`)
  await person.shown.locator('.page__title').getByText('随申拍', { exact: true }).waitFor()
}

async function chooseRubbish(person: Guest): Promise<void> {
  await person.tap('环境卫生')
  await person.tap(/^暴露垃圾/)
}

const casesOf = async (person: Person) => expectValue(await person.reporting('listMyReports', {})).reports

/** What the browser says of calls that found no network; everything else that goes wrong still counts. */
const ofNoNetwork = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/

const forgiveNoNetwork = ({ faults }: Guest): void =>
  void faults.splice(0, faults.length, ...faults.filter((fault) => !ofNoNetwork.test(fault)))

describe('on a phone', () => {
  let person: Guest

  test('three photos, a picture and an address make a report, whose place the first photo knew', async () => {
    person = await guest('citizenChen')
    await person.openTab('随申拍')
    await person.look('700-reporting-tab')
    await choose(person, '拍照上报', await photos())
    await person.see('位置已从照片中读取')
    await person.see('再加照片（3/6）')
    await person.look('701-report-photos')
    await chooseRubbish(person)
    await field(person, '地址').fill(ADDRESS)
    await person.see(/^已保存草稿 /)
    await person.see(STREET)
    await person.look('702-report-filled')
    await person.tap('提交上报')
    await person.see('已经收到你的上报')
    await person.see(/^承诺 .+ 前处理。/)
    await person.look('703-receipt')
    const [found] = await casesOf(citizen)
    expect(found).toMatchObject({ categoryName: '暴露垃圾', address: ADDRESS, relation: 'reporter' })
    expect(found?.position?.latitude).toBeCloseTo(31.236, 2)
    await person.tap('我的上报')
    await person.tap(/^暴露垃圾|暴露垃圾/)
    await person.see('经过')
    await person.see(found?.number ?? '')
    await person.look('704-own-case')
  })

  test('who refuses to be located writes the address', async () => {
    await openReporting(person)
    await person.tap('不拍照，只写文字')
    await person.tap('用手机定位')
    await person.see('没有用定位，没关系：写清地址一样可以上报')
    await person.tap('提交上报')
    await person.see(/^还差 \d 处$/)
    await person.look('705-report-problems')
    await choose(person, '拍照或选照片', (await photos()).slice(1, 2))
    await chooseRubbish(person)
    await field(person, '地址').fill('山海关路 3 号')
    await person.tap('提交上报')
    await person.see('已经收到你的上报')
    const [found] = await casesOf(citizen)
    expect(found).toMatchObject({ address: '山海关路 3 号', position: null })
  })

  test('what was written without a network waits, is seen to wait, and is sent once when it is back', async () => {
    const before = (await casesOf(citizen)).length
    const context = person.page.context()
    await openReporting(person)
    await choose(person, '拍照上报', (await photos()).slice(1))
    await person.see('再加照片（2/6）')
    await chooseRubbish(person)
    await context.setOffline(true)
    await field(person, '地址').fill('新闸路 7 号')
    await person.tap('提交上报')
    await person.see('已保存在手机上')
    await person.see('等待发送，有网后自动发出。可以离开这一页。')
    await person.look('706-waiting')
    await openReporting(person)
    await person.see('1 条等待发送 · 有网后自动发出')
    await person.look('707-tab-waiting')
    await context.setOffline(false)
    await person.shown.getByText('1 条等待发送 · 有网后自动发出').waitFor({ state: 'detached' })
    forgiveNoNetwork(person)
    const found = await casesOf(citizen)
    expect(found).toHaveLength(before + 1)
    expect(found[0]?.address).toBe('新闸路 7 号')
  })

  test('an answer that was lost makes no second case', async () => {
    const before = (await casesOf(citizen)).length
    let lost = 0
    const loseFirst = async (route: Route) => {
      if (!route.request().postData()?.includes('reportProblem') || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    }
    await person.page.route('**/call/reporting', loseFirst)
    await openReporting(person)
    await choose(person, '拍照上报', (await photos()).slice(2))
    await person.see('再加照片（1/6）')
    await chooseRubbish(person)
    await field(person, '地址').fill('北京西路 9 号')
    await person.tap('提交上报')
    await person.see('已经收到你的上报')
    await person.page.unroute('**/call/reporting', loseFirst)
    forgiveNoNetwork(person)
    expect(lost).toBe(1)
    expect(await casesOf(citizen)).toHaveLength(before + 1)
  })

  test('what was begun is there again after the page was closed, with its photos', async () => {
    await openReporting(person)
    await choose(person, '拍照上报', (await photos()).slice(2))
    await person.see('再加照片（1/6）')
    await field(person, '写一句话').fill('垃圾堆在人行道上，写到一半')
    await person.see(/^已保存草稿 /)
    await person.page.reload()
    await field(person, '写一句话').waitFor()
    expect(await field(person, '写一句话').inputValue()).toBe('垃圾堆在人行道上，写到一半')
    await person.see('再加照片（1/6）')
    const picture = person.shown.getByRole('img', { name: '第 1 张照片' }).locator('img')
    await picture.waitFor()
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100)
  })
})

test('who finds that it was reported already joins, and makes no second case', async () => {
  const other = await cloud.person('oDemoCitizenLin')
  const { caseId } = await aReport(cloud, citizen, { placeCode: SHIMEN, position: IN_SHIMEN })
  const before = (await casesOf(other)).length
  const person = await guest('citizenLin')
  const context = person.page.context()
  await context.grantPermissions(['geolocation'])
  // WGS-84, beside the point that the maps here call IN_SHIMEN.
  await context.setGeolocation({ longitude: 121.4557, latitude: 31.2383 })
  await openReporting(person)
  await choose(person, '拍照上报', (await photos()).slice(1, 2))
  await person.see('位置已用手机定位')
  await chooseRubbish(person)
  await field(person, '地址').fill('石门二路示例路口')
  await person.see(STREET)
  await person.tap('提交上报')
  await person.see('附近已经有人报过')
  await person.look('708-similar')
  await person.tap(/^我也遇到：/)
  await person.see('经过')
  await person.look('709-joined')
  const found = await casesOf(other)
  expect(found).toHaveLength(before + 1)
  expect(found[0]).toMatchObject({ caseId, relation: 'joined', joined: 1 })
})
