import type { Browser } from 'playwright-core'
import { REPORT_UPLOADS } from '../../contract/cases/cases'
import type { CaseStepInput } from '../../contract/casework'
import { openBrowser } from '../support/browser'
import { accountIdOf, expectValue } from '../support/builders'
import { aReport, SHIMEN } from '../support/cases'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { anUpload } from '../support/nominations'
import { type Guest, visit } from './visit'

/** A citizen judges the work, in a real browser: dissatisfied, it is done again; then satisfied. */

const STARTS_WITHIN = 180_000

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
let administrator: Person
let citizen: Person
let handler: Person
let departmentId: string
let caseId: string
const guests: Guest[] = []

const picture = (isFixed: boolean): Promise<Buffer> =>
  drawnPicture({ seed: 'rating/1', kind: 'problem', problem: 'rubbish', isFixed })

const photoOf = async (person: Person, isFixed: boolean): Promise<string> =>
  anUpload(cloud, person, await picture(isFixed), REPORT_UPLOADS)

async function act(person: Person, ...steps: CaseStepInput[]): Promise<void> {
  const { version } = expectValue(await person.casework('getCase', { caseId }))
  expectValue(await person.casework('actOnCase', { caseId, basedOn: version, steps }))
}

async function handleAndClose(words: string): Promise<void> {
  await act(handler, { act: 'take' })
  await act(handler, { act: 'handle', words, photos: [await photoOf(handler, true)] })
  await act(administrator, { act: 'verify', words: '' }, { act: 'close', words: '已经清走，谢谢你。' })
}

beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  ;({ cloud, administrator, stop } = started)
  browser = opened
  citizen = await cloud.person('oDemoCitizenChen')
  handler = await cloud.person()
  const department = { placeCode: SHIMEN, kind: 'department', name: '示例环卫所' } as const
  const { organisation } = expectValue(await administrator.places('registerOrganisation', department))
  departmentId = organisation.organisationId
  const accountId = await accountIdOf(handler)
  const grant = { accountId, name: '示例处置员', role: 'handler', placeCode: SHIMEN, endsAt: null } as const
  expectValue(await administrator.administration('grantRole', { ...grant, organisationId: departmentId }))
  ;({ caseId } = await aReport(cloud, citizen, { photos: [await photoOf(citizen, false)] }))
  await act(administrator, { act: 'accept' }, { act: 'file' }, { act: 'dispatch', departmentId, words: '' })
  await handleAndClose('清运了一车')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function guest(identityId: string, look: Parameters<typeof visit>[2] = {}): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  await arrived.become(identityId)
  return arrived
}

const star = (person: Guest, name: RegExp) => person.shown.getByRole('radio', { name }).first()
const course = async () => expectValue(await citizen.reporting('getCase', { caseId }))

describe('on a phone', () => {
  let person: Guest

  test('who reported it is told at home that it waits, and sees before and after', async () => {
    person = await guest('citizenChen')
    await person.see('1 件处理好了')
    await person.look('710-home')
    await person.openTab('随申拍')
    await person.see('等你评价')
    await person.look('711-tab-to-rate')
    await person.shown.getByText('等你评价').first().click()
    await person.see('处理后')
    await person.see('处理得怎么样')
    await person.look('712-case-to-rate')
  })

  test('dissatisfied without a reason is asked for one, is told what follows, and it is done again', async () => {
    await star(person, /^1 星/).click()
    await person.see('提交以后，会带着你的原因退回原部门，重新处理。')
    await person.tap('提交评价')
    await person.see('请选一个不满意的原因，或者写一句话')
    await person.shown.getByRole('checkbox', { name: '没有解决' }).click()
    await person.look('713-rating')
    await person.tap('提交评价')
    await person.see('已退回重新处理')
    await person.look('714-reopened')
    expect(await course()).toMatchObject({ state: 'dispatched', own: { mayRate: false } })
  })

  test('satisfied after it was done again, the rating stays', async () => {
    await handleAndClose('又清运了一车')
    await person.page.reload()
    await star(person, /^5 星/).click()
    await person.shown.getByRole('checkbox', { name: '处理彻底' }).click()
    await person.tap('提交评价')
    await person.see('谢谢你的评价')
    await person.see('我的评价')
    expect((await course()).own?.rating).toMatchObject({ stars: 5, reasons: ['thorough'] })
  })
})

test.each([
  ['in care mode', { care: true }, '715-case-care'],
  ['in the dark', { dark: true }, '716-case-dark'],
])('everyone can read the course %s, without what is only for its reporter', async (_name, look, name) => {
  const other = await guest('citizenLin', look)
  await other.page.goto(`${cloud.url}/#/features/reporting/pages/case/index?caseId=${caseId}`)
  await other.see('关注进展')
  await other.look(name)
  await other.page.goto(`${cloud.url}/#/features/reporting/pages/report/index`)
  await other.see('是什么问题')
  await other.look(name.replace('case', 'report'))
})
