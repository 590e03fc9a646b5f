import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { folderOf } from '../../config/folders'
import type { NominationPlan } from '../../contract/campaigns'
import { people } from '../../localcloud/seed/content/people'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue, JINGAN, SHANGHAI } from '../support/builders'
import { ADMINISTRATOR_SECRET, type Cloud, type Person, startCloud } from '../support/cloud'
import { aFlatPicture, formField, takingNominations } from '../support/nominations'
import { type Guest, visit } from './visit'

/** A nomination from the first word to the ballot paper, in a real browser, on a network that comes and goes. */

const STARTS_WITHIN = 180_000
const CAMPAIGN = '示例：优秀自律组织选树'
const NAME = '示例路商户自律会'
const SUMMARY = '沿街二十家商户自己管好门前。'
const ACHIEVEMENTS = '每天早晚清扫门前，互相提醒。'.repeat(80)
const REVIEWER = { id: 'reviewerJingan', openid: 'oDemoReviewerJingan' }

/** The form of 365号 with fewer photos, each of the document's size. */
const plan: NominationPlan = {
  channels: ['self', 'public', 'street'],
  fields: [
    ...(['foundedIn', 'units', 'leader', 'phone', 'achievements'] as const).map((key) => formField(key)),
    formField('remarks', { isRequired: false }),
  ],
  photos: {
    kinds: [
      { kind: 'group', min: 1 },
      { kind: 'working', min: 1 },
    ],
    min: 2,
    max: 4,
    shortSide: 2480,
    longSide: 3425,
  },
  quotas: { perDistrict: 2, districts: [], departments: [] },
}

const DOUBLE_TAP_TIME = 450

let cloud: Cloud
let browser: Browser
let administrator: Person
let author: Person
let campaignId: string
const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-nominations-'))
const guests: Guest[] = []

