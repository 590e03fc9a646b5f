import type { Faults } from '../faults'
import type { Navigation } from '../navigation'
import type { Device } from '../program'
import type { Realm } from '../realm'
import { type Answer, type ApiCall, createAnswering } from './answer'
import { deviceApis } from './device'
import { fileApis } from './files'
import { listenerApis } from './listeners'
import { type CallFunction, networkApis } from './network'
import { type Privacy, privacyApis } from './privacy'
import { type Answers, screenApis } from './screen'
import { storageApis } from './storage'

export interface Phone {
  device: Device
  storage: Map<string, string>
  privacy: Privacy
  answers: Answers
  callFunction: CallFunction
}

interface Surroundings {
  phone: Phone
  realm: () => Realm
  navigation: () => Navigation
  firstRoute: string
  calls: ApiCall[]
  faults: Faults
}

/** Webpack keeps the list of loaded chunks on `wx`, and makes it when it is missing. */
const CHUNKS = 'webpackJsonp'

/** The `wx` that the program sees. Calling anything that is not here is a fault: add it where it belongs. */
export function createWechat(surroundings: Surroundings): object {
  const { phone, realm, navigation, firstRoute, calls, faults } = surroundings
  const answering = createAnswering(realm, calls)
  const known: Record<string, unknown> = {
    ...deviceApis(phone.device, firstRoute),
    ...listenerApis(),
    ...storageApis(answering, phone.storage),
    ...fileApis(answering),
    ...privacyApis(answering, phone.privacy),
    ...screenApis(answering, phone.answers),
    ...networkApis(answering, phone.callFunction),
    ...navigationApis(answering, navigation),
  }
  return new Proxy(known, {
    get: (apis, name) => {
      if (typeof name === 'symbol' || name in apis || name === CHUNKS) return Reflect.get(apis, name)
      return () => faults.add(`wx.${name} is not known to tests/support/weapp`)
    },
  })
}

function navigationApis(answering: ReturnType<typeof createAnswering>, navigation: () => Navigation) {
  const to =
    (go: (url: string) => void): Answer =>
    ({ url }) =>
      void go(String(url))
  return {
    navigateTo: answering(
      'navigateTo',
      to((url) => navigation().open(url)),
    ),
    redirectTo: answering(
      'redirectTo',
      to((url) => navigation().replace(url)),
    ),
    reLaunch: answering(
      'reLaunch',
      to((url) => navigation().relaunch(url)),
    ),
    switchTab: answering(
      'switchTab',
      to((url) => navigation().switchTab(url)),
    ),
    navigateBack: answering('navigateBack', ({ delta }) => void navigation().back(Number(delta ?? 1))),
  }
}
