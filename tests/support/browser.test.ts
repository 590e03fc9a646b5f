import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { openBrowser, openPhone } from './browser'
import { FROM_NPM } from './browser/program'

const PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<span id="chinese" style="font: 40px sans-serif">绿色上海</span>
<span id="unknown" style="font: 40px sans-serif">\u{10fffd}\u{10fffd}\u{10fffd}\u{10fffd}</span>`

let server: Server
let address: string
let browser: Browser | undefined

beforeAll(async () => {
  server = createServer((request, response) => {
    const isPage = request.url === '/'
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html' }).end(isPage ? PAGE : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterEach(async () => {
  await browser?.close()
  browser = undefined
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

/** The font's picture of a text, to tell Chinese characters from the box of a missing one. */
async function drawn(url: string, chromePath?: string): Promise<{ chinese: string; unknown: string }> {
  browser = await openBrowser(chromePath)
  const { page } = await openPhone(browser, url)
  const pictureOf = async (id: string) => (await page.locator(id).screenshot()).toString('base64')
  return { chinese: await pictureOf('#chinese'), unknown: await pictureOf('#unknown') }
}

const isOnLinux = process.platform === 'linux' && process.arch === 'x64'

test('the browser of this machine draws Chinese', async () => {
  const { chinese, unknown } = await drawn(address)
  expect(chinese).not.toBe(unknown)
})

if (isOnLinux)
  test('the browser from npm brings its own libraries and Chinese font', async () => {
    const { chinese, unknown } = await drawn(address, FROM_NPM)
    expect(chinese).not.toBe(unknown)
  })

test('what goes wrong in a page is noticed', async () => {
  browser = await openBrowser()
  const { page, faults } = await openPhone(browser, address)
  const happened = Promise.all([page.waitForResponse('**/missing'), page.waitForEvent('pageerror')])
  await page.evaluate(() => {
    console.error('something is wrong')
    setTimeout(() => {
      throw new Error('nobody caught this')
    })
    return fetch('/missing')
  })
  await happened
  const all = faults.join('\n')
  expect(all).toContain('console: something is wrong')
  expect(all).toContain('exception: Error: nobody caught this')
  expect(all).toContain('answer 404')
})
