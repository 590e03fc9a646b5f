import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { folderOf } from '../../config/folders'
import { findBrowserProgram } from './browser/program'

/** A page, and everything that went wrong in it since it was opened. */
export interface Visit {
  page: Page
  /** Console errors, exceptions, failed requests and answers of 400 and above, in words. Empty is right. */
  faults: string[]
}

interface Look {
  dark?: boolean
  /** 关怀版, as if the person had switched it on before. */
  care?: boolean
  /** Width in CSS pixels; 390 unless given. */
  width?: number
}

const PHONE = {
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; 22101316C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
} satisfies BrowserContextOptions

/** What Playwright switches off: Chromium heeds only the last such list that it is given. */
const OFF_FOR_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** Pages that a whole Chromium loads for its own address bar with each window: half of what a visit costs. */
const OFF_FOR_SPEED = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
]

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--font-render-hinting=none',
  `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...OFF_FOR_SPEED].join(',')}`,
]

export async function openBrowser(chromePath?: string): Promise<Browser> {
  const { executablePath, environment } = await findBrowserProgram(chromePath)
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...environment },
  })
}

/** An Android phone of 390×844 at twice the density, in Chinese; each phone is a person of its own. */
export const openPhone = (browser: Browser, url: string, look: Look = {}): Promise<Visit> =>
  open(browser, url, { ...PHONE, viewport: { width: look.width ?? 390, height: 844 } }, look)

/** A desk screen of 1440×900. */
export const openDesk = (browser: Browser, url: string, look: Look = {}): Promise<Visit> =>
  open(browser, url, { viewport: { width: look.width ?? 1440, height: 900 } }, look)

async function open(
  browser: Browser,
  url: string,
  screen: BrowserContextOptions,
  look: Look,
): Promise<Visit> {
  const context = await browser.newContext({
    ...screen,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults = collectFaults(page)
  if (look.care) await page.addInitScript(switchCareModeOn)
  await page.goto(url)
  return { page, faults }
}

/** Taro keeps a stored value as JSON under `data`. */
const switchCareModeOn = () => localStorage.setItem('careMode', '{"data":true}')

function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    // A picture still on its way when its page is left is not a failure.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.method()} ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`)
  })
  return faults
}

const SCREENSHOTS = folderOf('test-results/screenshots')

/** With `PICTURES=1`, writes `test-results/screenshots/<name>.png` to be looked at; each takes half a second. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.evaluate(whenPicturesAreIn)
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' })
}

/** Resolves when no picture in sight is still loading; broken ones have their own failed request. */
const whenPicturesAreIn = async () => {
  const isInSight = (image: HTMLImageElement) => {
    const { top, bottom, width } = image.getBoundingClientRect()
    return width > 0 && bottom > 0 && top < innerHeight
  }
  const waiting = [...document.images].filter((image) => isInSight(image) && !image.complete)
  await Promise.all(
    waiting.map(
      (image) =>
        new Promise((resolve) => {
          image.addEventListener('load', resolve)
          image.addEventListener('error', resolve)
        }),
    ),
  )
}
