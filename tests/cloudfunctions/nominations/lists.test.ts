import { inflateRawSync } from 'node:zlib'
import readXlsxFile from 'read-excel-file/node'
import { PAGE_SIZE } from '../../../contract/limits'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aDraft,
  aFlatPicture,
  aNominatingCampaign,
  aNomination,
  anUpload,
  LEADER,
  PHONE,
  shortForm,
} from '../../support/nominations'

/** Lists, documents, one's own data, and what goes with its time. */

const DAY = 24 * 3_600_000

let cloud: Cloud
let administrator: Person
let reviewer: Person
let author: Person
let campaignId: string
const NUMBER = PAGE_SIZE + 2

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  author = await cloud.person()
  const other = await cloud.person()
  const quotas = { perDistrict: NUMBER, districts: [], departments: [] }
  campaignId = await aNominatingCampaign(administrator, shortForm({ quotas }))
  const inPudong = await aNomination(author, campaignId, { placeCode: PUDONG })
  await forward(inPudong, administrator)
  for (let number = 1; number <= NUMBER; number++) {
    const name = `第${String(number).padStart(2, '0')}路自律会`
    // Nobody may begin more than 20 in an hour.
    const writer = number % 2 === 0 ? author : other
    await forward(await aNomination(writer, campaignId, { name, placeCode: '310106012' }))
  }
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const forward = async (handed: { nominationId: string; version: number }, by = reviewer) =>
  expectValue(await by.nominations('forwardNomination', { ...handed, opinion: '同意推荐。' }))

describe('lists go on page by page', () => {
  test('of what a place has received, newest first, by state and by place', async () => {
    const list = (input: object) =>
      reviewer.nominations('listNominations', { campaignId, placeCode: JINGAN, ...input })
    const first = expectValue(await list({ state: 'forwarded' }))
    expect(first.nominations).toHaveLength(PAGE_SIZE)
    expect(first.nominations[0]?.name).toBe(`第${NUMBER}路自律会`)
    const second = expectValue(await list({ state: 'forwarded', after: first.next }))
    expect(second.nominations.map(({ name }) => name)).toEqual(['第02路自律会', '第01路自律会'])
    expect(second.next).toBeNull()
    expect(expectValue(await list({ state: 'submitted' })).nominations).toEqual([])
    expect(expectValue(await list({ placeCode: '310106012' })).nominations).toHaveLength(PAGE_SIZE)
    expect(expectValue(await list({ placeCode: '310106013' })).nominations).toEqual([])
    expect(expectError(await list({ campaignId: 'none' })).code).toBe('campaign_not_found')
    expect(expectError(await list({ placeCode: SHANGHAI })).code).toBe('not_allowed')
  })

  test('of what was put forward, in order of time, for everyone, with nothing of who wrote it', async () => {
    const list = (input: object) => cloud.nobody.nominations('listForwarded', { campaignId, ...input })
    const first = expectValue(await list({ districtCode: JINGAN }))
    expect(first.nominations).toHaveLength(PAGE_SIZE)
    expect(first.nominations[0]?.name).toBe('第01路自律会')
    const second = expectValue(await list({ districtCode: JINGAN, after: first.next }))
    expect(second.nominations.map(({ name }) => name)).toEqual([
      `第${NUMBER - 1}路自律会`,
      `第${NUMBER}路自律会`,
    ])
    expect(second.next).toBeNull()
    expect(expectValue(await list({ districtCode: PUDONG })).nominations).toHaveLength(1)
    expect(expectValue(await list({})).nominations[0]?.placeCode).toBe(PUDONG)
    expect(expectError(await list({ campaignId: 'none' })).code).toBe('campaign_not_found')
  })

  test('quotas are those of the districts within the place', async () => {
    const list = (person: Person, placeCode: string) =>
      person.nominations('listQuotas', { campaignId, placeCode })
    expect(expectValue(await list(administrator, SHANGHAI)).quotas).toHaveLength(16)
    const jingan = { placeCode: JINGAN, departmentId: null, name: null, quota: NUMBER }
    expect(expectValue(await list(reviewer, '310106012')).quotas).toEqual([
      { ...jingan, used: NUMBER, waiting: 0 },
    ])
    expect(expectError(await list(reviewer, PUDONG)).code).toBe('not_allowed')
  })
})

const load = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

/** The one file of a docx that holds its words: local headers are followed until it is found. */
function wordsOf(docx: Buffer): string {
  for (let at = docx.indexOf('PK\u0001\u0002'); at >= 0; at = docx.indexOf('PK\u0001\u0002', at + 4)) {
    const name = docx.toString('utf8', at + 46, at + 46 + docx.readUInt16LE(at + 28))
    if (name !== 'word/document.xml') continue
    const start = docx.readUInt32LE(at + 42)
    const from = start + 30 + docx.readUInt16LE(start + 26) + docx.readUInt16LE(start + 28)
    const packed = docx.subarray(from, from + docx.readUInt32LE(at + 20))
    return inflateRawSync(packed)
      .toString('utf8')
      .replace(/<[^>]+>/g, '|')
  }
  return ''
}

