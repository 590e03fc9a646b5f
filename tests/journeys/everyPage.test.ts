import type { Browser } from 'playwright-core'
import { accessibilityViolations, RULES_OF_STYLE } from '../support/accessibility'
import { openBrowser, screenshot } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { isForStaff, type PageWithRecords, somethingOnEveryPage } from '../support/everyPage'
import { type Guest, visit } from './visit'

/**
 * Every page of the program, in both modes, on a phone and, for staff, at a desk: axe finds nothing.
 */

const STARTS_WITHIN = 180_000

let demo: Demo
let browser: Browser
let pages: Record<string, PageWithRecords>

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
  const { cloud, campaignId } = demo
  const administrator = await cloud.person('oDemoAdministratorFirst')
  const citizen = await cloud.person('oDemoCitizenChen')
  pages = {
    ...(await somethingOnEveryPage({ cloud, campaignId, administrator, citizen })),
    // In a browser only.
    'features/accounts/pages/signIn': { query: '', shows: '登录码' },
  }
}, STARTS_WITHIN)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The pages as the H5 build declares them. */
function declaredPages(): string[] {
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { defineAppConfig: (declared: unknown) => declared })
  const { default: configuration } = jest.requireActual<{
    default: { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  }>('../../src/app.config')
  process.env.TARO_ENV = before
  const inParts = configuration.subPackages.flatMap(({ root, pages: inPart }) =>
    inPart.map((page) => `${root}/${page}`),
  )
  return [...configuration.pages, ...inParts].map((page) => page.replace(/\/index$/, ''))
}

async function openAs(identityId: string, look: Parameters<typeof visit>[2]): Promise<Guest> {
  const guest = await visit(browser, demo.cloud.url, look)
  await guest.become(identityId)
  return guest
}

/** Goes to a page by its address, as by a link, and looks once its records are there. Answers what is wrong. */
async function lookAt(guest: Guest, address: string, picture: string): Promise<string[]> {
  const { query, shows } = pages[address] as PageWithRecords
  const { page, shown } = guest
  // Another query before the hash makes the browser load the program anew, as a link from outside would.
  await page.goto(`${demo.cloud.url}/?${picture}#/${address}/index${query ? `?${query}` : ''}`)
  try {
    await shown.getByText(shows).first().waitFor()
    await guest.settle()
  } catch {
    return [`never showed “${shows}”: ${(await shown.allInnerTexts()).join(' ').slice(0, 300)}`]
  }
  await screenshot(page, picture)
  const wrong = await accessibilityViolations(page)
  // On these pages care mode is this class and nothing else; switching it on by its button is walked elsewhere.
  await page.evaluate(() => {
    for (const root of document.querySelectorAll('.theme')) root.classList.add('theme--care')
  })
  const inCare = await accessibilityViolations(page, RULES_OF_STYLE)
  return [...wrong, ...inCare.map((violation) => `in care mode: ${violation}`), ...guest.faults.splice(0)]
}

test('the walk knows every page of the program, and no page that is gone', () => {
  expect(Object.keys(pages).sort()).toEqual(declaredPages().sort())
})

const everything = () => true
const isWide = (page: string) => isForStaff(page) || page.endsWith('/signIn')

test.each([
  ['phone', {}, everything],
  ['desk', { desk: true }, isWide],
] as const)(
  'on a %s every page opens without a fault and without a violation of WCAG 2.1 AA, in care mode too',
  async (name, look, isWalked) => {
    const wrong: string[] = []
    for (const isTheirs of [isForStaff, (page: string) => !isForStaff(page)]) {
      const guest = await openAs(isTheirs === isForStaff ? 'administratorFirst' : 'citizenChen', look)
      for (const address of Object.keys(pages).filter((page) => isWalked(page) && isTheirs(page))) {
        const picture = `every-${name}-${address.replace(/^(features|pages)\//, '').replace('/pages/', '-')}`
        wrong.push(...(await lookAt(guest, address, picture)).map((fault) => `${address}: ${fault}`))
      }
      await guest.page.context().close()
    }
    expect(wrong).toEqual([])
  },
  300_000,
)