beforeAll(async () => {
  const peopleFile = path.join(folder, 'people.json')
  writeFileSync(peopleFile, JSON.stringify(people))
  const site = path.join(folder, 'site')
  cpSync(folderOf('dist/h5'), site, { recursive: true })
  ;[cloud, browser] = await Promise.all([startCloud({ site, peopleFile }), openBrowser()])
  administrator = await cloud.person('oDemoAdministratorFirst')
  author = await cloud.person('oDemoCitizenChen')
  const claim = { cityCode: SHANGHAI, secret: ADMINISTRATOR_SECRET }
  expectValue(await administrator.administration('claimAdministration', claim))
  const accountId = await accountIdOf(await cloud.person(REVIEWER.openid))
  const grant = { name: '示例审核员', role: 'reviewer', placeCode: JINGAN, organisationId: null } as const
  expectValue(await administrator.administration('grantRole', { ...grant, accountId, endsAt: null }))
  const campaign = takingNominations(plan, { name: CAMPAIGN })
  campaignId = expectValue(await administrator.voting('createCampaign', campaign)).campaignId
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

/** What the browser says of calls that found no network; everything else that goes wrong still counts. */
const ofNoNetwork = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/

/** Without a network, for as long as `act` takes. */
async function offline(person: Guest, act: () => Promise<void>): Promise<void> {
  const context = person.page.context()
  await context.setOffline(true)
  await act()
  await context.setOffline(false)
  forgiveNoNetwork(person)
}

function forgiveNoNetwork({ faults }: Guest): void {
  faults.splice(0, faults.length, ...faults.filter((fault) => !ofNoNetwork.test(fault)))
}

const field = (person: Guest, label: string) =>
  person.shown.locator('label').filter({ hasText: label }).locator('input, textarea').first()

async function openCampaign(person: Guest): Promise<void> {
  await person.openTab('投票')
  await person.tap(new RegExp(`^${CAMPAIGN}`))
  await person.see('公众意见')
}

async function choosePhoto(person: Guest, kind: string, picture: Buffer): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser')
  await person.tap(`添加${kind}`)
  const agree = person.shown.getByRole('button', { name: '同意', exact: true })
  const first = await Promise.race([chooser, agree.waitFor().then(() => null)])
  if (first === null) await agree.click()
  await (await chooser).setFiles({ name: `${kind}.jpg`, mimeType: 'image/jpeg', buffer: picture })
}

/** The name of the file that the browser is given. */
async function download(person: Guest, words: string): Promise<string> {
  const given = person.page.waitForEvent('download')
  await person.tap(words)
  return (await given).suggestedFilename()
}

const nominationOfAuthor = async () => {
  const { nominations } = expectValue(await author.nominations('listMyNominations', { campaignId }))
  const nominationId = nominations[0]?.nominationId ?? ''
  return expectValue(await author.nominations('getMyNomination', { nominationId }))
}

describe('on a phone', () => {
  let citizen: Guest

  test('its author finds the way from the campaign, is told what is asked, and begins', async () => {
    citizen = await guest('citizenChen')
    await openCampaign(citizen)
    await citizen.look('300-campaign-nominating')
    await citizen.tap(/^正在申报/)
    await citizen.see('要准备什么')
    await citizen.look('301-nominate')
    await citizen.tap('开始填写推荐表')
    await citizen.see('请选择你是以什么身份申报')
    await citizen.shown.getByRole('radio', { name: /^组织自荐/ }).click()
    await citizen.tap('开始填写推荐表')
    await field(citizen, '自律组织名称').waitFor()
    await citizen.look('302-form-empty')
  })

  test('what is typed is saved, also when the page goes or the network does', async () => {
    await field(citizen, '自律组织名称').fill(NAME)
    // At once, before anything can have been sent.
    await citizen.page.reload()
    await field(citizen, '自律组织名称').waitFor()
    expect(await field(citizen, '自律组织名称').inputValue()).toBe(NAME)
    await citizen.see(/^已保存草稿 /)
    await offline(citizen, async () => {
      await field(citizen, '一句话介绍').fill(SUMMARY)
      await field(citizen, '工作实绩').fill(ACHIEVEMENTS)
      await citizen.see('没有连上网络，草稿保存在本机')
      await citizen.see('已写 1,120 字，要 1000–1500 字')
      await citizen.look('303-form-offline')
    })
    await citizen.see(/^已保存草稿 /)
    expect((await nominationOfAuthor()).values).toEqual({ achievements: ACHIEVEMENTS })
  })

  test('what another device has written differently is asked about, and nothing of either is lost', async () => {
    await offline(citizen, async () => {
      await field(citizen, '自律组织名称').fill('本机写的名称')
      await citizen.see('没有连上网络，草稿保存在本机')
      const { nominationId, version, placeCode, summary, values } = await nominationOfAuthor()
      const elsewhere = { name: '另一台写的名称', values: { ...values, remarks: '另一台写的备注' } }
      const words = { nominationId, version, placeCode, summary, ...elsewhere }
      expectValue(await author.nominations('saveNomination', words))
    })
    await citizen.see('另一台设备上也改过，还没有保存')
    await citizen.tap('去选择留下哪一边的')
    await citizen.see('这份草稿在另一台设备上改过')
    await citizen.look('303-form-conflict')
    await citizen.tap('用另一台设备的')
    await citizen.see(/^已保存草稿 /)
    expect(await field(citizen, '自律组织名称').inputValue()).toBe('另一台写的名称')
    expect(await field(citizen, '备注').inputValue()).toBe('另一台写的备注')
    await field(citizen, '自律组织名称').fill(NAME)
    await citizen.see('正在保存草稿')
    await citizen.see(/^已保存草稿 /)
    expect((await nominationOfAuthor()).name).toBe(NAME)
  })

  test('what is missing is listed on top and told at its place, and the first place has the cursor', async () => {
    await citizen.tap('提交推荐表')
    await citizen.see(/^还不能提交，有 \d+ 处要补充或修改$/)
    await citizen.see('请填写联系方式')
    const focused = citizen.page.locator(':focus')
    expect(await focused.getAttribute('aria-label')).toMatch(/^所属区域，请选择，请选择所属区域/)
    await citizen.look('304-problems-at-field')
    await citizen.page.evaluate(() => document.querySelector('.taro_page_show')?.scrollTo(0, 0))
    await citizen.look('305-problems')
    await citizen.tap(/^所属区域/)
    await citizen.shown.getByRole('radio', { name: '静安区' }).click()
    const street = citizen.shown.getByRole('radio', { name: '南京西路街道' })
    await street.waitFor()
    // Rows that have just changed under a finger take no tap.
    await citizen.page.waitForTimeout(DOUBLE_TAP_TIME)
    await street.click()
    await citizen.see('静安区 南京西路街道')
    await citizen.shown.getByLabel(/^成立时间/).fill('2019-05')
    await field(citizen, '组织规模').fill('２０')
    await field(citizen, '组织负责人').fill('示例负责人')
    await field(citizen, '联系方式').fill('021-55500123')
    await citizen.see(/^已保存草稿 /)
    expect((await nominationOfAuthor()).values.units).toBe(20)
  })

  test('photos wait for the network, are tried again, and are there once', async () => {
    const [small, large] = await Promise.all([aFlatPicture(1200, 800), aFlatPicture(2480, 3508)])
    await choosePhoto(citizen, '集体照', small)
    await citizen.see(/^这张照片 1200×800，需要至少 2480×3425/)
    await citizen.look('306-photo-too-small')
    await citizen.tap('删除集体照第 1 张')
    await offline(citizen, async () => {
      await choosePhoto(citizen, '集体照', large)
      await citizen.see('没有网络，连上后继续')
      await citizen.look('307-photo-offline')
    })
    await citizen.see('已上传，请写说明')
    await citizen.tap('说明写好了：集体照第 1 张')
    await citizen.see('请写照片说明，至少 2 个字')
    await field(citizen, '集体照第 1 张的说明').fill('商户们的合影')
    // The cloud does its work, and its answer is lost on the way.
    await citizen.page.route(
      '**/call/nominations',
      async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await citizen.tap('说明写好了：集体照第 1 张')
    await citizen.see('集体照 至少 1 张，已有 1 张')
    await citizen.page.route('**/storage/upload**', (route) => route.abort('connectionreset'), { times: 2 })
    await choosePhoto(citizen, '工作照', large)
    await citizen.tap('重试：工作照第 1 张')
    await citizen.see('已上传，请写说明')
    forgiveNoNetwork(citizen)
    await field(citizen, '工作照第 1 张的说明').fill('在门前清扫')
    await citizen.tap('说明写好了：工作照第 1 张')
    await citizen.see('工作照 至少 1 张，已有 1 张')
    await citizen.look('308-photos')
    const { photos } = await nominationOfAuthor()
    expect(photos.map(({ kind, description }) => [kind, description])).toEqual([
      ['group', '商户们的合影'],
      ['working', '在门前清扫'],
    ])
  })

  test('it is handed in, and its author is told what happens next', async () => {
    await citizen.tap('提交推荐表')
    await citizen.see('推荐表已提交')
    await citizen.see('静安区初审 · 等待中')
    await citizen.look('309-handed-in')
    expect((await nominationOfAuthor()).state).toBe('submitted')
    expect(await download(citizen, '下载推荐表（Word）')).toMatch(/\.docx$/)
  })
})

describe('the reviewer of the district, at a desk', () => {
  let reviewer: Guest

  test('reads all of it and returns it, with a reason at each place', async () => {
    reviewer = await guest(REVIEWER.id, { desk: true, width: 1280 })
    await reviewer.openTab('我的')
    await reviewer.tap(/^工作台/)
    await reviewer.shown.getByRole('link', { name: /^申报初审，1 件等待/ }).click()
    await reviewer.shown.getByRole('link', { name: NAME }).first().click()
    await reviewer.see('静安区名额 2 个，已用 0 个')
    await reviewer.look('310-review-desk')
    await reviewer.tap('查看联系方式')
    await reviewer.see('021-55500123')
    await reviewer.tap('退回修改')
    await reviewer.shown.locator('.sheet').getByRole('checkbox', { name: '工作实绩' }).click()
    await reviewer.tap('退回给申报人')
    await reviewer.see('请写审核意见，至少 2 个字')
    await field(reviewer, '审核意见').fill('实绩写得太笼统，请补充。')
    await field(reviewer, '工作实绩要改什么').fill('请写出具体的做法和数字')
    await reviewer.look('311-return-desk')
    await reviewer.tap('退回给申报人')
    await reviewer.see('从列表里选一件，在这里处理')
    expect((await nominationOfAuthor()).state).toBe('returned')
  })

  test('its author, an elder on a small phone, sees the reasons at their places, corrects, and hands in again', async () => {
    const elder = await guest('citizenChen', { care: true, width: 375 })
    await elder.openTab('我的')
    await elder.tap(/^我的申报/)
    await elder.see('退回修改')
    await elder.look('312-care-my-nominations')
    await elder.tap(new RegExp(NAME))
    await elder.see('实绩写得太笼统，请补充。')
    await elder.look('313-care-returned')
    await elder.see('要修改：请写出具体的做法和数字')
    await elder.shown.getByText('要修改：请写出具体的做法和数字').scrollIntoViewIfNeeded()
    await elder.look('314-care-reason-at-field')
    await field(elder, '工作实绩').fill(`一年清扫三百次。${ACHIEVEMENTS}`)
    await elder.tap('提交推荐表')
    await elder.see('推荐表已提交')
    await elder.look('315-care-handed-in-again')
  })

  test('puts it forward within the quota, where everyone sees it', async () => {
    await reviewer.shown.getByRole('link', { name: '申报情况' }).click()
    await reviewer.shown.getByRole('link', { name: new RegExp(NAME) }).click()
    await reviewer.see('待审核 1 份')
    await reviewer.picture('316-nominations-desk')
    await reviewer.tap('推荐上报')
    await reviewer.shown
      .locator('.sheet')
      .getByRole('checkbox', { name: /同意推荐/ })
      .click()
    await reviewer.look('317-forward-desk')
    await reviewer.shown.locator('.sheet').getByRole('button', { name: '推荐上报', exact: true }).click()
    await reviewer.see('静安区名额 2 个，已用 1 个')
    await reviewer.see('已推荐到市里')
    const visitor = await guest('citizenLin', { dark: true })
    await visitor.page.goto(
      `${cloud.url}/#/features/nominations/pages/forwarded/index?campaignId=${campaignId}`,
    )
    await visitor.see(NAME)
    await visitor.look('318-dark-forwarded')
    await visitor.shown.getByRole('checkbox', { name: '浦东新区' }).click()
    await visitor.see('这个区还没有推荐。')
    await visitor.page.goto(
      `${cloud.url}/#/features/nominations/pages/nominate/index?campaignId=${campaignId}`,
    )
    await visitor.see('要准备什么')
    await visitor.look('319-dark-nominate')
  })
})

test('the city, on a phone, takes it onto the ballot paper', async () => {
  const city = await guest('administratorFirst')
  await city.openTab('我的')
  await city.tap(/^工作台/)
  await city.tap(/^申报情况/)
  await city.see('一共名额 32 个，已用 1 个')
  await city.picture('320-nominations-city')
  expect(await download(city, '下载全部申报（表格）')).toMatch(/\.xlsx$/)
  await city.shown.getByRole('link', { name: new RegExp(NAME) }).click()
  await city.see('经过')
  await city.look('321-nomination-city')
  await city.tap('列入选票')
  await city.shown.locator('.sheet').getByRole('checkbox', { name: '同意列入选票。' }).click()
  await city.shown.locator('.sheet').getByRole('button', { name: '列入选票', exact: true }).click()
  await city.see('已列入选票')
  const { candidates } = expectValue(await author.voting('listCandidates', { campaignId }))
  expect(candidates.map(({ name }) => name)).toEqual([NAME])
})
