import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import {
  aCase,
  casesOf,
  functionsWithCases,
  type SomeCase,
} from '../cloudfunctions/caseStatistics/cityOfCases'
import { openBrowser } from '../support/browser'
import { JINGAN, PUDONG, SHANGHAI } from '../support/builders'
import type { Cloud } from '../support/cloud'
import { startWithPeople } from '../support/demo'
import { type Guest, visit } from './visit'

/** Who watches over cases reads how they go, on a phone and at a desk; everyone reads what is public of it. */

const STARTS_WITHIN = 180_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI_OFFSET = 8 * HOUR

let cloud: Cloud
let stop: () => Promise<void>
let browser: Browser
const guests: Guest[] = []

/** Noon in Shanghai of the 20th of this month: a month with a past, and the night's work done. */
const now = Date.parse(`${new Date(Date.now() + SHANGHAI_OFFSET).toISOString().slice(0, 7)}-20T04:00:00Z`)
const PLACES = ['310106012', '310106013', '310106', '310115005', '310115007']
const DEPARTMENTS = ['示例保洁队', '示例绿化所', '示例城管中队']

const closedAs = (index: number, reportedAt: number) => {
  const at = reportedAt + 5 * HOUR
  return {
    state: 'closed',
    handledAt: at,
    closedAt: at,
    clock: {
      counting: 'continuous',
      limitMinutes: index % 5 === 0 ? 60 : 600,
      extendedMinutes: 0,
      runs: [{ from: reportedAt, until: at }],
    },
    reopened: index % 9 === 0 ? 1 : 0,
    departmentId: `department${index % 3}`,
    departmentName: DEPARTMENTS[index % 3],
    rating: index % 2 === 0 ? { at, stars: index % 6 === 0 ? 1 : 5, reasons: [], words: '' } : null,
  }
}

/** Two or three a day, most of them closed. */
const ordinary = Array.from({ length: 48 }, (_, index): SomeCase => {
  const reportedAt = now - Math.floor((index * 19 * DAY) / 48) - 2 * HOUR
  const change = index < 10 ? {} : closedAs(index, reportedAt)
  const placeCode = PLACES[index % PLACES.length] ?? SHANGHAI
  return aCase(`ordinary${index}`, { placeCode, reportedAt }, { change })
})

const at = (reportedAt: number, id: string) =>
  aCase(id, {
    placeCode: '310115005',
    address: '示例广场东侧',
    location: { type: 'Point', coordinates: [121.51, 31.25] },
    reportedAt,
  })

/** One a week at a corner, and then eight in two days. */
const cluster = [
  ...Array.from({ length: 7 }, (_, week) => at(now - (9 + 7 * week) * DAY, `usual${week}`)),
  ...Array.from({ length: 8 }, (_, index) => at(now - (index + 1) * 5 * HOUR, `many${index}`)),
]

const inMonth = [...ordinary, ...cluster].filter(
  ({ begun }) => begun.reportedAt >= now - 20 * DAY + 12 * HOUR,
)

beforeAll(async () => {
  const [world, opened] = await Promise.all([
    functionsWithCases().then((functions) => startWithPeople(functions)),
    openBrowser(),
  ])
  ;({ cloud, stop } = world)
  browser = opened
  await cloud.setClock(now - Date.now())
  await casesOf(cloud).make([...ordinary, ...cluster], now)
  // Counting, hot spots and the first file; then a file a minute, and the description.
  for (let minute = 0; minute < 5; minute++) await cloud.runTimer('caseStatistics')
}, STARTS_WITHIN)
afterEach(() => {
  expect(guests.flatMap(({ faults }) => faults.splice(0))).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

async function arrive(address: string, look: Parameters<typeof visit>[2], person: string): Promise<Guest> {
  const guest = await visit(browser, cloud.url, look)
  guests.push(guest)
  await guest.become(person)
  await guest.page.goto(`${cloud.url}/#${address}`)
  return guest
}

const month = new Date(now).toISOString().slice(0, 7)
const supervision = `/features/administration/pages/supervision/index?placeCode=${SHANGHAI}&month=${month}`
const hotSpots = `/features/administration/pages/hotSpots/index?placeCode=${PUDONG}`

test('at a desk a supervisor reads a month, goes into a district, and comes from a number to its cases', async () => {
  const guest = await arrive(supervision, { desk: true }, 'administratorFirst')
  const { page, shown } = guest
  await guest.see(String(inMonth.length))
  await shown.getByText(/平均每天上报 .* 件，.*最多/).waitFor()
  await shown.getByRole('cell', { name: '示例保洁队' }).waitFor()
  await guest.look('supervision-desk')
  await shown.getByText('各大类', { exact: true }).scrollIntoViewIfNeeded()
  await guest.look('supervision-desk-tables')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    shown.getByRole('button', { name: '下载表格：各地区' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`各地区案件统计 ${month}.csv`)
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFF地区,上报,结案,/)
  expect(lines.slice(1).join('\n')).toMatch(/^静安区,\d+,\d+,/m)
  await shown.getByRole('link', { name: /静安区/ }).click()
  await guest.see('回到整个地区')
  expect(page.url()).toContain(`at=${JINGAN}`)
  await shown.getByRole('link', { name: /南京西路/ }).waitFor()
  await shown.getByRole('link', { name: /已超期$/ }).click()
  await page.waitForURL(/cases\/index\?placeCode=310106&scope=area&only=overdue/)
  await shown.getByRole('checkbox', { name: '8 小时内到期' }).click()
  await page.waitForURL(/cases\/index\?.*only=dueSoon/)
  await guest.look('cases-due-soon')
})

test('on a phone the same stands one below the other, also in large type', async () => {
  const guest = await arrive(supervision, { care: true }, 'administratorFirst')
  const { shown } = guest
  await guest.see('市民满意吗')
  await guest.look('supervision-phone-care')
  await shown.getByText('各部门', { exact: true }).scrollIntoViewIfNeeded()
  await guest.look('supervision-phone-care-trend')
  await guest.tap('看每一段的数字')
  await guest.see('收起数字')
})

test('hot spots are on the map and in a list, with their cases', async () => {
  const guest = await arrive(hotSpots, {}, 'administratorFirst')
  await guest.shown.getByText(/最近 7 天 8 件，平时 7 天约 1.0 件/).waitFor()
  await guest.tap('看最近的 8 件')
  await guest.shown
    .getByText(/示例广场东侧/)
    .first()
    .waitFor()
  await guest.look('hot-spots-phone')
})

test('everyone reads how a month went, with who said nothing, and takes the open data', async () => {
  const guest = await arrive(`/features/reporting/pages/statistics/index?month=${month}`, {}, 'citizenChen')
  await guest.see('上报的人满意吗')
  await guest.shown
    .getByText(/没有评价（不算满意）/)
    .first()
    .waitFor()
  await guest.see(/下载 随申拍案件-说明.json/)
  await guest.look('statistics-phone')
  await guest.shown.getByText('开放数据', { exact: true }).scrollIntoViewIfNeeded()
  await guest.look('statistics-phone-data')
  const download = guest.page.waitForEvent('download')
  await guest.tap(/下载 随申拍案件-\d{4}-\d\d.csv/)
  expect((await download).suggestedFilename()).toMatch(/^随申拍案件-\d{4}-\d\d\.csv$/)
})
