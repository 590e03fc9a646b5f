import path from 'node:path'
import { BUILD, readConfiguration } from './build'
import { deliver } from './events'
import { type Faults, recordFaults } from './faults'
import { createNavigation, type Navigation } from './navigation'
import { keepPages, type PageInstance, type Pages, type SetDataCall } from './pages'
import { createRealm, type Realm } from './realm'
import { readElements } from './templates'
import { attributeOf, findAttribute, findText, linesOf, type Node, type Place } from './tree'
import { createWechat, type Phone } from './wechat'
import type { ApiCall } from './wechat/answer'

/** How the person has set the phone. 16 is the ordinary size on Android; the largest step is 32. */
export interface Device {
  theme: 'light' | 'dark'
  fontSizeSetting: number
}

/** The built mini-program, running: what its person sees and can do. */
export interface Program {
  /** The page on top. */
  page(): PageInstance
  stack: readonly PageInstance[]
  /** Every line of text of the page on top. */
  lines(): string[]
  /** Taps the innermost element with this text or label, once it is there. */
  tap(text: string): Promise<void>
  tapTab(text: string): void
  /** Opens a page as a shared link would: nothing is behind it. */
  openLink(url: string): void
  pullDown(): void
  /** Types into the field with this placeholder. */
  type(placeholder: string, text: string): Promise<void>
  /** Delivers another event, such as `getphonenumber`, to the element with this text. */
  fire(text: string, event: string, detail: object): Promise<void>
  /** Resolves once the page on top shows this text. */
  see(text: string): Promise<void>
  until(what: string, holds: () => boolean): Promise<void>
  calls: ApiCall[]
  setDataCalls: SetDataCall[]
  /** Exceptions, rejected promises, console errors, unknown APIs, oversized setData. Empty is right. */
  faults: string[]
}

interface AppInstance {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

const ordinaryPhone = (): Omit<Phone, 'callFunction'> => ({
  device: { theme: 'light', fontSizeSetting: 16 },
  storage: new Map(),
  privacy: { isAgreed: false, contractName: '《共治小程序隐私保护指引》' },
  answers: { confirms: true, subscription: 'accept' },
})

/** Starts the real build on a phone, at its first page. */
export function startProgram(given: Partial<Phone> & Pick<Phone, 'callFunction'>, build = BUILD): Program {
  const phone: Phone = { ...ordinaryPhone(), ...given }
  const app = readConfiguration(build)
  const faults = recordFaults()
  const calls: ApiCall[] = []
  const pages = keepPages(build, () => realm, faults)
  const navigation = createNavigation(app, pages, faults)
  const firstRoute = app.routes[0] ?? ''
  const instance: { app: AppInstance } = { app: {} }
  const realm: Realm = createRealm({
    wx: createWechat({
      phone,
      realm: () => realm,
      navigation: () => navigation,
      firstRoute,
      calls,
      faults,
    }),
    console: faults.console,
    ...definers(instance, pages),
    getApp: () => instance.app,
    getCurrentPages: () => [...navigation.stack],
  })
  const launch = { path: firstRoute, query: {}, scene: 1001 }
  faults.guard('app.js', () => realm.load(path.join(build, 'app')))
  faults.guard('onLaunch', () => instance.app.onLaunch?.(realm.inside(launch)))
  faults.guard('onShow', () => instance.app.onShow?.(realm.inside(launch)))
  navigation.relaunch(firstRoute)
  return { ...handlesOf({ build, navigation, faults }), calls, setDataCalls: pages.setDataCalls }
}

/** The functions that WeChat's files call to say what they are. Taro draws everything in pages, so components may pass. */
function definers(running: { app: AppInstance }, pages: Pages): object {
  const defineApp = (definition: AppInstance) => {
    running.app = definition
  }
  const ignore = () => {}
  return { App: defineApp, Page: pages.define, Component: ignore }
}

interface Running {
  build: string
  navigation: Navigation
  faults: Faults
}

function handlesOf({ build, navigation, faults }: Running) {
  const elements = readElements(build)
  const { tabs } = readConfiguration(build)
  const page = () => navigation.stack.at(-1) as PageInstance
  const root = () => page().data.root ?? {}
  const lines = () => linesOf(root())
  const shownText = (text: string) => findText(root(), elements, text)
  const until = (what: string, holds: () => boolean) =>
    waitUntil(
      holds,
      () =>
        `${page().route} never showed ${what}. It shows:\n${lines().join('\n')}\n${faults.list.join('\n')}`,
    )
  const found = async (what: string, search: () => Place | undefined): Promise<Place> => {
    await until(what, () => search() !== undefined)
    return search() as Place
  }
  const send = (place: Place, event: string, detail: object) =>
    deliver({ page: page(), elements, faults }, place, event, detail)

  const isConsentButton = (node: Node) =>
    attributeOf(elements, node, 'open-type') === 'agreePrivacyAuthorization'

  return {
    page,
    stack: navigation.stack,
    lines,
    until,
    see: (text: string) => until(`“${text}”`, () => shownText(text) !== undefined),
    tap: async (text: string) => {
      const place = await found(`“${text}”`, () => shownText(text))
      send(place, 'tap', {})
      const consents = [place.node, ...place.around].find(isConsentButton)
      if (consents) send({ node: consents, around: [] }, 'agreeprivacyauthorization', {})
    },
    fire: async (text: string, event: string, detail: object) =>
      send(await found(`“${text}”`, () => shownText(text)), event, detail),
    type: async (placeholder: string, text: string) => {
      const field = () => findAttribute(root(), elements, 'placeholder', placeholder)
      const place = await found(`a field “${placeholder}”`, field)
      send(place, 'input', { value: text, cursor: text.length })
    },
    tapTab: (text: string) => {
      const tab = tabs.find((candidate) => candidate.text === text)
      if (!tab) throw new Error(`there is no tab “${text}”`)
      navigation.switchTab(`/${tab.route}`)
    },
    openLink: (url: string) => navigation.relaunch(url),
    pullDown: () => void faults.guard('onPullDownRefresh', () => page().onPullDownRefresh?.()),
    faults: faults.list,
  }
}

const PATIENCE = 15_000
const LOOK_EVERY = 10

async function waitUntil(holds: () => boolean, explain: () => string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (!holds()) {
    if (Date.now() > end) throw new Error(explain())
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}
