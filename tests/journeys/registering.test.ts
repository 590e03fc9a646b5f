import type { Browser } from 'playwright-core'
import { campaignCover } from '../../localcloud/seed/content/campaign'
import { openBrowser } from '../support/browser'
import { campaignInput, expectValue } from '../support/builders'
import type { Cloud } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { type Guest, visit } from './visit'

/** Staff enter candidates of a campaign that takes no nominations, on a phone with photos and at a desk without. */

const STARTS_WITHIN = 180_000
const DOUBLE_TAP_TIME = 400
const DAY = 24 * 3_600_000

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let campaignId: string
const guests: Guest[] = []

beforeAll(async () => {
  const [world, opened] = await Promise.all([startWithPeople(), openBrowser()])
  ;({ cloud, stop } = world)
  browser = opened
  const { administrator } = world
  const now = Date.now()
  const opens = { votingOpensAt: now + DAY, votingClosesAt: now + 5 * DAY }
  const campaign = campaignInput(now, { ...opens, name: '不接受申报的活动（示例）' })
  campaignId = expectValue(await administrator.voting('createCampaign', campaign)).campaignId
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function arrive(look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const guest = await visit(browser, cloud.url, look)
  guests.push(guest)
  await guest.become('administratorFirst')
  await guest.page.goto(`${cloud.url}/#/features/administration/pages/campaigns/index`)
  return guest
}

const field = (guest: Guest, label: RegExp) => guest.shown.getByRole('textbox', { name: label })

async function fillIn(guest: Guest, name: string): Promise<void> {
  await field(guest, /^自律组织名称/).fill(name)
  await field(guest, /^一句话介绍/).fill('沿街商户一起管门前')
  await field(guest, /^工作实绩/).fill('示例文字。门前三包，责任到户。')
  await field(guest, /^组织规模/).fill('20 家')
  await guest.tap(/^所属区域/)
  const sheet = guest.shown.locator('.sheet')
  await sheet.getByRole('radio', { name: '静安区' }).click()
  const street = sheet.getByRole('radio', { name: '南京西路街道' })
  await street.waitFor()
  // Rows that have just changed under a finger take no tap.
  await guest.page.waitForTimeout(DOUBLE_TAP_TIME)
  await street.click()
  await sheet.waitFor({ state: 'detached' })
  await guest.see('静安区 南京西路街道')
}

async function addPhoto(guest: Guest): Promise<void> {
  const chooser = guest.page.waitForEvent('filechooser')
  await guest.tap('拍照或选照片：照片')
  const agree = guest.shown.getByRole('button', { name: '同意', exact: true })
  const first = await Promise.race([chooser, agree.waitFor().then(() => null)])
  if (first === null) await agree.click()
  const picture = await drawnPicture(campaignCover)
  await (await chooser).setFiles([{ name: 'taken.jpg', mimeType: 'image/jpeg', buffer: picture }])
  await guest.see('已上传')
}

test('on a phone, with a photo: what is missing is said at its field, and what was typed is kept', async () => {
  const staff = await arrive()
  await staff.tap(/^登记候选组织/)
  await staff.see('自律组织名称')
  await staff.look('195-register-phone')
  await staff.tap('登记候选组织')
  await staff.see('还没有登记')
  await staff.look('196-register-missing-phone')
  await fillIn(staff, '静安区门前三包自律会（示例）')
  await staff.page.reload()
  await staff.see('静安区 南京西路街道')
  await addPhoto(staff)
  await staff.tap('登记候选组织')
  await staff.see('请选择照片类型')
  await staff.shown.getByRole('radio', { name: '工作照' }).click()
  await field(staff, /^第 1 张照片的说明/).fill('商户在扫门前')
  await staff.look('197-register-photo-phone')
  await staff.tap('登记候选组织')
  await staff.see('已登记为 1 号')
  await staff.look('198-registered-phone')
  await staff.tap('看候选名单')
  await staff.see('1号 静安区门前三包自律会（示例）')
  const { candidates } = expectValue(await cloud.nobody.voting('listCandidates', { campaignId }))
  const { candidateId = '' } = candidates[0] ?? {}
  const candidate = expectValue(await cloud.nobody.voting('getCandidate', { candidateId }))
  expect(candidate).toMatchObject({
    districtCode: '310106',
    streetName: '南京西路街道',
    channel: 'street',
    facts: [{ label: '组织规模', text: '20 家' }],
    photos: [{ kind: 'working', description: '商户在扫门前' }],
  })
})

test('at a desk, one after the other', async () => {
  const staff = await arrive({ desk: true })
  await staff.tap(/^候选组织的文字/)
  await staff.tap('登记候选组织')
  await fillIn(staff, '示例路自律会')
  await staff.look('199-register-desk')
  await staff.tap('登记候选组织')
  await staff.see('已登记为 2 号')
  await staff.tap('再登记一个')
  await staff.see('自律组织名称')
  expect(await field(staff, /^自律组织名称/).inputValue()).toBe('')
})
