import gcoord from 'gcoord'
import type { Browser, Locator } from 'playwright-core'
import { REPORT_UPLOADS } from '../../contract/reporting'
import { openBrowser } from '../support/browser'
import { aStaffMember, expectValue } from '../support/builders'
import {
  aReport,
  type CaseDesk,
  closeCase,
  DEPARTMENT,
  dispatchCase,
  IN_SHIMEN,
  passTheCheck,
  type Report,
  SHIMEN,
  STAIRWAY,
} from '../support/cases'
import type { Cloud, Person } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { drawnPicture } from '../support/drawnPictures'
import { anUpload } from '../support/nominations'
import { type Guest, visit } from './visit'

/** What everyone sees of street problems: near them, at a place, on a map. */

const STARTS_WITHIN = 180_000

let cloud: Cloud
let administrator: Person
let stop: () => Promise<void>
let browser: Browser
const guests: Guest[] = []

/** Metres north of the middle of what happens here. */
const north = (metres: number) => ({ ...IN_SHIMEN, latitude: IN_SHIMEN.latitude + metres / 111_318 })

async function aDesk(): Promise<CaseDesk> {
  const department = { placeCode: SHIMEN, kind: 'department' as const, name: DEPARTMENT }
  const { organisation } = expectValue(await administrator.places('registerOrganisation', department))
  const departmentId = organisation.organisationId
  return {
    administrator,
    departmentId,
    dispatcher: await aStaffMember(cloud, administrator, 'dispatcher', SHIMEN),
    supervisor: await aStaffMember(cloud, administrator, 'supervisor', SHIMEN),
    handler: await aStaffMember(cloud, administrator, 'handler', SHIMEN, departmentId),
  }
}

async function report(reporter: Person, seed: string, changes: Partial<Report>): Promise<string> {
  const picture = await drawnPicture({ seed, kind: 'problem', problem: 'rubbish', isFixed: false })
  const photos = [await anUpload(cloud, reporter, picture, REPORT_UPLOADS)]
  return (await aReport(cloud, reporter, { photos, ...changes })).caseId
}

/** One is handled, one waits, one is late, one lies indoors. */
async function someProblems(): Promise<void> {
  const [desk, reporter] = [await aDesk(), await cloud.person()]
  const indoors = { categoryId: STAIRWAY, answers: [{ questionId: 'blocksWay', value: '堵住了' }] }
  await cloud.setClock(-20 * 86_400_000)
  await report(reporter, 'late/1', { position: north(620), address: '示例路 88 号门前' })
  await cloud.setClock(0)
  const handled = await report(reporter, 'handled/1', { position: north(40), address: '示例路口东侧' })
  await report(reporter, 'new/1', { position: north(-160), address: '示例弄口' })
  await report(reporter, 'stairs/1', { ...indoors, position: north(260), address: '示例路 3 弄 2 号楼' })
  await passTheCheck(cloud)
  await dispatchCase(desk, handled)
  await closeCase(cloud, desk, handled)
  await cloud.runTimer('reporting')
}

beforeAll(async () => {
  const [started, opened] = await Promise.all([startWithPeople(), openBrowser()])
  ;({ cloud, administrator, stop } = started)
  browser = opened
  await someProblems()
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

/** Where the person stands, as a browser tells it. */
async function guest(look: Parameters<typeof visit>[2] = {}, mayLocate = true): Promise<Guest> {
  const arrived = await visit(browser, cloud.url, look)
  guests.push(arrived)
  const context = arrived.page.context()
  const { longitude, latitude } = IN_SHIMEN
  const [east, up] = gcoord.transform<[number, number]>([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  await context.setGeolocation({ longitude: east, latitude: up })
  await (mayLocate ? context.grantPermissions(['geolocation']) : context.clearPermissions())
  await arrived.become('citizenChen')
  await arrived.openTab('随申拍')
  await arrived.tap(/^附近的问题/)
  await arrived.shown.locator('.page__title').getByText('附近的问题', { exact: true }).waitFor()
  return arrived
}

const rows = (person: Guest) => person.shown.locator('.publicCaseRow')

/** Resolves when so many are there. */
async function becomes(found: Locator, wanted: number): Promise<void> {
  const until = Date.now() + 10_000
  while ((await found.count()) !== wanted) {
    if (Date.now() > until) throw new Error(`${wanted} were expected, ${await found.count()} are there`)
    await found.page().waitForTimeout(50)
  }
}

async function lookAround(person: Guest): Promise<void> {
  await person.tap('看我附近')
  await person.tap('同意')
  await rows(person).first().waitFor()
  await person.shown.locator('.map__pin').first().waitFor()
  await person.settle()
}

describe('somebody who shows where they are', () => {
  let person: Guest
  test('sees the problems around, nearest first, in the list and on the map', async () => {
    person = await guest()
    await person.look('nearby-1-start')
    await lookAround(person)
    expect(await rows(person).count()).toBe(4)
    await person.see(/^40 米/)
    const pins = person.shown.locator('.map__pin')
    expect(await pins.count()).toBe(4)
    await person.look('nearby-2-around')
  })

  test('is told what a pin stands for, and goes from there to the case', async () => {
    await person.shown.getByRole('button', { name: '暴露垃圾，已办结', exact: true }).first().focus()
    await person.page.keyboard.press('Enter')
    await person.see('地图上选中的')
    await person.look('nearby-3-pin')
    await person.shown.getByRole('button', { name: /地图上选中的/ }).click()
    await person.shown.locator('.page__title').getByText('问题进展', { exact: true }).waitFor()
    await person.tap('返回')
  })

  test('narrows both down, and is shown the way back from nothing', async () => {
    await person.shown.getByRole('checkbox', { name: '已办结', exact: true }).click()
    await becomes(rows(person), 1)
    await becomes(person.shown.locator('.map__pin'), 1)
    await person.look('nearby-4-closed')
    await person.shown.getByRole('checkbox', { name: '绿化', exact: true }).click()
    await person.see(/^这样筛选以后/)
    await person.tap('显示全部')
    await becomes(rows(person), 4)
  })

  test('sees of a stairway only the neighbourhood', async () => {
    const indoor = rows(person).filter({ hasText: '楼道堆物' })
    expect(await indoor.innerText()).toContain('楼道内，只显示大致位置')
    expect(await indoor.innerText()).not.toContain('2 号楼')
  })
})

test('who does not want to be located chooses a district', async () => {
  const person = await guest({}, false)
  await person.tap('看我附近')
  await person.tap('同意')
  await person.see('没有用定位，没关系：选一个地区一样可以看')
  await person.tap('选择地区')
  await person.shown.getByRole('radio', { name: '静安区' }).click()
  await person.tap('就选静安区')
  await becomes(rows(person), 4)
  await person.shown.locator('.map__cell, .map__pin').first().waitFor()
  await person.look('nearby-5-district')
})

test.each([
  ['in 关怀版', { care: true }, 'nearby-6-care'],
  ['in the dark', { dark: true }, 'nearby-7-dark'],
  ['at a desk', { desk: true }, 'nearby-8-desk'],
] as const)('it can be read %s', async (_, look, name) => {
  const person = await guest(look)
  await lookAround(person)
  await person.look(name)
})
