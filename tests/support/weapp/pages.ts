import path from 'node:path'
import { assignPath } from './assign'
import type { Faults } from './faults'
import type { Realm } from './realm'
import type { Node } from './tree'

/** What a page of the build hands to `Page()`, and what lives on the page stack. */
export interface PageInstance {
  route: string
  options: Record<string, string>
  data: { root?: Node }
  setData(payload: object, done?: () => void): void
  onLoad?(options: object): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onTabItemTap?(item: object): void
  onShareAppMessage?(event: object): object
  /** Taro's one event handler. */
  eh?(event: object): void
}

export interface SetDataCall {
  route: string
  bytes: number
}

/** WeChat's audit asks for at most this much in one setData. */
const SET_DATA_BYTES = 256 * 1024

export interface Pages {
  /** The function that the build knows as `Page`. */
  define(definition: object): void
  create(route: string, options: Record<string, string>): PageInstance
  setDataCalls: SetDataCall[]
}

export function keepPages(build: string, realm: () => Realm, faults: Faults): Pages {
  const definitions = new Map<string, object>()
  const setDataCalls: SetDataCall[] = []
  let loading = ''

  const setData =
    (instance: PageInstance): PageInstance['setData'] =>
    (payload, done) => {
      const json = JSON.stringify(payload)
      const bytes = Buffer.byteLength(json)
      setDataCalls.push({ route: instance.route, bytes })
      if (bytes > SET_DATA_BYTES) faults.add(`${instance.route} set ${bytes} bytes at once`)
      for (const [place, value] of Object.entries(JSON.parse(json) as object))
        assignPath(instance.data, place, value)
      if (done) setTimeout(() => faults.guard('after setData', () => done.call(instance)))
    }

  return {
    define: (definition) => void definitions.set(loading, definition),
    create: (route, options) => {
      loading = route
      if (!definitions.has(route)) realm().load(path.join(build, route))
      const definition = definitions.get(route)
      if (!definition) throw new Error(`${route} never called Page()`)
      const instance: PageInstance = { ...definition, route, options, data: {}, setData: () => {} }
      instance.setData = setData(instance)
      return instance
    },
    setDataCalls,
  }
}
