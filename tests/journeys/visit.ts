import type { Browser, Locator } from 'playwright-core'
import { accessibilityViolations } from '../support/accessibility'
import { openDesk, openPhone, screenshot, type Visit } from '../support/browser'

/** A person at the program in a real browser: what they can do there, and everything that was wrong meanwhile. */
export interface Guest extends Visit {
  /** The page on top; Taro keeps those behind it in the document. */
  shown: Locator
  /** Chooses an identity of the local cloud, by its id. */
  become(identityId: string): Promise<void>
  tap(words: string | RegExp): Promise<void>
  /** Waits for exactly these words, as the whole text of an element. */
  see(words: string | RegExp): Promise<void>
  openTab(words: keyof typeof TAB_TITLES): Promise<void>
  /** Resolves when nothing on the page is still loading. */
  settle(): Promise<void>
  /** Takes a picture of the page as it stands, where everyPage.test.ts has checked it in such a state. */
  picture(name: string): Promise<void>
  /** Takes a picture of the page as it stands and checks it for accessibility. */
  look(name: string): Promise<void>
}

const TAB_TITLES = { 首页: '共治', 投票: '投票', 随申拍: '随申拍', 志愿: '志愿', 我的: '我的' }

type Look = NonNullable<Parameters<typeof openPhone>[2]>

/** The program takes two taps closer than 350 ms for one; a person who means two leaves more. */
export const DOUBLE_TAP_TIME = 450

/**
 * Presses what is there now. A page that is just being left still has its buttons for a moment; pressing one of them
 * would wait for it to come back, so that what is found is looked up anew every few seconds.
 */
async function press(find: () => Locator): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await find().click({ timeout: 4_000 })
    } catch (error) {
      if (attempt === 4) throw error
    }
  }
}

export async function visit(
  browser: Browser,
  url: string,
  look: Look & { desk?: boolean } = {},
): Promise<Guest> {
  const { page, faults } = await (look.desk ? openDesk : openPhone)(browser, url, look)
  const shown = page.locator('.taro_page_show').filter({ visible: true }).last()
  const button = (words: string | RegExp) => shown.getByRole('button', { name: words, exact: true }).first()
  const tappedAt = new Map<string, number>()
  const settle = () => shown.locator('.skeleton').first().waitFor({ state: 'detached' })
  const picture = async (name: string) => {
    await settle()
    await screenshot(page, name)
  }
  return {
    page,
    faults,
    shown,
    become: async (identityId) => {
      const person = page.locator(`[data-identity="${identityId}"]`)
      await person.waitFor({ state: 'attached' })
      if (!(await person.isVisible()))
        await page
          .getByRole('button', { name: /选择身份|换一个身份/ })
          .first()
          .click()
      await person.click()
      await page
        .locator(`[data-identity="${identityId}"][aria-pressed="true"]`)
        .waitFor({ state: 'attached' })
      // The panel closes when the pages of the person before are gone.
      await page.locator('.localPanel--open').waitFor({ state: 'detached' })
    },
    tap: async (words) => {
      const since = Date.now() - (tappedAt.get(String(words)) ?? 0)
      if (since < DOUBLE_TAP_TIME) await page.waitForTimeout(DOUBLE_TAP_TIME - since)
      await press(() => button(words))
      tappedAt.set(String(words), Date.now())
    },
    see: (words) => shown.getByText(words, { exact: true }).first().waitFor(),
    openTab: async (words) => {
      await page.locator('.weui-tabbar__label', { hasText: words }).click()
      await shown.locator('.page__title').getByText(TAB_TITLES[words], { exact: true }).waitFor()
    },
    settle,
    picture,
    look: async (name) => {
      // As long as somebody looks who then presses the same button once more.
      const looked = page.waitForTimeout(DOUBLE_TAP_TIME)
      await picture(name)
      for (const violation of await accessibilityViolations(page)) faults.push(`${name}: ${violation}`)
      await looked
    },
  }
}
