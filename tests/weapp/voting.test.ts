import { aCampaign, aCityAdministrator, type CampaignForTests, expectValue } from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { readConfiguration } from '../support/weapp/build'
import { type Program, startProgram } from '../support/weapp/program'
import { FunctionFailed } from '../support/weapp/wechat/network'

/** The mini-program as WeChat would get it, run against a real local cloud; any fault in it fails the test. */

const NAME = '绿色上海选树（示例）'

let cloud: Cloud
let administrator: Person
let campaign: CampaignForTests
const running: Program[] = []

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  campaign = await aCampaign(administrator, { name: NAME })
})
afterEach(() => {
  const programs = running.splice(0)
  expect(programs.flatMap(({ faults }) => faults)).toEqual([])
})
afterAll(() => cloud.stop())

/** Starts the program on one more phone of this person. WeChat carries the call; who calls is known to the cloud. */
function onPhoneOf(person: Person, phone: Partial<Parameters<typeof startProgram>[0]> = {}): Program {
  const program = startProgram({
    callFunction: async (name, event) => {
      const { status, body } = await cloud.send(name, event, person.token)
      const { result, error } = body as { result?: unknown; error?: { message: string } }
      if (status !== 200 || error) throw new FunctionFailed(`${name} answered ${status}: ${error?.message}`)
      return result
    },
    ...phone,
  })
  running.push(program)
  return program
}

async function openCampaign(program: Program): Promise<void> {
  program.tapTab('投票')
  await program.tap(NAME)
  await program.see('候选组织')
}

const choose = (program: Program, number: number) => program.tap(`选择 第${number}号（示例）自律会`)

async function fillBallot(program: Program, numbers: number[]): Promise<void> {
  await openCampaign(program)
  for (const number of numbers) await choose(program, number)
  await program.tap(`核对选票（已选 ${numbers.length} 个）`)
  await program.see(`第${numbers[0]}号（示例）自律会`)
}

async function cast(program: Program): Promise<void> {
  await program.tap('提交选票')
  await program.tap('确认提交选票')
}

const drawn = (program: Program): string => JSON.stringify(program.page().data.root)

test('a citizen opens the program, chooses, reviews, casts and gets the receipt', async () => {
  const person = await cloud.person()
  const program = onPhoneOf(person)
  await program.see(NAME)
  await fillBallot(program, [1, 3])
  expect(program.lines().join('\n')).not.toContain('第2号')
  await cast(program)
  await program.see('投票成功')

  const { receipts } = expectValue(await person.voting('listMyReceipts', {}))
  expect(receipts).toHaveLength(1)
  expect(program.lines()).toContain(receipts[0]?.trackingCode)
})

test('who tries again on another phone is told kindly, with the receipt of the first ballot', async () => {
  const person = await cloud.person()
  const first = onPhoneOf(person)
  const second = onPhoneOf(person)
  await fillBallot(second, [2])
  await fillBallot(first, [1])
  await cast(first)
  await first.see('投票成功')

  await cast(second)
  await second.see('你已经投过票')
  const { receipts } = expectValue(await person.voting('listMyReceipts', {}))
  expect(receipts).toHaveLength(1)
  expect(second.lines()).toContain(receipts[0]?.trackingCode)
})

test('who has voted is told on the campaign’s page, before trying', async () => {
  const person = await cloud.person()
  expectValue(
    await person.voting('castBallot', {
      campaignId: campaign.campaignId,
      choices: [campaign.candidateIds[0] ?? ''],
    }),
  )
  const program = onPhoneOf(person)
  await openCampaign(program)
  await program.see('你已经投过票')
  expect(program.lines().join('\n')).not.toContain('填写选票')
  await program.tap('查看我的凭证')
  await program.see('凭证号')
})

test('a ballot whose answer was lost is sent again and counted once', async () => {
  const person = await cloud.person()
  let isLost = false
  const program = onPhoneOf(person, {
    callFunction: async (name, event) => {
      const { body } = await cloud.send(name, event, person.token)
      if ((event as { method: string }).method === 'castBallot' && !isLost) {
        isLost = true
        throw new Error('request:fail timeout')
      }
      return (body as { result: unknown }).result
    },
  })
  await fillBallot(program, [4])
  await cast(program)
  await program.see('投票成功')
  expect(isLost).toBe(true)
  expect(expectValue(await person.voting('listMyReceipts', {})).receipts).toHaveLength(1)
})

test('choices are kept on the phone when the program is closed', async () => {
  const person = await cloud.person()
  const storage = new Map<string, string>()
  const before = onPhoneOf(person, { storage })
  await openCampaign(before)
  await choose(before, 5)
  await before.see('核对选票（已选 1 个）')

  const after = onPhoneOf(person, { storage })
  await openCampaign(after)
  await after.see('核对选票（已选 1 个）')
})

test('care mode and the system’s type size reach the page', async () => {
  const program = onPhoneOf(await cloud.person(), { device: { theme: 'dark', fontSizeSetting: 24 } })
  program.tapTab('我的')
  await program.tap('关怀版')
  await program.see('已打开')
  expect(drawn(program)).toContain('theme--care')
  expect(drawn(program)).toContain('--system-type: 1.5')
})

test('consent to the privacy guide is asked before the clipboard is used', async () => {
  const person = await cloud.person()
  expectValue(
    await person.voting('castBallot', {
      campaignId: campaign.campaignId,
      choices: [campaign.candidateIds[0] ?? ''],
    }),
  )
  const program = onPhoneOf(person)
  program.openLink(`/features/voting/pages/receipt/index?campaignId=${campaign.campaignId}`)
  await program.tap('复制凭证号')
  await program.see('隐私')
  expect(program.calls.map(({ api }) => api)).not.toContain('setClipboardData')
  await program.tap('同意')
  await program.until('a copied code', () => program.calls.some(({ api }) => api === 'setClipboardData'))
})

test('every page opens by its link, for a citizen and for staff', async () => {
  const parameters = `campaignId=${campaign.campaignId}&candidateId=${campaign.candidateIds[0]}&cityCode=310000`
  for (const person of [await cloud.person(), administrator]) {
    const program = onPhoneOf(person)
    for (const route of readConfiguration().routes) {
      program.openLink(`/${route}?${parameters}`)
      const isLoaded = () => program.lines().length > 0 && !drawn(program).includes('skeleton')
      await program.until('its content', isLoaded)
    }
  }
})
