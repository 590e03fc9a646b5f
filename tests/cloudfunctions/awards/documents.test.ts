import { randomUUID } from 'node:crypto'
import readSheets from 'read-excel-file/node'
import sharp from 'sharp'
import { aCampaign, aCityAdministrator, expectError, expectValue, PUDONG } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aPicture } from '../../support/contents'
import { documentText, fileInZip } from '../../support/documentText'
import { aJudgedWin, publishTheWinners } from './winning'

let cloud: Cloud
let administrator: Person
let campaignId: string

const picture = async (width: number, height: number): Promise<string> => {
  const drawn = await sharp({ create: { width, height, channels: 3, background: '#557755' } })
    .jpeg()
    .toBuffer()
  return aPicture(cloud, administrator, new Uint8Array(drawn))
}

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  const photos = [
    { file: await picture(1200, 900), kind: 'group' as const, description: '自律会成员合影' },
    { file: await picture(600, 900), kind: 'working' as const, description: '清洁门前' },
    {
      file: await aPicture(cloud, administrator, 'no picture at all'),
      kind: 'street' as const,
      description: '打不开的一张',
    },
  ]
  const more = [{ name: '=1+1（示例）自律会', photos, achievements: '第一段实绩。\n\n第二段实绩。' }]
  const judged = await aJudgedWin(cloud, administrator, { winners: 2, more })
  campaignId = judged.campaignId
  await publishTheWinners(cloud, administrator, campaignId)
})
afterAll(() => cloud?.stop())

const load = async ({ url }: { url: string }): Promise<Buffer> =>
  Buffer.from(await (await fetch(url)).arrayBuffer())

test('nothing is printed before the winners, or the list, are published', async () => {
  const { campaignId: other } = await aCampaign(administrator, { candidates: 1 })
  const input = { campaignId: other }
  expect(expectError(await administrator.awards('printCompilation', input)).code).toBe(
    'winners_not_published',
  )
  expect(expectError(await administrator.awards('exportResults', input)).code).toBe('results_not_published')
})

test('the compilation has a cover, a table of contents and a chapter with photos for each winner', async () => {
  const made = expectValue(await administrator.awards('printCompilation', { campaignId }))
  expect(made.fileName).toBe('示例选树活动材料汇编.docx')
  const bytes = await load(made)
  const text = documentText(bytes)
  expect(text).toEqual(
    expect.arrayContaining([
      '示例选树活动',
      '优秀案例材料汇编',
      '上海市绿化和市容管理局',
      '=1+1（示例）自律会1',
      '第2号（示例）自律会2',
      '第一段实绩。',
      '第二段实绩。',
      '自律会成员合影',
      '（照片没有收入，请在小程序中查看）',
    ]),
  )
  expect(text.filter((line) => line === '工作实绩')).toHaveLength(2)

  const xml = fileInZip(bytes, 'word/document.xml').toString('utf8')
  expect(xml.match(/<w:instrText[^>]*>TOC /g)).toHaveLength(1)
  expect(xml.match(/PAGEREF chapter\d/g)).toEqual(['PAGEREF chapter1', 'PAGEREF chapter2'])
  const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(
    ([, width, height]) => Number(width) / Number(height),
  )
  expect(sizes.map((ratio) => ratio.toFixed(1))).toEqual(['1.3', '0.7'])
})

test('the results are numbers in sheets, and a name that looks like a formula stays a name', async () => {
  const { unit } = expectValue(
    await administrator.awards('addAwardUnit', { campaignId, name: '示例街道办事处', placeCode: PUDONG }),
  )
  let { version } = unit
  for (const condition of ['noticesDelivered', 'noticesOnWall', 'training'] as const) {
    const input = { campaignId, unitId: unit.unitId, version, condition, evidence: [] }
    const checked = await administrator.awards('checkCondition', { ...input, state: 'met', note: '已核对' })
    version = expectValue(checked).unit.version
  }
  expectValue(await administrator.awards('awardUnit', { campaignId, unitId: unit.unitId, version }))

  const made = expectValue(await administrator.awards('exportResults', { campaignId }))
  expect(made.fileName).toBe('示例选树活动结果.xlsx')
  const sheets = Object.fromEntries(
    (await readSheets(await load(made))).map(({ sheet, data }) => [sheet, data]),
  )
  expect(Object.keys(sheets)).toEqual(['专家评审', '获评', '优秀组织奖', '计票说明'])
  expect(sheets.获评).toEqual([
    ['名次', '名称', '所在区', '街镇', '专家评审得分'],
    [1, '=1+1（示例）自律会', '静安区', '南京西路街道', 82],
    [2, '第2号（示例）自律会', '浦东新区', '南京西路街道', 81],
  ])
  expect(sheets.专家评审?.map((row) => row.slice(0, 6))).toEqual([
    ['名次', '名称', '所在区', '得分', '计入的评分表（份）', '是否获评'],
    [1, '=1+1（示例）自律会', '静安区', 82, 3, '是'],
    [2, '第2号（示例）自律会', '浦东新区', 81, 3, '是'],
    [3, '第1号（示例）自律会', '静安区', 80, 3, '否'],
  ])
  expect(sheets.优秀组织奖?.[1]?.slice(0, 2)).toEqual(['示例街道办事处', '浦东新区'])
})

test('asked for twice by the same request, a document lies in storage once', async () => {
  const requestId = randomUUID()
  const pathOf = (answer: Awaited<ReturnType<typeof print>>) => new URL(expectValue(answer).url).pathname
  const print = () => administrator.awards('exportResults', { campaignId }, requestId)
  expect(pathOf(await print())).toBe(pathOf(await print()))
})
