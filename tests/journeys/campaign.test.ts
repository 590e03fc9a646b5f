import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { planOf } from '../../contract/campaignPresets'
import type { CampaignPlan } from '../../contract/campaigns'
import { aSession, type Chair, saveAll, someJudges } from '../cloudfunctions/judging/sitting'
import { openBrowser } from '../support/browser'
import { aStaffMember, candidateInput, expectError, expectValue, JINGAN, SHANGHAI } from '../support/builders'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { documentText } from '../support/documentText'
import { aDraft, aFlatPicture, anUpload, fillIn, ownNomination } from '../support/nominations'
import { type Guest, visit } from './visit'

/**
 * One campaign from its plan to its showcase, 365号 as it is written: three channels, a form returned and corrected,
 * review within the quota, opinions, five hundred voters of whom some are at risk, a burst that is struck, the list by
 * votes and scores, an expert session with five judges and a recusal, ten winners, documents. The clock is moved.
 */

const STARTS_WITHIN = 180_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const VOTERS = 500
const BOUGHT = 60
const AT_ONCE = 8
const PAGES = 'features'

const { rules, experts, nomination, ...preset } = planOf('organisations', Date.now())
const plan: CampaignPlan = {
  ...preset,
  name: '优秀自律组织选树全程（示例）',
  isDemo: true,
  rules: { ...rules, listSize: 12 },
  experts,
  nomination: nomination && {
    ...nomination,
    photos: {
      ...nomination.photos,
      kinds: nomination.photos.kinds.map(({ kind }) => ({ kind, min: 1 })),
      min: 3,
    },
  },
}
const opens = (kind: string) => plan.stages.find((stage) => stage.kind === kind)?.opensAt ?? 0

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let administrator: Person
let second: Person
let campaignId: string
let candidateIds: string[]
let voters: Person[]
const guests: Guest[] = []

