import { aCampaign, aCityAdministrator } from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { isForStaff, type PageWithRecords, somethingOnEveryPage } from '../support/everyPage'
import { readConfiguration } from '../support/weapp/build'
import { startProgram } from '../support/weapp/program'
import { FunctionFailed } from '../support/weapp/wechat/network'

/** Every page of the mini-program as WeChat would get it, opened by a link, against a real local cloud. */

let cloud: Cloud
let pages: Record<string, PageWithRecords>
let citizen: Person
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  citizen = await cloud.person()
  const { campaignId } = await aCampaign(administrator, { candidates: 3 })
  pages = await somethingOnEveryPage({ cloud, campaignId, administrator, citizen })
})
afterAll(() => cloud?.stop())

const { routes } = readConfiguration()

test('the walk knows every page of the build', () => {
  expect(Object.keys(pages).sort()).toEqual(routes.map((route) => route.replace(/\/index$/, '')).sort())
})

test.each(routes)('%s shows its records, and nothing goes wrong', async (route) => {
  const { query, shows } = pages[route.replace(/\/index$/, '')] as PageWithRecords
  const person = isForStaff(route) ? administrator : citizen
  const program = startProgram({
    callFunction: async (name, event) => {
      const { status, body } = await cloud.send(name, event, person.token)
      const { result, error } = body as { result?: unknown; error?: { message: string } }
      if (status !== 200 || error) throw new FunctionFailed(`${name} answered ${status}: ${error?.message}`)
      return result
    },
  })
  program.openLink(`/${route}${query ? `?${query}` : ''}`)
  await program.until(`“${shows}”`, () => program.lines().some((line) => line.includes(shows)))
  expect(program.faults).toEqual([])
})
