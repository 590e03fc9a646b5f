import type { AppConfiguration } from './build'
import type { Faults } from './faults'
import type { PageInstance, Pages } from './pages'

/** WeChat's page stack. Tab pages stay alive when another tab is shown; all others end when they are left. */
export interface Navigation {
  stack: PageInstance[]
  open(url: string): void
  replace(url: string): void
  relaunch(url: string): void
  switchTab(url: string): void
  back(steps: number): void
}

/** WeChat refuses an eleventh page. */
const DEEPEST = 10

export class NavigationRefused extends Error {}

export function createNavigation(app: AppConfiguration, pages: Pages, faults: Faults): Navigation {
  const stack: PageInstance[] = []
  const tabs = new Map<string, PageInstance>()
  const isTab = (url: string) => app.tabs.some(({ route }) => route === routeOf(url))

  const tell = (page: PageInstance | undefined, moment: 'onShow' | 'onHide' | 'onUnload' | 'onReady') =>
    faults.guard(`${page?.route} ${moment}`, () => page?.[moment]?.())
  const enter = (url: string): PageInstance => {
    const page = pages.create(routeOf(url), optionsOf(url))
    stack.push(page)
    faults.guard(`${page.route} onLoad`, () => page.onLoad?.(page.options))
    tell(page, 'onShow')
    setTimeout(() => tell(page, 'onReady'))
    return page
  }
  const leave = () => {
    const page = stack.pop()
    if (!page) return
    tell(page, 'onUnload')
    tabs.delete(page.route)
  }
  const mayOpen = (how: string, url: string, wantsTab: boolean) => {
    if (!app.routes.includes(routeOf(url))) throw refused(`${how}:fail page "${url}" is not found`)
    if (isTab(url) !== wantsTab)
      throw refused(`${how}:fail can not ${how} a ${wantsTab ? 'non-tabbar' : 'tabbar'} page`)
  }
  const refused = (message: string) => {
    faults.add(message)
    return new NavigationRefused(message)
  }
  const showTab = (url: string) => {
    const route = routeOf(url)
    while (stack.length > 0 && !tabs.has(stack.at(-1)?.route ?? '')) leave()
    const shown = stack.pop()
    if (shown && shown.route !== route) tell(shown, 'onHide')
    const kept = tabs.get(route)
    if (!kept) tabs.set(route, enter(url))
    else {
      stack.push(kept)
      tell(kept, 'onShow')
    }
  }

  return {
    stack,
    open: (url) => {
      mayOpen('navigateTo', url, false)
      if (stack.length >= DEEPEST) throw refused('navigateTo:fail webview count limit exceed')
      tell(stack.at(-1), 'onHide')
      enter(url)
    },
    replace: (url) => {
      mayOpen('redirectTo', url, false)
      leave()
      enter(url)
    },
    relaunch: (url) => {
      while (stack.length > 0) leave()
      for (const hidden of tabs.values()) tell(hidden, 'onUnload')
      tabs.clear()
      if (isTab(url)) showTab(url)
      else enter(url)
    },
    switchTab: (url) => {
      mayOpen('switchTab', url, true)
      showTab(url)
    },
    back: (steps) => {
      const left = Math.min(steps, stack.length - 1)
      for (let step = 0; step < left; step++) leave()
      tell(stack.at(-1), 'onShow')
    },
  }
}

const routeOf = (url: string): string => (url.split('?')[0] ?? '').replace(/^\//, '')

const optionsOf = (url: string): Record<string, string> =>
  Object.fromEntries(
    (url.split('?')[1] ?? '')
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
  )