beforeAll(async () => {
  ;[{ cloud, administrator, stop }, browser] = await Promise.all([startWithPeople(), openBrowser()])
  second = await cloud.person('oDemoAdministratorSecond')
  const { accountId } = expectValue(await second.accounts('getMe', {}))
  const grant = {
    accountId,
    name: '市级管理员 · 示例二',
    role: 'administrator',
    placeCode: SHANGHAI,
  } as const
  expectValue(await administrator.administration('grantRole', { ...grant, endsAt: null }))
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

const goTo = (moment: number) => cloud.setClock(moment - Date.now())

async function guest(identity: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  await arrived.become(identity)
  return arrived
}

const atDesk = async (identity: string): Promise<Guest> => {
  const arrived = await guest(identity, { desk: true, width: 1280 })
  await arrived.page.setViewportSize({ width: 1280, height: 800 })
  return arrived
}

async function openPage(person: Guest, address: string): Promise<void> {
  await person.page.goto(`${cloud.url}/#/${PAGES}/${address}`)
  await person.settle()
}

/** One button offers one step after the other, and takes two taps closer than 350 ms for one. */
const BETWEEN_STEPS = 450

/** Presses the step that is offered, and confirms it in the sheet that explains it. */
async function doStep(person: Guest, step: string, confirmed = step): Promise<void> {
  await person.tap(step)
  const sheet = person.page.locator('.taro_page_show .sheet')
  await sheet.getByRole('button', { name: confirmed }).click()
  await sheet.waitFor({ state: 'detached' })
  await person.page.waitForTimeout(BETWEEN_STEPS)
}

const TEXT = '每天早晚各走一遍，看门前是否干净，有问题先提醒再一起整改。'.repeat(40)
const VALUES = {
  foundedIn: '2019-05',
  units: 32,
  leader: '示例负责人',
  phone: '021-10000000',
  achievements: TEXT,
}

interface Nominated {
  nominationId: string
  version: number
}

async function nominate(
  author: Person,
  channel: 'street' | 'public' | 'self',
  name: string,
  placeCode: string,
): Promise<Nominated> {
  const nominationId = await aDraft(author, campaignId, { channel })
  const picture = await aFlatPicture(2480, 3425)
  for (const kind of ['group', 'working', 'street'] as const) {
    const file = await anUpload(cloud, author, picture)
    const photo = { nominationId, kind, description: '示例照片', file }
    expectValue(await author.nominations('addPhoto', photo))
  }
  const version = await fillIn(author, nominationId, { name, placeCode, values: VALUES })
  const handedIn = await author.nominations('submitNomination', { nominationId, version })
  return { nominationId, version: expectValue(handedIn).version }
}

describe('the city', () => {
  test('makes the campaign public, and everyone can read its rules in plain words', async () => {
    const made = await administrator.voting('createCampaign', { ...plan, cityCode: SHANGHAI, cover: null })
    campaignId = expectValue(made).campaignId
    await goTo(opens('nomination') + HOUR)
    const citizen = await guest('citizenChen')
    await openPage(citizen, `voting/pages/about/index?campaignId=${campaignId}`)
    await citizen.look('c10-about')
  })
})

describe('the districts', () => {
  const opinion = '材料属实，同意推荐。'
  let reviewer: Person

  test('receive by three channels, return one, and put forward two: the quota takes no third', async () => {
    reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
    const street = await aStaffMember(cloud, administrator, 'reviewer', '310106012')
    const [neighbour, member] = await cloud.people(['oDemoCitizenChen', 'oDemoCitizenLin'])
    const byStreet = await nominate(street, 'street', '南京西路（示例）街区自律会', '310106012')
    const byPublic = await nominate(neighbour as Person, 'public', '石门二路（示例）小店自律会', '310106011')
    const bySelf = await nominate(member as Person, 'self', '江宁路（示例）商居自律会', '310106013')

    const parts = [{ part: 'achievements' as const, reason: '请写明商户怎样轮值' }]
    const returned = { ...byPublic, opinion: '请补充工作做法。', parts }
    expectValue(await reviewer.nominations('returnNomination', returned))
    const author = await guest('citizenChen')
    await openPage(author, `nominations/pages/nomination/index?nominationId=${byPublic.nominationId}`)
    await author.see(/请写明商户怎样轮值/)
    await author.look('c20-returned')
    const own = await ownNomination(neighbour as Person, byPublic.nominationId)
    expect(own.state).toBe('returned')
    const achievements = `${TEXT}由十六家店轮流值日。`
    const corrected = await fillIn(neighbour as Person, byPublic.nominationId, {
      name: own.name,
      placeCode: own.placeCode,
      values: { ...VALUES, achievements },
    })
    const again = { nominationId: byPublic.nominationId, version: corrected }
    const { version } = expectValue(await (neighbour as Person).nominations('submitNomination', again))

    const forward = (seen: Nominated) => reviewer.nominations('forwardNomination', { ...seen, opinion })
    expectValue(await forward(byStreet))
    expectValue(await forward({ nominationId: byPublic.nominationId, version }))
    expect(expectError(await forward(bySelf))).toMatchObject({ code: 'quota_used', quota: 2 })
  })

  test('are seen by everyone with what they put forward, and the city takes it onto the ballot paper', async () => {
    const citizen = await guest('citizenLin')
    await openPage(citizen, `nominations/pages/forwarded/index?campaignId=${campaignId}`)
    await citizen.see('南京西路（示例）街区自律会')
    await citizen.look('c21-forwarded')
    const listed = { campaignId, placeCode: SHANGHAI, state: 'forwarded' } as const
    const { nominations } = expectValue(await administrator.nominations('listNominations', listed))
    for (const { nominationId } of nominations.reverse()) {
      const { version } = expectValue(await administrator.nominations('getNomination', { nominationId }))
      expectValue(await administrator.nominations('admitNomination', { nominationId, version, opinion }))
    }
    for (let number = 3; number <= 14; number++)
      expectValue(await administrator.voting('registerCandidate', candidateInput(campaignId, number)))
    candidateIds = Array.from({ length: 14 }, (_, index) => `${campaignId}-${index + 1}`)
  })
})

/** Each voter for three of the candidates, the first the most often. */
const choicesOf = (voter: number): string[] =>
  [0, 1, 2].map((step) => candidateIds[Math.floor((voter % 7) * step * 0.7 + step) % 13] as string)

async function castAll(people: Person[], choices: (index: number) => string[]): Promise<void> {
  const waiting = people.map((person, index) => ({ person, index }))
  while (waiting.length > 0) {
    const answers = waiting
      .splice(0, AT_ONCE)
      .map(({ person, index }) => person.voting('castBallot', { campaignId, choices: choices(index) }))
    for (const answer of await Promise.all(answers)) expectValue(answer)
  }
}

describe('the public', () => {
  const openids = Array.from({ length: VOTERS }, (_, index) => `oWhole${index}`)

  test('says what it thinks, and is answered', async () => {
    await goTo(plan.votingOpensAt + HOUR)
    const [writer] = await cloud.people(['oDemoCitizenWu'])
    const candidateId = candidateIds[0] as string
    const opinion = { campaignId, candidateId, text: '早上出门，路面总是干净的。', pictures: [] }
    const { contentId } = expectValue(await (writer as Person).voting('writeComment', opinion))
    const answer = { contentId, text: '谢谢，我们会请专家评委也来看看。', basedOn: 2 }
    expectValue(await administrator.moderation('answerContent', answer))
    const citizen = await guest('citizenWu', { care: true })
    await openPage(citizen, `voting/pages/comments/index?campaignId=${campaignId}&candidateId=${candidateId}`)
    await citizen.see(/谢谢，我们会请专家评委也来看看。/)
    await citizen.look('c30-care-opinions')
  })

  test('votes, five hundred strong, some of them at risk, and some of them bought', async () => {
    voters = await cloud.people(openids)
    await cloud.control('riskRanks', { openids: openids.slice(0, 20), rank: 3 })
    await cloud.control('riskRanks', { openids: openids.slice(20, 25), rank: 4 })
    await cloud.control('riskRanks', { openids: openids.slice(25, 35), rank: null })
    const usual = voters.slice(0, VOTERS - BOUGHT)
    const turns = 11
    for (let turn = 0; turn < turns; turn++) {
      await goTo(plan.votingOpensAt + DAY + turn * 10 * MINUTE + 2 * MINUTE)
      await castAll(usual.slice(turn * 40, (turn + 1) * 40), (index) => choicesOf(turn * 40 + index))
    }
    await goTo(plan.votingOpensAt + DAY + turns * 10 * MINUTE + 2 * MINUTE)
    await castAll(voters.slice(-BOUGHT), () => [candidateIds[13] as string])
    await goTo(plan.votingOpensAt + DAY + (turns + 2) * 10 * MINUTE)
    await cloud.runTimer()
    const { alerts } = expectValue(await administrator.voting('listAlerts', { campaignId }))
    expect(alerts.map(({ kind, candidateId }) => [kind, candidateId])).toContainEqual([
      'burst',
      candidateIds[13],
    ])
    expect(expectError(await administrator.voting('getBallotCounts', { campaignId })).code).toBe(
      'voting_not_settled',
    )
  })
})

/** Everyone whom WeChat only doubted, or said nothing about. */
async function acceptPending(reason: string): Promise<void> {
  const filter = {
    from: null,
    to: null,
    candidateId: null,
    address: null,
    isNew: null,
    standing: 'pending' as const,
    rank: null,
  }
  const asked = { campaignId, act: 'accept' as const, filter, reason }
  const { rulingId } = expectValue(await administrator.voting('proposeRuling', asked)).ruling
  let status = 'applying'
  while (status === 'applying')
    status = expectValue(await second.voting('confirmRuling', { campaignId, rulingId })).ruling.status
  expect(status).toBe('applied')
}

describe('two administrators', () => {
  let chair: Chair
  let judges: Person[]

  test('see the burst, strike it together, and take in those who were only doubted', async () => {
    await goTo(plan.votingClosesAt + HOUR)
    await cloud.runTimer()
    expectValue(await administrator.voting('recount', { campaignId }))
    const { counts } = expectValue(await administrator.voting('getBallotCounts', { campaignId }))
    expect(counts).toEqual({ counted: VOTERS - 35, pending: 30, notCounted: 5, struck: 0 })
    const desk = await atDesk('administratorFirst')
    await openPage(desk, `administration/pages/trust/index?campaignId=${campaignId}`)
    await desk.tap(/^第14号（示例）自律会.*票数突增/)
    await desk.see('提议剔除这些选票')
    await desk.look('c40-burst')
    await desk.tap('提议剔除这些选票')
    const sheet = desk.page.locator('.taro_page_show .sheet')
    await sheet.locator('input').fill('十分钟内集中投给同一个组织，是平时的很多倍')
    await sheet.getByRole('button', { name: '提议剔除' }).click()
    await sheet.waitFor({ state: 'detached' })
    const [strike] = expectValue(await administrator.voting('listRulings', { campaignId })).rulings
    const mine = { campaignId, rulingId: strike?.rulingId ?? '' }
    expect(expectError(await administrator.voting('confirmRuling', mine)).code).toBe('second_person_needed')

    const other = await atDesk('administratorSecond')
    await openPage(other, `administration/pages/trust/index?campaignId=${campaignId}&part=rulings`)
    await doStep(other, '同意剔除')
    await other.look('c41-struck')
    await acceptPending('抽查没有异常')
    const after = expectValue(await administrator.voting('getBallotCounts', { campaignId })).counts
    expect(after).toEqual({ counted: VOTERS - 5 - BOUGHT, pending: 0, notCounted: 5, struck: BOUGHT })
  })

  test('have the selection group’s scores, seal, propose, confirm and publish the list', async () => {
    judges = await someJudges(cloud, administrator, 5)
    const group = await aSession(administrator, campaignId, 'selectionGroup')
    await group.begin(judges)
    const most = plan.selectionGroup?.criteria.map(({ points }) => points) ?? []
    await saveAll(judges, group.sessionId, candidateIds, (judge, candidate) =>
      scoresOf(most, judge, candidate),
    )
    await group.close()

    const desk = await atDesk('administratorFirst')
    await openPage(desk, `administration/pages/count/index?campaignId=${campaignId}`)
    await doStep(desk, '封存选票', '开始封存')
    await doStep(desk, '生成候选名单')
    await desk.see('已生成，等待确认')
    await desk.look('c42-proposed')
    await doStep(desk, '确认名单')
    const other = await atDesk('administratorSecond')
    await openPage(other, `administration/pages/count/index?campaignId=${campaignId}`)
    await doStep(other, '确认名单')
    await doStep(other, '公布名单')
    await other.see('已公布')
    const results = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
    expect(results.counts).toEqual({
      counted: VOTERS - 5 - BOUGHT,
      pending: 0,
      notCounted: 5,
      struck: BOUGHT,
    })
    expect(results.entries.filter(({ isListed }) => isListed)).toHaveLength(12)
    const citizen = await guest('citizenWu')
    await openPage(citizen, `voting/pages/results/index?campaignId=${campaignId}`)
    await citizen.see(/^候选名单/)
    await citizen.look('c43-results')
  })

  test('give everyone the ballots to count again, and the same list comes out', async () => {
    const { ballotFiles, script, root } = expectValue(
      await cloud.nobody.voting('getPublicCount', { campaignId }),
    )
    const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-recount-'))
    const files = [...ballotFiles, script]
    for (const { fileName, url } of files)
      writeFileSync(path.join(folder, fileName), Buffer.from(await (await fetch(url)).arrayBuffer()))
    const names = [script, ...ballotFiles].map(({ fileName }) => fileName)
    const counted = spawnSync(process.execPath, [...names, root], { cwd: folder, encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([counted.status, counted.stderr]).toEqual([0, ''])
    const { entries } = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
    const lines = entries.flatMap(({ rank, number, name, votes, isListed }) =>
      isListed ? [`${rank}. ${number} 号 ${name}  ${votes} 票`] : [],
    )
    for (const line of lines) expect(counted.stdout).toContain(line)
  })

  test('lead an expert session of five, one of whom stands aside once', async () => {
    await goTo(opens('expertReview') + HOUR)
    chair = await aSession(administrator, campaignId)
    await chair.begin(judges)
    const { entries } = await chair.view()
    expect(entries.map(({ turn }) => turn)).toEqual(entries.map((_, index) => index + 1))
    const [first, ...others] = entries.map(({ candidateId }) => candidateId)
    const { sessionId } = chair
    const [recused, ...rest] = judges as [Person, ...Person[]]
    const recusal = { sessionId, candidateId: first as string, reason: '曾在这个组织任职' }
    expectValue(await recused.judging('recuseMyself', recusal))
    const most = plan.experts?.criteria.map(({ points }) => points) ?? []
    const inTurn = (judge: number, candidate: number) => scoresOf(most, judge, candidate)
    await saveAll(rest, sessionId, [first as string], inTurn)
    const hall = await atDesk('administratorFirst')
    await openPage(hall, `administration/pages/session/index?sessionId=${sessionId}`)
    await hall.look('c50-hall')
    await saveAll(judges, sessionId, others, (judge, candidate) => inTurn(judge, candidate + 1))
    await chair.close()
  })

  test('name ten winners together', async () => {
    await goTo(opens('showcase') + HOUR)
    const desk = await atDesk('administratorFirst')
    await openPage(desk, `administration/pages/winners/index?campaignId=${campaignId}`)
    await doStep(desk, '生成获评名单')
    await doStep(desk, '确认名单')
    const other = await atDesk('administratorSecond')
    await openPage(other, `administration/pages/winners/index?campaignId=${campaignId}`)
    await doStep(other, '确认名单')
    await doStep(other, '公布获评名单')
    await other.see('已公布')
    await other.look('c60-winners')
    const { winners } = expectValue(await cloud.nobody.awards('getShowcase', { campaignId }))
    expect(winners).toHaveLength(10)
    const citizen = await guest('citizenChen')
    await openPage(citizen, `awards/pages/showcase/index?campaignId=${campaignId}`)
    await citizen.see(winners[0]?.name ?? '')
    await citizen.look('c61-showcase')
  })

  test('have every document', async () => {
    const { winners } = expectValue(await cloud.nobody.awards('getShowcase', { campaignId }))
    const textOf = async (url: string) =>
      documentText(Buffer.from(await (await fetch(url)).arrayBuffer())).join('\n')
    const minutes = expectValue(await administrator.judging('printMinutes', { sessionId: chair.sessionId }))
    const compilation = expectValue(await administrator.awards('printCompilation', { campaignId }))
    const file = expectValue(await administrator.judging('printPanelFile', { sessionId: chair.sessionId }))
    expect(await textOf(minutes.url)).toContain('曾在这个组织任职')
    expect(await textOf(file.url)).toContain('早上出门，路面总是干净的。')
    const cases = await textOf(compilation.url)
    for (const { name } of winners) expect(cases).toContain(name)
    expect(expectValue(await administrator.awards('exportResults', { campaignId })).fileName).toMatch(
      /\.xlsx$/,
    )
  })
})

/** A share of each criterion that differs by judge and entry, in halves of a point. */
const scoresOf = (most: number[], judge: number, entry: number): [number, number] =>
  most.map((points) => Math.round(points * (0.95 - 0.02 * entry - 0.01 * ((judge + entry) % 5)) * 2) / 2) as [
    number,
    number,
  ]