describe('documents', () => {
  test('the form has the boxes of the annex, what was filled in, the opinion and the photos', async () => {
    const nominationId = await aDraft(author, campaignId)
    const file = await anUpload(cloud, author, await aFlatPicture(90, 60))
    const photo = { nominationId, kind: 'group' as const, description: '大家的合影', file }
    expectValue(await author.nominations('addPhoto', photo))
    const own = expectValue(await author.nominations('printMyNomination', { nominationId }))
    expect(own.fileName).toBe('未命名推荐表.docx')
    expect(wordsOf(await load(own.url))).toContain('集体照：大家的合影')
    const { nominations } = expectValue(
      await administrator.nominations('listNominations', { campaignId, placeCode: PUDONG }),
    )
    const [handedIn] = nominations as [(typeof nominations)[number]]
    const printed = expectValue(
      await administrator.nominations('printNomination', { nominationId: handedIn.nominationId }),
    )
    const words = wordsOf(await load(printed.url))
    for (const wanted of [
      '示例选树活动推荐表',
      '自律组织名称',
      '浦东新区',
      '20 家',
      LEADER,
      PHONE,
      '区局或行业管理部门推荐意见',
      '同意推荐。',
      '专家评审意见',
      '市局审核意见',
      '（公章）',
      '备注',
      '一式三份',
    ])
      expect(words).toContain(wanted)
    const elsewhere = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
    const refused = await elsewhere.nominations('printNomination', { nominationId: handedIn.nominationId })
    expect(expectError(refused).code).toBe('not_allowed')
  })

  test('the spreadsheet has a row for each that was handed in, without the contact', async () => {
    const refused = await reviewer.nominations('exportNominations', { campaignId })
    expect(expectError(refused).code).toBe('not_allowed')
    const { url, fileName } = expectValue(
      await administrator.nominations('exportNominations', { campaignId }),
    )
    expect(fileName).toBe('示例选树活动申报汇总.xlsx')
    const rows = (await readXlsxFile(await load(url))) as unknown as { data: unknown[][] }[] | unknown[][]
    const text = JSON.stringify(rows)
    expect(text).toContain('自律组织名称')
    expect(text.match(/路自律会/g)).toHaveLength(NUMBER + 1)
    expect(text).toContain('已推荐')
    expect(text).not.toContain(PHONE)
    expect(text).not.toContain(LEADER)
  })
})

test('a document that was made goes after a day, whoever made it, and can be made anew', async () => {
  const nominationId = await aDraft(author, campaignId)
  const print = async () => expectValue(await author.nominations('printMyNomination', { nominationId })).url
  const url = await print()
  await cloud.runTimer('nominations')
  expect((await fetch(url)).status).toBe(200)
  await cloud.setClock(DAY + 60_000)
  await cloud.runTimer('nominations')
  await cloud.setClock(0)
  expect((await fetch(url)).status).toBe(404)
  expect((await fetch(await print())).status).toBe(200)
})

test('my data holds what I have nominated, in words, with my own contact', async () => {
  const person = await cloud.person()
  await aNomination(person, campaignId)
  expect(expectValue(await person.nominations('exportMyData', {})).sections).toMatchObject([
    {
      title: '我的申报',
      items: [{ 活动: '示例选树活动', 状态: '等待审核', 组织规模: 20, 联系方式: PHONE }],
    },
  ])
  expect(expectError(await cloud.nobody.nominations('exportMyData', {})).code).toBe('not_signed_in')
})

test('who deletes the account loses drafts with their photos; what was handed in stays without the person', async () => {
  const person = await cloud.person()
  const { nominationId } = await aNomination(person, campaignId)
  const draft = await aDraft(person, campaignId)
  const file = await anUpload(cloud, person, await aFlatPicture(90, 60))
  const { photo } = expectValue(
    await person.nominations('addPhoto', {
      nominationId: draft,
      kind: 'group',
      description: '大家的合影',
      file,
    }),
  )
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  await cloud.runTimer('nominations')
  expect((await fetch(photo.pageUrl)).status).toBe(404)
  expect(expectValue(await person.nominations('listMyNominations', {})).nominations).toEqual([])
  const kept = expectValue(await reviewer.nominations('getNomination', { nominationId }))
  expect(kept).toMatchObject({ state: 'submitted', name: '示例路自律会', hasContact: false })
  expect(expectValue(await reviewer.nominations('revealNominationContact', { nominationId }))).toEqual({
    leader: null,
    phone: null,
  })
  const { version } = kept
  expectValue(
    await reviewer.nominations('returnNomination', { nominationId, version, opinion: '请补充。', parts: [] }),
  )
})

test('drafts and what was taken back go after half a year, and make room; what was handed in stays', async () => {
  const person = await cloud.person()
  const handedIn = await aNomination(person, campaignId)
  const withdrawn = await aDraft(person, campaignId)
  expectValue(await person.nominations('withdrawNomination', { nominationId: withdrawn }))
  const draft = await aDraft(person, campaignId)
  const ids = async () =>
    expectValue(await person.nominations('listMyNominations', {})).nominations.map(
      (each) => each.nominationId,
    )
  await cloud.setClock(179 * DAY)
  await cloud.runTimer('nominations')
  expect(await ids()).toEqual([draft, withdrawn, handedIn.nominationId])
  await cloud.setClock(181 * DAY)
  await cloud.runTimer('nominations')
  expect(await ids()).toEqual([handedIn.nominationId])
})
