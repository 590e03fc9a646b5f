import { aCityAdministrator, accountIdOf, expectError, expectValue, SHANGHAI } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { documentText } from '../../support/documentText'
import {
  aJudgedCampaign,
  aSession,
  type Chair,
  codeOf,
  nameOf,
  REASON,
  save,
  saveAll,
  someJudges,
} from './sitting'

/** What remains of a session: its minutes, and what is kept of its judges. */

let cloud: Cloud
let administrator: Person
let judges: Person[]
let chair: Chair
let candidateIds: string[]
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  judges = await someJudges(cloud, administrator, 6)
  const campaign = await aJudgedCampaign(administrator, { candidates: 2 })
  ;({ candidateIds, campaignId } = campaign)
  chair = await aSession(administrator, campaign.campaignId)
  await chair.begin(judges.slice(0, 5))
})
afterAll(() => cloud?.stop())

const kept = async (person: Person) => {
  const { sections } = expectValue(await person.judging('exportMyData', {}))
  return Object.fromEntries(sections.map(({ title, items }) => [title, items]))
}

test('the panel’s file holds each entry with the public’s opinions and answers, for the panel alone', async () => {
  const [reader] = judges as [Person]
  const outsider = judges[5] as Person
  const citizen = await cloud.person()
  const about = { campaignId, candidateId: candidateIds[0] as string }
  const opinion = { ...about, text: '门前一直很干净', pictures: [] }
  const { contentId } = expectValue(await citizen.voting('writeComment', opinion))
  expectValue(await administrator.moderation('answerContent', { contentId, text: '谢谢支持。', basedOn: 2 }))
  const file = { sessionId: chair.sessionId }
  expect(codeOf(await outsider.judging('printPanelFile', file))).toBe('session_not_found')
  expect(codeOf(await citizen.judging('printPanelFile', file))).toBe('not_allowed')
  const { url, fileName } = expectValue(await reader.judging('printPanelFile', file))
  expect(fileName).toBe('示例选树活动 示例擂台演讲材料.docx')
  const words = documentText(Buffer.from(await (await fetch(url)).arrayBuffer())).join('\n')
  for (const expected of [
    '1. 第',
    '2. 第',
    '示例文字。门前三包',
    '公众意见：1 条',
    '门前一直很干净',
    '主办单位答复：谢谢支持。',
    '公众意见：没有',
  ])
    expect(words).toContain(expected)
})

test('minutes are made of a closed session only', async () => {
  expect(codeOf(await administrator.judging('printMinutes', { sessionId: chair.sessionId }))).toBe(
    'session_not_ready',
  )
})

test('minutes say who judged, who stood aside, what was drawn, each sheet, what was dropped, and who is named', async () => {
  const [first] = judges as [Person]
  const candidateId = candidateIds[0] as string
  expectValue(
    await first.judging('recuseMyself', { sessionId: chair.sessionId, candidateId, reason: REASON }),
  )
  await saveAll(judges.slice(1, 5), chair.sessionId, candidateIds, (judge) => [50 + judge, 30])
  await chair.close('一位评委中途离开')
  const { url, fileName } = expectValue(
    await administrator.judging('printMinutes', { sessionId: chair.sessionId }),
  )
  expect(fileName).toBe('示例选树活动 示例擂台演讲纪要.docx')
  const words = documentText(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const { draw, results } = await chair.view()
  const text = words.join('\n')
  for (const expected of [
    '示例选树活动示例擂台演讲纪要',
    [0, 1, 2, 3, 4].map(nameOf).join('、'),
    `${nameOf(0)}回避“第1号（示例）自律会”：${REASON}`,
    draw?.commitment,
    draw?.seed,
    `“第2号（示例）自律会”缺少：${nameOf(0)}`,
    '一位评委中途离开',
    '入选',
    `评委 ${nameOf(4)}：`,
  ])
    expect(text).toContain(expected)
  // Four sheets of 80 to 83 each; without the outer ones (81 + 82) ÷ 2 = 81.50, for both.
  expect(results?.map(({ score }) => score)).toEqual([8150, 8150])
  for (const total of ['80.00', '81.00', '82.00', '83.00', '回避', '缺'])
    expect(words.filter((word) => word === total)).toHaveLength(['回避', '缺'].includes(total) ? 1 : 2)
  expect(words.filter((word) => word === '81.50')).toHaveLength(4)
})

test('a judge can read their own seats and sheets, and nobody else’s', async () => {
  const candidateId = candidateIds[1] as string
  const [, judge, , , , outsider] = judges as [Person, Person, Person, Person, Person, Person]
  expect(await kept(judge)).toEqual({
    担任评委: [expect.objectContaining({ 评审: '示例擂台演讲', 姓名: nameOf(1), 来自: '专家', 回避: '' })],
    评分表: [1, 2].map((number) =>
      expect.objectContaining({
        对象: `第${number}号（示例）自律会`,
        各项分数: '50.00、30.00',
        总分: '80.00',
      }),
    ),
  })
  expect((await kept(judges[0] as Person)).担任评委).toMatchObject([
    { 回避: `第1号（示例）自律会（${REASON}）` },
  ])
  expect(await kept(outsider)).toEqual({ 担任评委: [], 评分表: [] })
  expect(codeOf(await save(judge, chair.sessionId, candidateId, [1, 1], { basedOn: 1 }))).toBe(
    'session_not_open',
  )
})

test('after the account is deleted the record stays without it; a seat that can still be given loses its name', async () => {
  const judge = judges[1] as Person
  const accountId = await accountIdOf(judge)
  const { campaignId } = await aJudgedCampaign(administrator)
  const preparing = await aSession(administrator, campaignId)
  await preparing.seat(judge, nameOf(1))
  const { staff } = expectValue(
    await administrator.administration('listStaff', { placeCode: SHANGHAI, role: 'judge' }),
  )
  const grantId = staff.find((member) => member.accountId === accountId)?.grantId as string
  expectValue(await administrator.administration('endRole', { grantId, reason: '不再担任评委' }))
  expectValue(await judge.accounts('deleteAccount', { confirmation: '注销账号' }))
  await cloud.runTimer('judging')
  await cloud.runTimer('judging')
  expect(await kept(judge)).toEqual({ 担任评委: [], 评分表: [] })
  expect((await chair.view()).panel[1]).toMatchObject({ name: nameOf(1), accountId: '' })
  expect((await preparing.view()).panel).toMatchObject([{ name: '已注销', accountId: '' }])
  expect(JSON.stringify(await chair.view())).not.toContain(accountId)
  expect(expectError(await judge.judging('getMySession', { sessionId: chair.sessionId })).code).toBe(
    'not_allowed',
  )
  const { url } = expectValue(await administrator.judging('printMinutes', { sessionId: chair.sessionId }))
  const words = documentText(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(words.filter((word) => word === '81.50')).toHaveLength(4)
})
